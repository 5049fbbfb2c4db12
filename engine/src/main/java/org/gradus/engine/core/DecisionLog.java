package org.gradus.engine.core;

import org.gradus.engine.codec.DecidedOrder;
import org.gradus.engine.codec.DecisionEncoder;
import org.gradus.engine.codec.DerivedEncoder;
import org.gradus.engine.codec.EquityReading;
import org.gradus.engine.codec.EventSlot;
import org.gradus.engine.domain.DenialReason;
import org.gradus.engine.domain.RiskState;
import org.gradus.engine.domain.Rule;
import org.gradus.engine.domain.Side;
import org.gradus.engine.message.AlertKind;
import org.gradus.engine.message.CommandRefusal;
import org.gradus.engine.message.DifferenceKind;
import org.gradus.engine.message.DisabledReason;
import org.gradus.engine.message.FillRefusal;
import org.gradus.engine.message.OrderAction;
import org.gradus.engine.message.RiskReason;
import org.gradus.engine.message.SignalKind;
import org.gradus.engine.message.Stage;
import org.gradus.engine.message.StopAction;
import org.gradus.engine.order.Order;
import org.gradus.engine.order.OrderDraft;
import org.gradus.engine.portfolio.Position;
import org.gradus.engine.risk.Check;
import org.gradus.engine.risk.CheckList;
import org.gradus.engine.risk.CircuitBreaker;
import org.jspecify.annotations.Nullable;

/// Writes decisions into the current slot, in the order they are made: takes from the core's books what a message
/// says, and leaves its bytes to the [DecisionEncoder]. What must fit in any case is written without asking; what can
/// wait asks for room first. Owned by the decision stage.
final class DecisionLog {
    private static final int STOP_BYTES = DecisionEncoder.stopBytes(CoreSetup.MAXIMUM_STRATEGIES);
    /// A checked order with everything around it: checks, refusal or submit, a cancel to make way, the stop's move,
    /// equity. An entry with a leg has nothing to make way for.
    private static final int CHECKED_ORDER_BYTES = DecisionEncoder.CHECKS_BYTES + 2 * DecisionEncoder.ORDER_BYTES
            + STOP_BYTES + DecisionEncoder.equityBytes(CoreSetup.MAXIMUM_INSTRUMENTS) + DecisionEncoder.ALERT_BYTES;

    private final DecisionEncoder encoder = new DecisionEncoder();
    private final DerivedEncoder derived = new DerivedEncoder();
    private final DecidedOrder order = new DecidedOrder();
    private final EquityReading reading = new EquityReading();
    private EventSlot slot;
    private int openedAt;
    private boolean cutShort;

    void open(EventSlot event) {
        slot = event;
        openedAt = event.length();
        cutShort = false;
    }

    /// Whether something that could wait found no room in the slot.
    boolean cutShort() {
        return cutShort;
    }

    /// Whether any decision stands in the slot.
    boolean decided() {
        return slot.length() > openedAt;
    }

    boolean hasRoomForStop() {
        return hasRoomFor(STOP_BYTES);
    }

    boolean hasRoomForCancel() {
        return hasRoomFor(DecisionEncoder.ORDER_BYTES);
    }

    boolean hasRoomForOrder() {
        return hasRoomFor(CHECKED_ORDER_BYTES);
    }

    boolean hasRoomForEvaluation(int values) {
        return hasRoomFor(CHECKED_ORDER_BYTES + DecisionEncoder.evaluationBytes(values));
    }

    private boolean hasRoomFor(int bytes) {
        boolean fits = slot.remaining() >= bytes;
        cutShort |= !fits;
        return fits;
    }

    void evaluation(Binding binding, SignalKind signal, int rationale) {
        int[] values = binding.outputs();
        BarSeries series = binding.series();
        encoder.beginEvaluation(slot, binding.strategyId(), binding.instrumentId(), binding.timeframe(), signal,
                series.barsSeen(), rationale, values.length);
        for (int i = 0; i < values.length; i++) {
            encoder.value(i, series.value(values[i]));
        }
        encoder.endEvaluation();
    }

    void checks(CheckList checks, long clientOrderId) {
        encoder.beginChecks(slot, clientOrderId);
        for (int i = 0; i < checks.size(); i++) {
            Check check = checks.check(i);
            encoder.check(check.rule(), check.op(), check.verdict(), check.reason(), check.left(), check.right(),
                    check.value(), check.limit());
        }
        encoder.endChecks(checks.expiresNs());
    }

    /// A submit, park or refuse carries every field of the draft.
    void order(OrderAction action, OrderDraft draft, Books books, @Nullable Rule rule, DenialReason reason,
               long expiresNs) {
        order.reset();
        order.clientOrderId = draft.clientOrderId;
        order.purpose = draft.purpose;
        order.side = draft.side;
        order.orderType = draft.orderType;
        order.timeInForce = draft.timeInForce;
        order.reduces = draft.reduces();
        order.rule = rule;
        order.reason = reason;
        order.strategy = draft.strategyId;
        order.instrument = draft.instrumentId;
        order.quantity = draft.quantity;
        order.limitPrice = draft.limitPrice;
        order.stopPrice = draft.stopPrice;
        order.price = draft.price;
        order.notional = books.notional(draft);
        order.equity = books.equity();
        order.exposureAfter = books.exposureAfter(draft);
        order.expiresNs = expiresNs;
        order.parent = draft.parent;
        write(action, books);
    }

