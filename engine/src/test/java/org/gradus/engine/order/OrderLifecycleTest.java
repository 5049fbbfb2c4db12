package org.gradus.engine.order;

import static org.gradus.engine.order.OrderRig.TEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.domain.OrderState;
import org.gradus.engine.domain.Side;
import org.gradus.engine.message.FillRefusal;
import org.junit.jupiter.api.Test;

class OrderLifecycleTest {
    private static final long ONE = FixedPoint.ONE;

    private final OrderRig rig = new OrderRig(4, 2);
    private final Order order = rig.open(1);

    @Test
    void addsUpFillsFeesAndAveragePrice() {
        rig.filled(order, 1, 3 * ONE, 3 * ONE);
        rig.filled(order, 2, 4 * ONE, 7 * ONE);
        assertEquals(List.of(7 * ONE, 3 * ONE, 693 * ONE, 99 * ONE, ONE / 5),
            List.of(order.filled(), order.remaining(), order.filledNotional(), order.averageFillPrice(), order.fees()));
    }

    @Test
    void appliesAnExecutionOnce() {
        assertEquals(List.of(ReportResult.APPLIED, ReportResult.DUPLICATE),
            List.of(rig.filled(order, 1, 3 * ONE, 3 * ONE), rig.filled(order, 1, 3 * ONE, 3 * ONE)));
        assertEquals(3 * ONE, order.filled());
    }

    @Test
    void refusesWhatExceedsTheOrderAndForgetsItsExecution() {
        rig.filled(order, 1, 9 * ONE, 9 * ONE);
        assertEquals(ReportResult.EXCEEDS_ORDER, rig.filled(order, 2, ONE + 1, TEN + 1));
        assertEquals(9 * ONE, order.filled());
        assertEquals(1, rig.lifecycle.count(ReportResult.EXCEEDS_ORDER));
        assertEquals(ReportResult.APPLIED, rig.filled(order, 2, ONE, TEN));
    }

    @Test
    void takesAnOvertakenFillOutOfOrder() {
        assertEquals(ReportResult.APPLIED, rig.filled(order, 2, 2 * ONE, 5 * ONE));
        assertEquals(3 * ONE, order.missing());
        assertEquals(ReportResult.OUT_OF_ORDER, rig.filled(order, 1, 3 * ONE, 3 * ONE));
        assertEquals(0, order.missing());
    }

    @Test
    void knowsWhichFillsACancelledOrderStillMisses() {
        rig.cancelled(1, 4 * ONE);
        assertEquals(4 * ONE, order.missing());
        assertEquals(ReportResult.OUT_OF_ORDER, rig.filled(order, 1, 4 * ONE, 4 * ONE));
        assertEquals(List.of(0L, OrderState.CANCELLED), List.of(order.missing(), order.state()));
    }

    @Test
    void refusesAFillOfAnotherSideOrInstrument() {
        assertEquals(ReportResult.IGNORED_ILLEGAL, rig.filled(1, Side.SELL, 0, 1, ONE, ONE));
        assertEquals(ReportResult.IGNORED_ILLEGAL, rig.filled(1, Side.BUY, 1, 1, ONE, ONE));
        assertEquals(ReportResult.IGNORED_ILLEGAL, rig.filled(1, Side.BUY, 0, 1, 0, ONE));
        assertEquals(0, order.filled());
    }

    @Test
    void keepsAPendingCancelThroughTheFirstAcceptance() {
        rig.sent(1);
        assertTrue(rig.requestCancel(order));
        assertEquals(ReportResult.OUT_OF_ORDER, rig.accepted(1));
        assertEquals(List.of(OrderState.PENDING_CANCEL, true), List.of(order.state(), order.acknowledged()));
        assertEquals(ReportResult.APPLIED, rig.cancelled(1, 0));
    }

    @Test
    void forgetsACancelWhenALookUpFindsTheOrderAtWork() {
        rig.accepted(1);
        rig.filled(order, 1, ONE, ONE);
        rig.requestCancel(order);
        rig.unknown(1);
        assertEquals(ReportResult.APPLIED, rig.accepted(1));
        assertEquals(List.of(OrderState.PARTIALLY_FILLED, 0L), List.of(order.state(), order.cancelRequestedNs()));
    }

    @Test
    void cannotCancelWhatHasEnded() {
        rig.rejected(1);
        assertFalse(rig.requestCancel(order));
    }

    @Test
    void believesNoDenialOfAnOrderThatTheVenueHas() {
        rig.accepted(1);
        rig.unknown(1);
        assertEquals(ReportResult.IGNORED_ILLEGAL, rig.notSent(1));
        assertEquals(ReportResult.DUPLICATE, sentTwice());
        assertEquals(OrderState.UNKNOWN, order.state());
    }

    @Test
    void remembersWhatReplacedAnOrder() {
        rig.accepted(1);
        rig.replaced(1, 2);
        rig.replaced(1, 3);
        assertEquals(2, order.replacedBy());
    }

    @Test
    void doesNotKnowAnOrderThatWasForgotten() {
        rig.cancelled(1, 0);
        for (long id = 2; id <= 3; id++) {
            rig.open(id);
            rig.cancelled(id, 0);
        }
        assertEquals(ReportResult.UNKNOWN_ORDER, rig.filled(1, Side.BUY, 0, 1, ONE, ONE));
        assertEquals(List.of(ReportResult.UNKNOWN_ORDER, ReportResult.UNKNOWN_ORDER, ReportResult.UNKNOWN_ORDER),
            List.of(rig.sent(1), rig.accepted(9), rig.expired(9, 0)));
        assertEquals(ReportResult.OUT_OF_ORDER, rig.filled(2, Side.BUY, 0, 1, ONE, ONE));
    }

    @Test
    void saysWhyAFillWasRefused() {
        assertEquals(List.of(FillRefusal.NONE, FillRefusal.SEEN_BEFORE, FillRefusal.NONE, FillRefusal.UNKNOWN_ORDER,
            FillRefusal.UNKNOWN_ORDER, FillRefusal.EXCEEDS_ORDER),
            Arrays.stream(ReportResult.values()).map(ReportResult::fillRefusal).toList());
    }

    private ReportResult sentTwice() {
        rig.sent(1);
        return rig.sent(1);
    }
}
