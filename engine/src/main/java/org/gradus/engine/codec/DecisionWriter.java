package org.gradus.engine.codec;

import org.gradus.engine.message.Decision;

/// Writes decision records into slots, for the rim, tools and tests, through the encoder of the hot path: there is one
/// encoding.
final class DecisionWriter {
    private final DecisionEncoder to = new DecisionEncoder();
    private final DecidedOrder order = new DecidedOrder();
    private final EquityReading reading = new EquityReading();

    void write(EventSlot slot, Decision decision) {
        switch (decision) {
            case Decision.Evaluation in -> evaluation(slot, in);
            case Decision.Checks in -> checks(slot, in);
            case Decision.OrderDecision in -> order(slot, in);
            case Decision.StopDecision in -> stop(slot, in);
            case Decision.RiskStateChange in -> to.riskState(slot, in.fromState(), in.toState(), in.reason());
            case Decision.PhaseChange in -> to.phase(slot, in.fromPhase(), in.toPhase(), in.reason());
            case Decision.Equity in -> equity(slot, in);
            case Decision.FillOutcome in ->
                to.fillOutcome(slot, in.clientOrderId(), in.applied(), in.reason(), in.outOfOrder());
            case Decision.Allocation in -> to.allocation(slot, in.clientOrderId(), in.strategy(), in.instrument(),
                                                         in.side(),
                    in.quantity(), in.price(), in.realised(), in.fees());
            case Decision.ReconcileOutcome in -> reconcile(slot, in);
            case Decision.StrategyDisabled in -> to.strategyDisabled(slot, in.strategy(), in.reason(), in.thrown());
            case Decision.CommandOutcome in -> to.commandOutcome(slot, in.accepted(), in.reason(), in.released());
            case Decision.Adjustment in -> to.adjustment(slot, in.strategy(), in.instrument(), in.from(), in.to(),
                    in.price(), in.ratio());
            case Decision.Alert in -> to.alert(slot, in.kind(), in.clientOrderId());
        }
    }

    private void evaluation(EventSlot slot, Decision.Evaluation in) {
        to.beginEvaluation(slot, in.strategy(), in.instrument(), in.timeframe(), in.signal(), in.barsSeen(),
                           in.rationale(),
                in.values().size());
        for (Decision.Evaluation.Value value : in.values()) {
            to.value(value.index(), value.value());
        }
        to.endEvaluation();
    }

    private void checks(EventSlot slot, Decision.Checks in) {
        to.beginChecks(slot, in.clientOrderId());
        for (Decision.Checks.Check check : in.rules()) {
            to.check(check.rule(), check.op(), check.verdict(), check.reason(), check.left(), check.right(),
                     check.value(),
                    check.limit());
        }
        to.endChecks(in.expiresNs());
    }

    private void order(EventSlot slot, Decision.OrderDecision in) {
        order.clientOrderId = in.clientOrderId();
        order.action = in.action();
        order.purpose = in.purpose();
        order.side = in.side();
        order.orderType = in.orderType();
        order.timeInForce = in.timeInForce();
        order.reduces = in.reduces();
        order.riskState = in.riskState();
        order.phase = in.phase();
        order.rule = in.rule();
        order.reason = in.reason();
        order.strategy = in.strategy();
        order.instrument = in.instrument();
        order.quantity = in.quantity();
        order.limitPrice = in.limitPrice();
        order.stopPrice = in.stopPrice();
        order.price = in.price();
        order.notional = in.notional();
        order.equity = in.equity();
        order.exposureAfter = in.exposureAfter();
        order.replaces = in.replaces();
        order.parent = in.parent();
        order.expiresNs = in.expiresNs();
        to.order(slot, order);
    }

    private void stop(EventSlot slot, Decision.StopDecision in) {
        to.beginStop(slot, in.action(), in.side(), in.held(), in.instrument(), in.quantity(), in.stopPrice(),
                in.clientOrderId(), in.protects().size());
        in.protects().forEach(to::protects);
        to.endStop();
    }

    private void equity(EventSlot slot, Decision.Equity in) {
        reading.equity = in.equity();
        reading.cash = in.cash();
        reading.exposure = in.exposure();
        reading.peak = in.peak();
        reading.drawdown = in.drawdown();
        reading.low = in.low();
        reading.realised = in.realised();
        reading.open = in.open();
        reading.fees = in.fees();
        reading.truePeak = in.truePeak();
        to.beginEquity(slot, reading, in.marks().size());
        for (Decision.Equity.Mark mark : in.marks()) {
            to.mark(mark.instrument(), mark.price());
        }
        to.endEquity();
    }

    private void reconcile(EventSlot slot, Decision.ReconcileOutcome in) {
        to.beginReconcile(slot, in.clean(), in.differences().size());
        for (Decision.ReconcileOutcome.Difference difference : in.differences()) {
            to.difference(difference.kind(), difference.instrument(), difference.ours(), difference.venue(),
                difference.clientOrderId(), difference.ratio(), difference.venueOrderIdHigh(),
                difference.venueOrderIdLow(), difference.name());
        }
        to.endReconcile();
    }
}
