package org.gradus.tools.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.gradus.engine.domain.Mode;
import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.message.Decision;
import org.gradus.engine.message.Gateway;
import org.gradus.engine.message.Hash256;
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

    private void start(long second) {
        at(second, new Input.Started(1, 1, 7, Mode.PAPER, 1, Gateway.ALPACA, Timeframe.M1, -1, 0, 0, 1, 1, Hash256.ZERO,
                Hash256.ZERO, Hash256.ZERO, List.of(), List.of(), List.of(), List.of(), List.of(), "USD", "", ""));
    }

    private static Input.VenueDown down(VenueDownReason reason) {
        return new Input.VenueDown(reason);
    }

    @Test
    void aVenueThatWasNeverReachedWasNeverUp() {
        at(0, down(VenueDownReason.NOT_CONNECTED));
        at(50, down(VenueDownReason.STREAM_DROPPED));
        at(100, new Input.Stopped(StoppedReason.OPERATOR));
        assertEquals(0, figures.upShare());
        assertEquals(0, figures.losses());
    }

    @Test
    void timeWithoutTheVenueCountsFromTheStart() {
        start(0);
        at(0, down(VenueDownReason.NOT_CONNECTED));
        at(40, new Input.VenueUp());
        at(80, new Input.TimeTick());
        assertEquals(0.5, figures.upShare(), "so far");
        at(90, down(VenueDownReason.STREAM_DROPPED));
        at(92, down(VenueDownReason.REST_FAILING));
        at(95, new Input.VenueUp());
        at(100, new Input.Stopped(StoppedReason.OPERATOR));
        assertEquals(0.55, figures.upShare());
        assertEquals(1, figures.losses(), "one, whatever its reasons");
    }

    @Test
    void whatLiesBetweenTwoStartsCountsForNothing() {
        start(0);
        at(0, new Input.VenueUp());
        at(10, new Input.TimeTick());
        start(1_000);
        at(1_010, new Input.Stopped(StoppedReason.OPERATOR));
        assertEquals(0.5, figures.upShare(), "10 s up, killed; 10 s down, stopped");
        assertTrue(figures.live());
    }

    @Test
    void comparisonsAreCountedByWhatTheyFound() {
        at(1, new Input.Reconciled(0), new Decision.ReconcileOutcome(true, List.of()));
        at(2, new Input.Reconciled(0), new Decision.ReconcileOutcome(false, List.of()));
        assertEquals(2, figures.comparisons());
        assertEquals(1, figures.differing());
    }
}
