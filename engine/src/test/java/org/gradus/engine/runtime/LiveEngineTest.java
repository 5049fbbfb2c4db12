package org.gradus.engine.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.Journaled;
import org.junit.jupiter.api.Test;

/// A live engine at a venue in memory, from start to stop.
class LiveEngineTest {
    private final LiveRig rig = new LiveRig();

    @Test
    void comesUpBehindACleanReconciliation() {
        rig.start();
        rig.stop();
        List<String> told = rig.records().stream().map(Journaled::input)
            .filter(input -> !(input instanceof Input.TimeTick)).map(input -> input.getClass().getSimpleName())
            .toList();
        assertEquals(List.of("Started", "VenueDown", "Account", "Reconciled", "VenueUp", "Stopped", "Seal"), told);
    }

    @Test
    void buysProtectsAndSellsAgain() {
        rig.start();
        for (int i = 0; i < 8; i++) {
            rig.minute("50000", "50010");
        }
        rig.stop();
        List<Input.OrderFilled> fills = rig.inputs(Input.OrderFilled.class);
        assertTrue(fills.size() >= 2, fills::toString);
        assertTrue(rig.venue.requests.contains("SUBMIT PROTECTIVE_STOP"), rig.venue.requests::toString);
        assertTrue(rig.venue.requests.contains("SUBMIT EXIT"), rig.venue.requests::toString);
    }
}
