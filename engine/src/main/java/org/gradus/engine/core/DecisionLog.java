package org.gradus.engine.core;

import org.gradus.engine.codec.EventSlot;
import org.gradus.engine.codec.sbe.AlertEncoder;
import org.gradus.engine.codec.sbe.AllocationEncoder;
import org.gradus.engine.codec.sbe.ChecksEncoder;
import org.gradus.engine.codec.sbe.CommandOutcomeEncoder;
import org.gradus.engine.codec.sbe.EquityEncoder;
import org.gradus.engine.codec.sbe.EvaluationEncoder;
import org.gradus.engine.codec.sbe.FillOutcomeEncoder;
import org.gradus.engine.codec.sbe.MessageHeaderEncoder;
import org.gradus.engine.codec.sbe.OrderDecisionEncoder;
import org.gradus.engine.codec.sbe.RiskStateChangeEncoder;
import org.gradus.engine.codec.sbe.StageHashEncoder;
import org.gradus.engine.codec.sbe.StopDecisionEncoder;
import org.gradus.engine.codec.sbe.StrategyDisabledEncoder;
import org.gradus.engine.domain.DenialReason;
import org.gradus.engine.domain.RiskState;
import org.gradus.engine.domain.Rule;
import org.gradus.engine.domain.Side;
import org.gradus.engine.message.AlertKind;
import org.gradus.engine.message.CommandRefusal;
import org.gradus.engine.message.DisabledReason;
import org.gradus.engine.message.FillRefusal;
import org.gradus.engine.message.OrderAction;
import org.gradus.engine.message.RiskReason;
import org.gradus.engine.message.SignalKind;
import org.gradus.engine.message.StopAction;
import org.gradus.engine.order.Order;
import org.gradus.engine.portfolio.Position;
import org.gradus.engine.risk.Check;
import org.gradus.engine.risk.CheckList;
import org.gradus.engine.risk.OrderDraft;

/// Writes decisions into the current slot, in the order they are made. What must fit in any case is written without
/// asking; what can wait asks for room first. Owned by the decision stage; encoders are re-wrapped, never allocated.
final class DecisionLog {
    private static final int MESSAGE = EventSlot.PREFIX + MessageHeaderEncoder.ENCODED_LENGTH;
    private static final int GROUP = 4;
    private static final int ORDER_BYTES = MESSAGE + OrderDecisionEncoder.BLOCK_LENGTH;
    private static final int CHECKS_BYTES = MESSAGE + ChecksEncoder.BLOCK_LENGTH + GROUP
            + CheckList.CAPACITY * ChecksEncoder.RulesEncoder.sbeBlockLength();
    private static final int STOP_BYTES = MESSAGE + StopDecisionEncoder.BLOCK_LENGTH + GROUP
        + CoreSetup.MAXIMUM_STRATEGIES * Long.BYTES;
    private static final int EQUITY_BYTES = MESSAGE + EquityEncoder.BLOCK_LENGTH + GROUP
            + CoreSetup.MAXIMUM_INSTRUMENTS * EquityEncoder.MarksEncoder.sbeBlockLength();
    /// A checked order with everything around it: checks, refusal or submit, a cancel to make way, the stop's move,
    /// equity.
    private static final int CHECKED_ORDER_BYTES = CHECKS_BYTES + 2 * ORDER_BYTES + STOP_BYTES + EQUITY_BYTES
            + MESSAGE + AlertEncoder.BLOCK_LENGTH;

    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final EvaluationEncoder evaluation = new EvaluationEncoder();
    private final ChecksEncoder checksOut = new ChecksEncoder();
    private final OrderDecisionEncoder order = new OrderDecisionEncoder();
    private final StopDecisionEncoder stop = new StopDecisionEncoder();
    private final RiskStateChangeEncoder riskState = new RiskStateChangeEncoder();
    private final EquityEncoder equity = new EquityEncoder();
    private final FillOutcomeEncoder fillOutcome = new FillOutcomeEncoder();
    private final AllocationEncoder allocation = new AllocationEncoder();
    private final StrategyDisabledEncoder disabled = new StrategyDisabledEncoder();
    private final CommandOutcomeEncoder commandOutcome = new CommandOutcomeEncoder();
    private final AlertEncoder alert = new AlertEncoder();
    private final StageHashEncoder stageHash = new StageHashEncoder();
    private EventSlot slot;