    void cancel(Order cancelled, Books books) {
        order.reset();
        order.clientOrderId = cancelled.clientOrderId();
        order.purpose = cancelled.purpose();
        order.side = cancelled.side();
        order.orderType = cancelled.orderType();
        order.timeInForce = cancelled.timeInForce();
        order.reduces = cancelled.purpose().reduces();
        order.strategy = cancelled.strategyId();
        order.instrument = cancelled.instrumentId();
        order.quantity = cancelled.quantity();
        order.limitPrice = cancelled.limitPrice();
        order.stopPrice = cancelled.stopPrice();
        order.price = cancelled.price();
        order.parent = cancelled.parent();
        write(OrderAction.CANCEL, books);
    }

    private void write(OrderAction action, Books books) {
        order.action = action;
        order.riskState = books.state();
        order.phase = books.phase();
        encoder.order(slot, order);
    }

    void stop(StopAction action, int instrumentId, StopBook stops, ExitBook exits) {
        encoder.beginStop(slot, action, Side.SELL, stops.holder(instrumentId), instrumentId,
                stops.armedQuantity[instrumentId], stops.price[instrumentId], stops.orderId[instrumentId],
                exits.promises(instrumentId));
        for (int strategy = 0; strategy < exits.strategies(); strategy++) {
            long entryId = exits.entryId(strategy, instrumentId);
            if (entryId != 0) {
                encoder.protects(entryId);
            }
        }
        encoder.endStop();
    }

    void riskState(RiskState from, RiskState to, RiskReason reason) {
        encoder.riskState(slot, from, to, reason);
    }

    void equity(Books books) {
        CircuitBreaker breaker = books.guardrails.circuitBreaker();
        reading.equity = books.equity();
        reading.cash = books.portfolio.cash();
        reading.exposure = books.portfolio.exposure();
        reading.peak = breaker.peak();
        reading.drawdown = breaker.drawdown(books.equity());
        reading.low = breaker.takeLow();
        reading.realised = books.portfolio.realised();
        reading.open = books.portfolio.openProfit();
        reading.fees = books.portfolio.fees();
        reading.truePeak = breaker.truePeak();
        encoder.beginEquity(slot, reading, books.openPositions());
        for (int i = 0; i < books.instruments(); i++) {
            if (books.held(i) != 0) {
                encoder.mark(i, books.portfolio.mark(i));
            }
        }
        encoder.endEquity();
    }

    void fillOutcome(long clientOrderId, FillRefusal refusal, boolean outOfOrder) {
        encoder.fillOutcome(slot, clientOrderId, refusal == FillRefusal.NONE, refusal, outOfOrder);
    }

    void allocation(Order filled, int strategyId, long quantity, long price, Books books) {
        Position position = books.portfolio.position(strategyId, filled.instrumentId());
        encoder.allocation(slot, filled.clientOrderId(), strategyId, filled.instrumentId(), filled.side(), quantity,
                price, position.realised(), position.fees());
    }

    /// Begins the outcome of a reconciliation: then exactly `differences` calls of
    /// [#difference(DifferenceKind,int,long,long)] or [#orderDifference(int,long,long,long)], then [#endReconcile()].
    void beginReconcile(int differences) {
        encoder.beginReconcile(slot, differences == 0, differences);
    }

    void difference(DifferenceKind kind, int instrumentId, long ours, long venue) {
        encoder.difference(kind, instrumentId, ours, venue, 0);
    }

    /// One open order that only one side knows; what is left of it, 0 at the side that does not.
    void orderDifference(int instrumentId, long ours, long venue, long clientOrderId) {
        encoder.difference(DifferenceKind.OPEN_ORDER, instrumentId, ours, venue, clientOrderId);
    }

    /// @param ratio of a position that looks split; else 0
    void position(int instrumentId, long ours, long venue, long ratio) {
        encoder.position(instrumentId, ours, venue, ratio);
    }

    /// An order that is not ours, by the venue's own id.
    void foreignOrder(int instrumentId, long venue, long venueOrderIdHigh, long venueOrderIdLow) {
        encoder.foreignOrder(instrumentId, venue, venueOrderIdHigh, venueOrderIdLow);
    }

    void foreignPosition(String name, long venue) {
        encoder.foreignPosition(name, venue);
    }

    void endReconcile() {
        encoder.endReconcile();
    }

    void disabled(int strategyId, DisabledReason reason, CharSequence thrown) {
        encoder.strategyDisabled(slot, strategyId, reason, thrown);
    }

    void commandOutcome(CommandRefusal refusal) {
        encoder.commandOutcome(slot, refusal == CommandRefusal.NONE, refusal, 0);
    }

    /// A resume, with what it truly lets go.
    ///
    /// @param changed whether something stays for having changed behind the operator's look
    void resumed(int released, boolean changed) {
        CommandRefusal refusal = released != 0 ? CommandRefusal.NONE
            : changed ? CommandRefusal.CHANGED_SINCE : CommandRefusal.NOTHING_TO_RELEASE;
        encoder.commandOutcome(slot, released != 0, refusal, released);
    }

    void adjustment(int strategyId, int instrumentId, long from, long to, long price) {
        encoder.adjustment(slot, strategyId, instrumentId, from, to, price);
    }

    /// A whole position taken over as split.
    void split(int instrumentId, long from, long to, long ratio) {
        encoder.split(slot, instrumentId, from, to, ratio);
    }

    void alert(AlertKind kind, long clientOrderId) {
        encoder.alert(slot, kind, clientOrderId);
    }

    void stageHash(long hash) {
        derived.stageHash(slot, Stage.DECISION, hash);
    }
}
