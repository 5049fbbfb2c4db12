package org.gradus.engine.core;

import static org.gradus.engine.domain.FixedPoint.parse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.gradus.engine.domain.Purpose;
import org.gradus.engine.message.Decision;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.Journaled;
import org.gradus.engine.message.OrderAction;
import org.gradus.engine.message.StopAction;
import org.gradus.engine.message.StopHolder;
import org.junit.jupiter.api.Test;

/// Four units for one: quantity and prices move by the ratio, and nothing trips on what is no move of the market.
class SplitTest {
    private final CoreRig rig = new CoreRig();

    @Test
    void aSplitTripsNothing() {
        rig.bought("2", "1000");
        Decision.Equity before = rig.decisions(Decision.Equity.class).getLast();
        split("4");
        assertEquals(0, rig.trade("250.5").header().flags(), "the first print at the new price is believed");
        rig.minute("250.5");
        Decision.Equity after = rig.decisions(Decision.Equity.class).getLast();
        assertEquals(before.equity() + parse("4"), after.equity());
        assertEquals(0, after.drawdown());
        assertEquals(List.of(), rig.decisions(Decision.RiskStateChange.class));
        assertTrue(rig.decisions(Decision.StopDecision.class).stream()
            .noneMatch(stop -> stop.action() == StopAction.TRIGGER));
    }

    @Test
    void theStopMovesByTheRatio() {
        rig.bought("2", "1000");
        long price = rig.decisions(Decision.StopDecision.class).getLast().stopPrice();
        Decision.StopDecision moved = CoreRig.in(split("4"), Decision.StopDecision.class).getLast();
        assertEquals(StopAction.MOVE, moved.action());
        assertEquals(parse("8"), moved.quantity());
        assertEquals((price + 3) / 4, moved.stopPrice(), parse("0.01"));
        rig.trade("244");
        assertEquals(StopAction.TRIGGER, rig.decisions(Decision.StopDecision.class).getLast().action());
    }

    @Test
    void theStopAtTheVenueIsCalledBackAndPlacedAnew() {
        rig.bought("2", "1000");
        rig.accept(lastStop());
        Journaled record = split("4");
        Decision.StopDecision moved = CoreRig.in(record, Decision.StopDecision.class).getFirst();
        assertEquals(StopHolder.ENGINE, moved.held());
        Decision.OrderDecision old = CoreRig.in(record, Decision.OrderDecision.class).getLast();
        assertEquals(OrderAction.CANCEL, old.action());
        rig.input(new Input.OrderCancelled(old.clientOrderId(), 0));
        assertEquals(parse("8"), lastStop().quantity());
        assertEquals(moved.stopPrice(), lastStop().stopPrice());
    }

    @Test
    void anEntryOnItsWayKeepsItsPromise() {
        rig.trade("1000");
        rig.wanted = parse("2");
        rig.minute("1000");
        Decision.OrderDecision entry = rig.lastSubmit();
        split("4");
        rig.fill(entry, "250");
        Decision.StopDecision armed = rig.decisions(Decision.StopDecision.class).getLast();
        assertEquals(entry.stopPrice() / 4, armed.stopPrice(), parse("0.01"));
    }

    private Decision.OrderDecision lastStop() {
        return rig.decisions(Decision.OrderDecision.class).stream()
            .filter(o -> o.purpose() == Purpose.PROTECTIVE_STOP && o.action() == OrderAction.SUBMIT).toList().getLast();
    }

    private Journaled split(String ratio) {
        return rig.input(new Input.CorporateAction(CoreRig.BTC, parse(ratio), 0));
    }
}