    void open(EventSlot event) {
        slot = event;
    }

    EventSlot slot() {
        return slot;
    }

    boolean hasRoomForStop() {
        return slot.remaining() >= STOP_BYTES;
    }

    boolean hasRoomForCancel() {
        return slot.remaining() >= ORDER_BYTES;
    }

    boolean hasRoomForOrder() {
        return slot.remaining() >= CHECKED_ORDER_BYTES;
    }

    boolean hasRoomForEvaluation(int values) {
        return slot.remaining() >= CHECKED_ORDER_BYTES + evaluationBytes(values);
    }

    static int evaluationBytes(int values) {
        return MESSAGE + EvaluationEncoder.BLOCK_LENGTH + GROUP
            + values * EvaluationEncoder.ValuesEncoder.sbeBlockLength();
    }

    private void append(int encodedLength) {
        slot.append(MessageHeaderEncoder.ENCODED_LENGTH + encodedLength);
    }

    void evaluation(Binding binding, SignalKind signal, int rationale) {
        evaluation.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header)
                .strategy(binding.strategyId())
                .instrument(binding.instrumentId())
                .timeframe(binding.timeframe().code())
                .signal(signal.code())
                .barsSeen(binding.series().barsSeen())
                .rationale((byte) rationale);
        int[] values = binding.outputs();
        EvaluationEncoder.ValuesEncoder group = evaluation.valuesCount(values.length);
        for (int i = 0; i < values.length; i++) {
            group.next().index(i).value(binding.series().value(values[i]));
        }
        append(evaluation.encodedLength());
    }

    void checks(CheckList checks, long clientOrderId) {
        checksOut.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header)
                .clientOrderId(clientOrderId)
                .expiresNs(checks.expiresNs());
        ChecksEncoder.RulesEncoder rules = checksOut.rulesCount(checks.size());
        for (int i = 0; i < checks.size(); i++) {
            Check check = checks.check(i);
            rules.next()
                    .rule(check.rule().code())
                    .op(check.op().code())
                    .verdict(check.verdict().code())
                    .reason(check.reason().code())
                    .left(check.left())
                    .right(check.right())
                    .value(check.value())
                    .limit(check.limit());
        }
        append(checksOut.encodedLength());
    }

    /// A submit, park or refuse carries every field of the draft.
    void order(OrderAction action, OrderDraft draft, Books books, Rule rule, DenialReason reason, long expiresNs) {
        begin(action, draft.clientOrderId)
                .purpose(draft.purpose.code())
                .side(draft.side.code())
                .orderType(draft.orderType.code())
                .timeInForce(draft.timeInForce.code())
                .reduces((byte) (draft.reduces() ? 1 : 0))
                .rule(rule == null ? -1 : rule.code())
                .reason(reason.code())
                .strategy(draft.strategyId)
                .instrument(draft.instrumentId)
                .quantity(draft.quantity)
                .limitPrice(draft.limitPrice)
                .stopPrice(draft.stopPrice)
                .price(draft.price)
                .notional(books.notional(draft))
                .equity(books.equity())
                .exposureAfter(books.exposureAfter(draft))
                .replaces(0)
                .parent(0)
                .expiresNs(expiresNs);
        order.riskState(books.state().code()).phase((byte) books.phase());
        append(order.encodedLength());
    }

    void cancel(Order cancelled, Books books) {
        begin(OrderAction.CANCEL, cancelled.clientOrderId())
                .purpose(cancelled.purpose().code())
                .side(cancelled.side().code())
                .orderType(cancelled.orderType().code())
                .timeInForce(cancelled.timeInForce().code())
                .reduces((byte) (cancelled.purpose().reduces() ? 1 : 0))
                .rule((byte) -1)
                .reason(DenialReason.NONE.code())
                .strategy(cancelled.strategyId())
                .instrument(cancelled.instrumentId())
                .quantity(cancelled.quantity())
                .limitPrice(cancelled.limitPrice())
                .stopPrice(cancelled.stopPrice())
                .price(cancelled.price())
                .notional(0)
                .equity(0)
                .exposureAfter(0)
                .replaces(0)
                .parent(0)
                .expiresNs(0);
        order.riskState(books.state().code()).phase((byte) books.phase());
        append(order.encodedLength());
    }

    private OrderDecisionEncoder begin(OrderAction action, long clientOrderId) {
        return order.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header)
                .clientOrderId(clientOrderId)
                .action(action.code());
    }

    void stop(StopAction action, int instrumentId, StopBook stops, ExitBook exits) {
        stop.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header)
                .action(action.code())
                .side(Side.SELL.code())
                .held(stops.holder(instrumentId).code())
                .instrument(instrumentId)
                .quantity(stops.armedQuantity[instrumentId])
                .stopPrice(stops.price[instrumentId])
                .clientOrderId(stops.orderId[instrumentId]);
        StopDecisionEncoder.ProtectsEncoder protects = stop.protectsCount(exits.promises(instrumentId));
        for (int strategy = 0; strategy < exits.strategies(); strategy++) {
            long entryId = exits.entryId(strategy, instrumentId);
            if (entryId != 0) {
                protects.next().entryOrderId(entryId);
            }
        }
        append(stop.encodedLength());
    }

    void riskState(RiskState from, RiskState to, RiskReason reason) {
        riskState.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header)
                .fromState(from.code()).toState(to.code()).reason(reason.code());
        append(riskState.encodedLength());
    }

    void equity(Books books) {
        equity.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header)
                .equity(books.equity())
                .cash(books.portfolio.cash())
                .exposure(books.portfolio.exposure())
                .peak(books.guardrails.circuitBreaker().peak())
                .drawdown(books.guardrails.circuitBreaker().drawdown(books.equity()))
                .low(books.guardrails.circuitBreaker().takeLow())
                .realised(books.portfolio.realised())
                .open(books.portfolio.openProfit())
                .fees(books.portfolio.fees())
                .truePeak(books.guardrails.circuitBreaker().truePeak());
        EquityEncoder.MarksEncoder marks = equity.marksCount(books.openPositions());
        for (int i = 0; i < books.instruments(); i++) {
            if (books.held(i) != 0) {
                marks.next().instrument(i).price(books.portfolio.mark(i));
            }
        }
        append(equity.encodedLength());
    }

    void fillOutcome(long clientOrderId, FillRefusal refusal, boolean outOfOrder) {
        fillOutcome.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header)
                .clientOrderId(clientOrderId)
                .applied((byte) (refusal == FillRefusal.NONE ? 1 : 0))
                .reason(refusal.code())
                .outOfOrder((byte) (outOfOrder ? 1 : 0));
        append(fillOutcome.encodedLength());
    }

    void allocation(Order filled, int strategyId, long quantity, long price, Books books) {
        Position position = books.portfolio.position(strategyId, filled.instrumentId());
        allocation.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header)
                .clientOrderId(filled.clientOrderId())
                .strategy(strategyId)
                .instrument(filled.instrumentId())
                .side(filled.side().code())
                .quantity(quantity)
                .price(price)
                .realised(position.realised())
                .fees(position.fees());
        append(allocation.encodedLength());
    }

    void disabled(int strategyId, DisabledReason reason) {
        disabled.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header).strategy(strategyId)
            .reason(reason.code());
        append(disabled.encodedLength());
    }

    void commandOutcome(CommandRefusal refusal) {
        commandOutcome.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header)
                .accepted((byte) (refusal == CommandRefusal.NONE ? 1 : 0)).reason(refusal.code());
        append(commandOutcome.encodedLength());
    }

    void alert(AlertKind kind, long clientOrderId) {
        alert.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header).kind(kind.code())
            .clientOrderId(clientOrderId);
        append(alert.encodedLength());
    }

    void stageHash(int stage, long hash) {
        stageHash.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header).stage((byte) stage).hash(hash);
        append(stageHash.encodedLength());
    }
}
