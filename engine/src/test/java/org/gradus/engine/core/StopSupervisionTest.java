package org.gradus.engine.core;

import static org.gradus.engine.domain.FixedPoint.parse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.gradus.engine.domain.OrderType;
import org.gradus.engine.domain.Purpose;
import org.gradus.engine.message.AlertKind;
import org.gradus.engine.message.Decision;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.Journaled;
import org.gradus.engine.message.NotSentReason;
import org.gradus.engine.message.OperatorAction;
import org.gradus.engine.message.OrderAction;
import org.gradus.engine.message.RejectReason;
import org.gradus.engine.message.Release;
import org.gradus.engine.message.StopHolder;
import org.gradus.engine.message.UnknownReason;
import org.gradus.engine.message.VenueDownReason;
import org.junit.jupiter.api.Test;

/// A position's stop at a venue that does not do what it should: whatever becomes of the stop order, somebody watches.
class StopSupervisionTest {
    private static final long DAY_NS = 86_400 * CoreRig.SECOND_NS;
    private static final int EXPIRES_AFTER_DAYS = 90;

    /// The rig's limit.
    private static final int PLACED_WITHIN_S = 300;

    private final CoreRig rig = new CoreRig();

    private Decision.OrderDecision boughtWithStop() {
        rig.bought("0.01", "50000");
        Decision.OrderDecision stop = rig.lastSubmit();
        assertEquals(Purpose.PROTECTIVE_STOP, stop.purpose());
        return stop;
    }

    private StopHolder holder() {
        return rig.decisions(Decision.StopDecision.class).getLast().held();
    }

    private List<Decision.OrderDecision> orders(OrderAction action, Purpose purpose) {
        return rig.decisions(Decision.OrderDecision.class).stream()
            .filter(order -> order.action() == action && order.purpose() == purpose).toList();
    }

    private void seconds(int count) {
        for (int i = 0; i < count; i++) {
            rig.pass(CoreRig.SECOND_NS).tick();
        }
    }

    private boolean placedAgain(Decision.OrderDecision before) {
        Decision.OrderDecision last = orders(OrderAction.SUBMIT, Purpose.PROTECTIVE_STOP).getLast();
        return last.clientOrderId() != before.clientOrderId() && last.stopPrice() == before.stopPrice()
            && last.quantity() == before.quantity();
    }

    @Test
    void aStopIsOursUntilTheVenueHasAcknowledgedItHoweverLate() {
        Decision.OrderDecision stop = boughtWithStop();
        assertEquals(StopHolder.ENGINE, holder());
        rig.input(new Input.OrderSent(stop.clientOrderId()));
        seconds(30);
        assertEquals(StopHolder.ENGINE, holder());
        assertEquals(1, orders(OrderAction.SUBMIT, Purpose.PROTECTIVE_STOP).size());
        rig.accept(stop);
        assertEquals(StopHolder.VENUE, holder());
    }

    @Test
    void whileTheAcknowledgementIsLateAFallSellsAtTheMarket() {
        Decision.OrderDecision stop = boughtWithStop();
        rig.input(new Input.OrderSent(stop.clientOrderId()));
        rig.input(new Input.OrderUnknown(stop.clientOrderId(), UnknownReason.TIMEOUT));
        rig.trade("48900");
        seconds(1);
        assertEquals(stop.clientOrderId(), orders(OrderAction.CANCEL, Purpose.PROTECTIVE_STOP).getLast()
            .clientOrderId());
        rig.input(new Input.OrderNotSent(stop.clientOrderId(), NotSentReason.VENUE_DOWN));
        seconds(1);
        assertEquals(OrderType.MARKET, orders(OrderAction.SUBMIT, Purpose.STOP_ESCALATION).getLast().orderType());
    }

    @Test
    void aStopThatWasNotSentIsPlacedAgain() {
        Decision.OrderDecision stop = boughtWithStop();
        rig.input(new Input.OrderNotSent(stop.clientOrderId(), NotSentReason.VENUE_DOWN));
        assertEquals(StopHolder.ENGINE, holder());
        seconds(6);
        assertTrue(placedAgain(stop));
    }

    @Test
    void aRejectedStopIsWatchedByUsAndPlacedAgain() {
        Decision.OrderDecision stop = boughtWithStop();
        rig.accept(stop);
        rig.input(new Input.OrderRejected(stop.clientOrderId(), RejectReason.VENUE_CHOICE, ""));
        seconds(1);
        assertEquals(StopHolder.ENGINE, holder());
        seconds(5);
        assertTrue(placedAgain(stop));
    }

    @Test
    void aStopThatTheVenueHoldsIsWatchedByUsUntilItWorksAgain() {
        Decision.OrderDecision stop = boughtWithStop();
        rig.accept(stop);
        rig.input(new Input.OrderHeld(stop.clientOrderId()));
        assertEquals(StopHolder.ENGINE, holder());
        seconds(3);
        assertEquals(StopHolder.ENGINE, holder());
        rig.accept(stop);
        assertEquals(StopHolder.VENUE, holder());
        assertEquals(1, orders(OrderAction.SUBMIT, Purpose.PROTECTIVE_STOP).size());
    }

