package org.gradus.tools.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.gradus.engine.message.Decision;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.Journaled;
import org.gradus.engine.message.StoppedReason;
import org.gradus.engine.message.VenueDownReason;
import org.junit.jupiter.api.Test;

class VenueFiguresTest {
    private final VenueFigures figures = new VenueFigures();

    private void at(long second, Input input, Decision... decisions) {
        figures.add(new Journaled(new Journaled.Header(second + 1, 1, second * 1_000_000_000L, 0, -1, 0, 0), input,
                List.of(), List.of(decisions)));
    }

    private static Input.VenueDown down(VenueDownReason reason) {
        return new Input.VenueDown(reason);
    }

    private long downS(long nowS) {
        return figures.downNs(nowS * 1_000_000_000L) / 1_000_000_000L;
    }

    @Test
    void makingTheLineIsNoOutage() {
        at(0, down(VenueDownReason.NOT_CONNECTED));
        at(5, down(VenueDownReason.STREAM_DROPPED));
        at(9, new Input.VenueUp());
        assertEquals(0, figures.outages());
        assertEquals(0, downS(10));
    }

    @Test
    void anOutageIsOneWhateverItsReasons() {
        at(0, new Input.VenueUp());
        at(10, down(VenueDownReason.STREAM_DROPPED));
        at(12, down(VenueDownReason.REST_FAILING));
        assertEquals(5, downS(15), "so far");
        at(20, new Input.VenueUp());
        at(30, down(VenueDownReason.STREAM_SILENT));
        at(31, new Input.Stopped(StoppedReason.OPERATOR));
        assertEquals(2, figures.outages());
        assertEquals(11, downS(1_000), "a run that has stopped is in no outage");
    }

    @Test
    void comparisonsAreCountedByWhatTheyFound() {
        at(1, new Input.Reconciled(0), new Decision.ReconcileOutcome(true, List.of()));
        at(2, new Input.Reconciled(0), new Decision.ReconcileOutcome(false, List.of()));
        assertEquals(2, figures.comparisons());
        assertEquals(1, figures.differing());
    }
}
