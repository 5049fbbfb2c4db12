package org.gradus.engine.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.gradus.engine.domain.DenialReason;
import org.gradus.engine.domain.FeedFault;
import org.gradus.engine.domain.OrderType;
import org.gradus.engine.domain.Purpose;
import org.gradus.engine.domain.RiskState;
import org.gradus.engine.domain.Rule;
import org.gradus.engine.domain.Side;
import org.gradus.engine.domain.TimeInForce;
import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.message.AlertKind;
import org.gradus.engine.message.CashFlowReason;
import org.gradus.engine.message.CommandRefusal;
import org.gradus.engine.message.Comparison;
import org.gradus.engine.message.DifferenceKind;
import org.gradus.engine.message.DisabledReason;
import org.gradus.engine.message.FillRefusal;
import org.gradus.engine.message.Hash256;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.NotSentReason;
import org.gradus.engine.message.OperatorAction;
import org.gradus.engine.message.OrderAction;
import org.gradus.engine.message.PhaseReason;
import org.gradus.engine.message.RejectReason;
import org.gradus.engine.message.RiskReason;
import org.gradus.engine.message.SignalKind;
import org.gradus.engine.message.Stage;
import org.gradus.engine.message.StopAction;
import org.gradus.engine.message.StopHolder;
import org.gradus.engine.message.StoppedReason;
import org.gradus.engine.message.UnknownReason;
import org.gradus.engine.message.VenueDownReason;
import org.gradus.engine.message.Verdict;
import org.junit.jupiter.api.Test;

class EncoderAllocationTest {
    private static final int ROUNDS = 20_000;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final EventSlot slot = EventSlot.ofCapacity(1 << 14);
    private final InputEncoder inputs = new InputEncoder();
    private final DerivedEncoder derived = new DerivedEncoder();
    private final DecisionEncoder decisions = new DecisionEncoder();
    private final BarFields bar = new BarFields();
    private final FillReport fill = new FillReport();
    private final DecidedOrder order = new DecidedOrder();
    private final EquityReading reading = new EquityReading();
    private final Input.OperatorCommand halt = new Input.OperatorCommand(OperatorAction.HALT, 0, 0, 1, 2, "ada");
    private final StringBuilder text = new StringBuilder("1385400300;8x2;é");

    @Test
    void hotEncodersAllocateNothing() {
        bar.timeframe = Timeframe.M1;
        fill.side = Side.BUY;
        // The first rounds load classes and compile; of the later ones the best counts, since a compiler may still
        // interfere once.
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 4; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            run();
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        long measuring = threads.getCurrentThreadAllocatedBytes();
        measuring = threads.getCurrentThreadAllocatedBytes() - measuring;
        assertEquals(0, least - measuring, "bytes in " + ROUNDS + " rounds of every encoder");
    }

    private void run() {
        for (int i = 0; i < ROUNDS; i++) {
            slot.begin(i, 1, i, i);
            marketInputs(i);
            orderInputs(i);
            otherInputs(i);
            derivedValues(i);
            slot.begin(i, 1, i, i);
            checkedOrder(i);
            outcomes(i);
        }
    }

    private void marketInputs(int i) {
        inputs.timeTick(slot);
        inputs.continued(slot);
        inputs.trade(slot, i, i, i, Side.BUY);
        inputs.trade(slot, i, i, i, null);
        inputs.tradeAggregate(slot, i, i, i, i, i, i, i);
        inputs.quote(slot, i, i, i, i, i, i);
        inputs.feedBar(slot, bar);
        inputs.barClose(slot, i, i);
        inputs.lateTrade(slot, i, i, i, Side.SELL);
        inputs.feedFault(slot, i, FeedFault.BAD_BAR, text);
        inputs.feedGap(slot, i, i, i, i);
    }

    private void orderInputs(int i) {
        inputs.orderSent(slot, i, i);
        inputs.orderNotSent(slot, i, NotSentReason.HALTED);
        inputs.orderAccepted(slot, i, i, i);
        inputs.orderRejected(slot, i, RejectReason.UNKNOWN, text);
        inputs.orderFilled(slot, fill);
        inputs.orderCancelled(slot, i, i);
        inputs.orderExpired(slot, i, i);
        inputs.orderReplaced(slot, i, i);
        inputs.orderUnknown(slot, i, UnknownReason.DROPPED);
    }

    private void otherInputs(int i) {
        inputs.account(slot, i, i);
        inputs.venuePosition(slot, i, i);
        inputs.reconciled(slot, i);
        inputs.cashFlow(slot, i, CashFlowReason.DEPOSIT);
        inputs.corporateAction(slot, i, i, i);
        inputs.venueUp(slot);
        inputs.venueDown(slot, VenueDownReason.CLOCK_SKEW);
        inputs.operatorCommand(slot, halt);
        inputs.phaseApproved(slot, 1, 2, i, i, Hash256.ZERO, text);
        inputs.seal(slot, i, i, i, Hash256.ZERO, Hash256.ZERO);
        inputs.stopped(slot, StoppedReason.FAULT);
        inputs.alertDelivered(slot, i);
    }

    private void derivedValues(int i) {
        derived.beginBarClosed(slot, bar, 2);
        derived.value(i);
        derived.value(i);
        derived.endBarClosed();
        derived.printConfirmed(slot, i, i, i, i);
        derived.printRefused(slot, i, i, i);
        derived.stageHash(slot, Stage.MARKET, i);
    }

    private void checkedOrder(int i) {
        decisions.beginEvaluation(slot, i, i, Timeframe.M1, SignalKind.ENTER, i, 1, 4);
        decisions.value(0, i);
        decisions.endEvaluation();
        decisions.beginChecks(slot, i);
        decisions.check(Rule.VENUE, Comparison.EQUAL, Verdict.PASS, DenialReason.NONE, i, i, i, i);
        decisions.check(Rule.LOT, null, Verdict.DENY, DenialReason.OFF_LOT, i, i, i, i);
        decisions.endChecks(i);
        order.reset();
        order.action = OrderAction.SUBMIT;
        order.purpose = Purpose.ENTRY;
        order.orderType = OrderType.LIMIT;
        order.timeInForce = TimeInForce.IOC;
        decisions.order(slot, order);
        decisions.beginEquity(slot, reading, 3);
        decisions.mark(1, i);
        decisions.endEquity();
    }

    private void outcomes(int i) {
        decisions.beginStop(slot, StopAction.ARM, Side.SELL, StopHolder.ENGINE, i, i, i, 0, 2);
        decisions.protects(i);
        decisions.endStop();
        decisions.riskState(slot, RiskState.ACTIVE, RiskState.HALTED, RiskReason.FLATTEN);
        decisions.phase(slot, 1, 2, PhaseReason.APPROVED);
        decisions.fillOutcome(slot, i, true, FillRefusal.NONE, false);
        decisions.allocation(slot, i, i, i, Side.BUY, i, i, i, i);
        decisions.beginReconcile(slot, false, 2);
        decisions.difference(DifferenceKind.CASH, -1, i, i, 0);
        decisions.endReconcile();
        decisions.strategyDisabled(slot, i, DisabledReason.THREW, "a.B at C.java:1");
        decisions.commandOutcome(slot, true, CommandRefusal.NONE, 1);
        decisions.alert(slot, AlertKind.VETO_WINDOW, i);
        decisions.adjustment(slot, i, i, i, i, i);
    }
}
