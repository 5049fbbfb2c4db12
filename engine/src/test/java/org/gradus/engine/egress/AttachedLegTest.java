package org.gradus.engine.egress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.gradus.engine.domain.OrderType;
import org.gradus.engine.domain.Purpose;
import org.gradus.engine.domain.RiskState;
import org.gradus.engine.domain.Side;
import org.gradus.engine.domain.TimeInForce;
import org.gradus.engine.egress.SendingDesk.Lane;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.NotSentReason;
import org.gradus.engine.message.OrderAction;
import org.gradus.engine.message.RejectReason;
import org.gradus.engine.message.UnknownReason;
import org.junit.jupiter.api.Test;

/// An entry and the stop that it takes along, on their way out and until the venue has proven what became of both.
class AttachedLegTest {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final long ENTRY = 1;
    private static final long LEG = 2;

    private final AtomicLong nowNs = new AtomicLong(SECOND_NS);
    private final List<Input> told = new ArrayList<>();
    private final OutgoingOrders orders = new OutgoingOrders(16);
    private final SendingRules rules = SendingRules.of(9, 4, 10 * SECOND_NS);
    private final SendingDesk desk = new SendingDesk(orders, rules, nowNs::get, told::add);
    private final Settlement settlement = new Settlement(orders, desk, rules, nowNs::get, told::add);
    private final OrderCommand next = new OrderCommand();

    AttachedLegTest() {
        desk.venueUp(true);
    }

    private static OrderCommand entry(OrderAction action) {
        OrderCommand command = new OrderCommand();
        command.action = action;
        command.clientOrderId = ENTRY;
        command.purpose = Purpose.ENTRY;
        command.side = Side.BUY;
        command.orderType = OrderType.LIMIT;
        command.timeInForce = TimeInForce.GTC;
        command.quantity = 10;
        command.limitPrice = 100;
        command.decidedNs = SECOND_NS;
        command.legId = LEG;
        command.legTrigger = 97;
        return command;
    }

    private void handOver() {
        desk.send(entry(OrderAction.SUBMIT));
    }

    private void cancelLeg() {
        OrderCommand cancel = new OrderCommand();
        cancel.legOf(entry(OrderAction.CANCEL));
        desk.send(cancel);
    }

    private void sent(SendOutcome outcome) {
        handOver();
        assertTrue(desk.next(Lane.ENTRIES, next));
        assertFalse(desk.next(Lane.EXITS, new OrderCommand()), "the leg goes with the entry only");
        desk.answered(next, outcome);
    }

    private static Input.OrderFilled fill(long id, Side side, long cumulative) {
        return new Input.OrderFilled(id, id, cumulative, 0, side, 100, cumulative, cumulative, 0, false);
    }

    private List<Input> told(Class<? extends Input> kind) {
        return told.stream().filter(kind::isInstance).toList();
    }

    @Test
    void oneRequestBringsBothAndTheLegSleeps() {
        sent(new SendOutcome.Accepted(5, 6, true));
        assertEquals(List.of(ENTRY, LEG, 97L), List.of(next.clientOrderId, next.legId, next.legTrigger));
        assertEquals(List.of(new Input.OrderAccepted(ENTRY, 5, 6)), told(Input.OrderAccepted.class));
        assertEquals(List.of(new Input.OrderHeld(LEG)), told(Input.OrderHeld.class));
        assertEquals(1, told(Input.OrderSent.class).size());
        assertFalse(settlement.note(new Input.OrderHeld(LEG)), "known already");
        assertTrue(settlement.note(new Input.OrderAccepted(LEG, 7, 8)));
    }

    @Test
    void whatKeepsTheEntryHereOrIsRefusedThereKeepsTheLegToo() {
        handOver();
        desk.riskState(RiskState.HALTED, nowNs.get());
        assertFalse(desk.next(Lane.ENTRIES, next));
        assertEquals(List.of(new Input.OrderNotSent(ENTRY, NotSentReason.HALTED),
            new Input.OrderNotSent(LEG, NotSentReason.HALTED)), told);
        told.clear();
        desk.riskState(RiskState.ACTIVE, nowNs.get());
        sent(new SendOutcome.Refused(RejectReason.MALFORMED, "no"));
        assertEquals(List.of(new Input.OrderRejected(ENTRY, RejectReason.MALFORMED, "no"),
            new Input.OrderRejected(LEG, RejectReason.MALFORMED, "no")), told(Input.OrderRejected.class));
        assertEquals(0, orders.size());
    }

    @Test
    void aLegThatIsCancelledBeforeItLeavesKeepsItsEntryHere() {
        handOver();
        cancelLeg();
        assertFalse(desk.next(Lane.CANCELS, next));
        assertFalse(desk.next(Lane.ENTRIES, next));
        assertEquals(List.of(new Input.OrderNotSent(ENTRY, NotSentReason.CANCELLED),
            new Input.OrderNotSent(LEG, NotSentReason.CANCELLED)), told);
    }