    @Test
    void aFallWhileTheStopIsHeldSellsAtTheMarketOnceItIsCancelled() {
        Decision.OrderDecision stop = boughtWithStop();
        rig.accept(stop);
        rig.input(new Input.OrderHeld(stop.clientOrderId()));
        rig.trade("48900");
        seconds(1);
        assertEquals(1, orders(OrderAction.CANCEL, Purpose.PROTECTIVE_STOP).size());
        rig.input(new Input.OrderCancelled(stop.clientOrderId(), 0));
        assertEquals(parse("0.01"), orders(OrderAction.SUBMIT, Purpose.STOP_ESCALATION).getLast().quantity());
    }

    @Test
    void aStopThatExpiresAfterNinetyDaysIsPlacedAgain() {
        Decision.OrderDecision stop = boughtWithStop();
        rig.accept(stop);
        rig.pass(EXPIRES_AFTER_DAYS * DAY_NS).trade("50000");
        rig.input(new Input.OrderExpired(stop.clientOrderId(), 0));
        seconds(1);
        assertEquals(StopHolder.ENGINE, holder());
        seconds(5);
        assertTrue(placedAgain(stop));
    }

    @Test
    void aStopThatTheVenueCancelledIsPlacedAgainAtOnce() {
        Decision.OrderDecision stop = boughtWithStop();
        rig.accept(stop);
        rig.input(new Input.OrderCancelled(stop.clientOrderId(), 0));
        assertEquals(StopHolder.ENGINE, holder());
        assertTrue(placedAgain(stop));
    }

    @Test
    void aTriggeredStopThatDoesNotFillBecomesAMarketExit() {
        Decision.OrderDecision stop = boughtWithStop();
        rig.accept(stop);
        rig.trade("48900");
        seconds(59);
        assertEquals(0, orders(OrderAction.CANCEL, Purpose.PROTECTIVE_STOP).size());
        seconds(2);
        assertEquals(AlertKind.STOP_ESCALATION, rig.decisions(Decision.Alert.class).getLast().kind());
        rig.input(new Input.OrderCancelled(stop.clientOrderId(), 0));
        assertEquals(1, orders(OrderAction.SUBMIT, Purpose.STOP_ESCALATION).size());
    }

    @Test
    void aTriggeredStopThatFillsInTimeNeedsNothing() {
        Decision.OrderDecision stop = boughtWithStop();
        rig.accept(stop);
        rig.trade("48900");
        seconds(2);
        rig.fill(stop, "48850");
        seconds(90);
        assertEquals(0, orders(OrderAction.SUBMIT, Purpose.STOP_ESCALATION).size());
    }

    /// Refuses each stop a second after it was sent.
    private void refuseStopsFor(int seconds) {
        for (int i = 0; i < seconds; i++) {
            seconds(1);
            Decision.OrderDecision last = orders(OrderAction.SUBMIT, Purpose.PROTECTIVE_STOP).getLast();
            rig.input(new Input.OrderRejected(last.clientOrderId(), RejectReason.VENUE_CHOICE, ""));
        }
    }

    private void isSoldAtTheMarketBecauseOf(long stopId) {
        assertEquals(List.of(new Decision.Alert(AlertKind.STOP_UNPLACED, stopId)),
            rig.decisions(Decision.Alert.class));
        Decision.OrderDecision exit = orders(OrderAction.SUBMIT, Purpose.STOP_ESCALATION).getLast();
        assertEquals(List.of(OrderType.MARKET, parse("0.01")), List.of(exit.orderType(), exit.quantity()));
    }

    @Test
    void aStopThatTheVenueRefusesForTooLongBecomesAMarketExit() {
        boughtWithStop();
        refuseStopsFor(PLACED_WITHIN_S);
        assertEquals(0, orders(OrderAction.SUBMIT, Purpose.STOP_ESCALATION).size());
        long last = orders(OrderAction.SUBMIT, Purpose.PROTECTIVE_STOP).getLast().clientOrderId();
        seconds(1);
        isSoldAtTheMarketBecauseOf(last);
    }

    @Test
    void aStopThatGetsLostForTooLongBecomesAMarketExit() {
        Decision.OrderDecision stop = boughtWithStop();
        rig.input(new Input.OrderSent(stop.clientOrderId()));
        rig.input(new Input.OrderUnknown(stop.clientOrderId(), UnknownReason.TIMEOUT));
        seconds(PLACED_WITHIN_S + 1);
        assertEquals(1, orders(OrderAction.CANCEL, Purpose.PROTECTIVE_STOP).size(), "it may be there yet");
        rig.input(new Input.OrderNotSent(stop.clientOrderId(), NotSentReason.VENUE_DOWN));
        isSoldAtTheMarketBecauseOf(stop.clientOrderId());
    }

