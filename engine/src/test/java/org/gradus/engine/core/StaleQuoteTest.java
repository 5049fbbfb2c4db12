package org.gradus.engine.core;

import static org.gradus.engine.domain.FixedPoint.parse;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.gradus.engine.message.Decision;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.Journaled;
import org.gradus.engine.message.StopAction;
import org.junit.jupiter.api.Test;

/// A quote says what a position is worth while it is fresh; then the last trade does, without waiting for another.
class StaleQuoteTest {
    private static final long FRESH_NS = 600_000_000_000L;

    private final CoreRig rig = new CoreRig();

    @Test
    void theLastTradeIsTheMarkOnceTheQuoteIsStale() {
        rig.bought("2", "1000");
        rig.input(new Input.Quote(CoreRig.BTC, parse("990"), 1, parse("1001"), 1, 0));
        rig.trade("1000");
        assertEquals(parse("990"), markAtTheCloseBehind(FRESH_NS), "fresh for ten minutes, the end of them included");
        rig.input(new Input.Quote(CoreRig.BTC, parse("991"), 1, parse("1001"), 1, 0));
        rig.trade("1000");
        assertEquals(parse("1000"), markAtTheCloseBehind(FRESH_NS + 1_000_000_000L));
    }

    @Test
    void aStopBelowTheBidAndAboveTheLastTradeIsReachedThen() {
        rig.bought("2", "1000");
        rig.input(new Input.Quote(CoreRig.BTC, parse("999"), 1, parse("1001"), 1, 0));
        rig.trade("960");
        rig.pass(FRESH_NS).tick();
        Journaled second = rig.pass(1_000_000_000L).tick();
        assertEquals(1, CoreRig.in(second, Decision.StopDecision.class).stream()
            .filter(stop -> stop.action() == StopAction.TRIGGER).count());
    }

    private long markAtTheCloseBehind(long ns) {
        rig.pass(ns).tick();
        Journaled close = rig.input(new Input.BarClose(CoreRig.BTC, rig.nowNs()));
        return CoreRig.in(close, Decision.Equity.class).getLast().marks().getFirst().price();
    }
}