    @Test
    void aLegThatTheAnswerDoesNotTellOfIsLookedUpUntilItIsProvenMissing() {
        sent(new SendOutcome.Accepted(5, 6, false));
        for (int i = 0; i < 60 && told(Input.OrderNotSent.class).isEmpty(); i++) {
            nowNs.addAndGet(SECOND_NS);
            long id = settlement.next();
            if (id != 0) {
                assertEquals(List.of(LEG, ENTRY), List.of(id, settlement.parentOf(id)));
                settlement.answered(id, new LookUp.NotFound());
            }
        }
        assertEquals(List.of(new Input.OrderNotSent(LEG, NotSentReason.VENUE_DOWN)), told(Input.OrderNotSent.class));
        assertEquals(1, orders.size());
    }

    @Test
    void aLegThatVanishesAfterItWasSeenIsUnknownBeforeItIsGivenUp() {
        sent(new SendOutcome.Accepted(5, 6, true));
        settlement.lookUpAll();
        for (int i = 0; i < 120 && told(Input.OrderNotSent.class).isEmpty(); i++) {
            nowNs.addAndGet(SECOND_NS);
            long id = settlement.next();
            if (id != 0) {
                settlement.answered(id, new LookUp.NotFound());
            }
        }
        assertEquals(List.of(new Input.OrderUnknown(LEG, UnknownReason.DROPPED)), told(Input.OrderUnknown.class));
    }

    @Test
    void aLegWhoseEntryIsToldToBeFilledBeforeTheAnswerComesCanBeCancelled() {
        handOver();
        assertTrue(desk.next(Lane.ENTRIES, next));
        settlement.note(fill(ENTRY, Side.BUY, 10));
        settlement.note(new Input.OrderAccepted(LEG, 7, 8));
        cancelLeg();
        assertFalse(desk.next(Lane.CANCELS, new OrderCommand()), "its request is on its way");
        desk.answered(next, new SendOutcome.Accepted(5, 6, true));
        assertTrue(desk.next(Lane.CANCELS, next));
        assertEquals(List.of(LEG, ENTRY), List.of(next.clientOrderId, next.parent));
        assertEquals(List.of(), told(Input.OrderHeld.class), "it was heard of");
    }

    @Test
    void aLegThatNobodyHasToldOfIsLookedUpWhenItsEntryWasFilledBeforeTheAnswer() {
        handOver();
        assertTrue(desk.next(Lane.ENTRIES, next));
        settlement.note(fill(ENTRY, Side.BUY, 10));
        desk.answered(next, new SendOutcome.Unknown(UnknownReason.TIMEOUT));
        nowNs.addAndGet(SECOND_NS);
        assertEquals(LEG, settlement.next());
    }

    @Test
    void fillsOfTheEntryAreAskedForBeforeThoseOfTheLegArePassedOn() {
        sent(new SendOutcome.Accepted(5, 6, true));
        assertFalse(settlement.note(fill(LEG, Side.SELL, 10)));
        assertEquals(ENTRY, settlement.next());
        assertTrue(settlement.note(fill(ENTRY, Side.BUY, 10)));
        assertTrue(settlement.note(fill(LEG, Side.SELL, 10)));
        assertEquals(0, orders.size());
    }

    @Test
    void aStopOfTheEngineCancelsAnEntryThatRestsAndNotItsLeg() {
        sent(new SendOutcome.Accepted(5, 6, true));
        desk.stop();
        assertFalse(desk.idle());
        assertTrue(desk.next(Lane.CANCELS, next));
        assertEquals(ENTRY, next.clientOrderId);
        desk.answered(next, new SendOutcome.Accepted(0, 0));
        assertFalse(desk.next(Lane.CANCELS, next));
        assertTrue(desk.idle());
    }

    @Test
    void aStopOfTheEngineCancelsAnEntryForTheDayThatTakesNoStopAlong() {
        OrderCommand alone = entry(OrderAction.SUBMIT);
        alone.timeInForce = TimeInForce.DAY;
        alone.legId = 0;
        desk.send(alone);
        assertTrue(desk.next(Lane.ENTRIES, next));
        desk.answered(next, new SendOutcome.Accepted(5, 6, false));
        desk.stop();
        assertTrue(desk.next(Lane.CANCELS, next));
        assertEquals(ENTRY, next.clientOrderId);
    }

    @Test
    void behindARestartBothAreLookedUpAndOnlyTheUnheardOfIsUnknown() {
        desk.reliving().send(entry(OrderAction.SUBMIT));
        settlement.relived(new Input.OrderHeld(LEG), SECOND_NS);
        settlement.begin(SECOND_NS);
        assertEquals(List.of(new Input.OrderUnknown(ENTRY, UnknownReason.RESTART)), told);
        assertEquals(List.of(ENTRY, LEG), List.of(settlement.next(), settlement.next()));
    }
}