    @Test
    void aStopThatTheVenueHoldsForTooLongBecomesAMarketExit() {
        Decision.OrderDecision stop = boughtWithStop();
        rig.accept(stop);
        seconds(2 * PLACED_WITHIN_S);
        rig.input(new Input.OrderHeld(stop.clientOrderId()));
        seconds(PLACED_WITHIN_S + 1);
        rig.input(new Input.OrderCancelled(stop.clientOrderId(), 0));
        isSoldAtTheMarketBecauseOf(stop.clientOrderId());
    }

    @Test
    void theTimeBeginsAnewOnceTheVenueWorksAStop() {
        boughtWithStop();
        refuseStopsFor(PLACED_WITHIN_S - 60);
        seconds(59);
        Decision.OrderDecision stop = orders(OrderAction.SUBMIT, Purpose.PROTECTIVE_STOP).getLast();
        rig.accept(stop);
        rig.input(new Input.OrderHeld(stop.clientOrderId()));
        seconds(PLACED_WITHIN_S);
        assertEquals(List.of(), rig.decisions(Decision.Alert.class));
        seconds(1);
        assertEquals(1, rig.decisions(Decision.Alert.class).size());
    }

    @Test
    void aPositionOfMoreThanOneOrderIsKeptWhileTheVenueWorksAStopForAsMuchAsItTakes() {
        rig.trade("1000");
        rig.reconcile("100000", "300", 0);
        rig.command(OperatorAction.RESUME, Release.RECONCILIATION.bit());
        Decision.OrderDecision stop = orders(OrderAction.SUBMIT, Purpose.PROTECTIVE_STOP).getLast();
        seconds(PLACED_WITHIN_S);
        rig.accept(stop);
        seconds(2 * PLACED_WITHIN_S);
        assertEquals(StopHolder.ENGINE, holder());
        assertEquals(AlertKind.RECONCILIATION, rig.decisions(Decision.Alert.class).getLast().kind());
        rig.input(new Input.OrderRejected(stop.clientOrderId(), RejectReason.VENUE_CHOICE, ""));
        seconds(PLACED_WITHIN_S + 1);
        assertEquals(AlertKind.STOP_UNPLACED, rig.decisions(Decision.Alert.class).getLast().kind());
    }

    @Test
    void aStopThatAnEarlierBuildWaitedForIsNotGivenUpForThatBehindARestart() {
        Decision.OrderDecision stop = boughtWithStop();
        int before = rig.records().size();
        seconds(2 * PLACED_WITHIN_S);
        rig.accept(stop);
        CoreRig later = new CoreRig();
        later.restore(Stream.concat(rig.records().stream().limit(before), rig.records().stream().skip(before)
            .map(record -> new Journaled(record.header(), record.input(), record.derived(), List.of()))).toList());
        later.pass(CoreRig.SECOND_NS).tick();
        assertEquals(List.of(), later.decisions(Decision.OrderDecision.class));
        assertEquals(List.of(), later.decisions(Decision.Alert.class));
    }

    @Test
    void whileTheVenueIsDownTheTimeStandsStill() {
        boughtWithStop();
        refuseStopsFor(PLACED_WITHIN_S);
        rig.input(new Input.VenueDown(VenueDownReason.STREAM_DROPPED));
        seconds(PLACED_WITHIN_S);
        assertEquals(List.of(), rig.decisions(Decision.Alert.class));
        rig.input(new Input.VenueUp());
        seconds(1);
        assertEquals(1, rig.decisions(Decision.Alert.class).size());
    }

    @Test
    void theNextPositionHasTheWholeTimeAgain() {
        boughtWithStop();
        refuseStopsFor(PLACED_WITHIN_S - 5);
        rig.command(OperatorAction.FLATTEN, 0);
        seconds(1);
        rig.fill(orders(OrderAction.SUBMIT, Purpose.FLATTEN).getLast(), "50000");
        seconds(1);
        rig.command(OperatorAction.RESUME, 0);
        boughtWithStop();
        refuseStopsFor(PLACED_WITHIN_S);
        assertEquals(0, orders(OrderAction.SUBMIT, Purpose.STOP_ESCALATION).size());
    }

    @Test
    void aCancelWithoutAnAnswerIsAskedForAgainEveryFiveSecondsAndNotAtEachTick() {
        rig.bought("2", "1000");
        rig.accept(rig.lastSubmit());
        rig.command(OperatorAction.FLATTEN, 0);
        for (int i = 0; i < 16; i++) {
            rig.pass(CoreRig.SECOND_NS).tick();
            rig.trade("1000");
        }
        assertEquals(4, rig.decisions(Decision.OrderDecision.class).stream()
            .filter(order -> order.action() == OrderAction.CANCEL).count());
    }
}
