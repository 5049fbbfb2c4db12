package org.gradus.engine.codec;

import org.gradus.engine.codec.sbe.AdjustmentEncoder;
import org.gradus.engine.codec.sbe.AlertEncoder;
import org.gradus.engine.codec.sbe.AllocationEncoder;
import org.gradus.engine.codec.sbe.ChecksEncoder;
import org.gradus.engine.codec.sbe.CommandOutcomeEncoder;
import org.gradus.engine.codec.sbe.EquityEncoder;
import org.gradus.engine.codec.sbe.EvaluationEncoder;
import org.gradus.engine.codec.sbe.FillOutcomeEncoder;
import org.gradus.engine.codec.sbe.MessageHeaderEncoder;
import org.gradus.engine.codec.sbe.OrderDecisionEncoder;
import org.gradus.engine.codec.sbe.PhaseChangeEncoder;
import org.gradus.engine.codec.sbe.ReconcileOutcomeEncoder;
import org.gradus.engine.codec.sbe.RiskStateChangeEncoder;
import org.gradus.engine.codec.sbe.StopDecisionEncoder;
import org.gradus.engine.codec.sbe.StrategyDisabledEncoder;
import org.gradus.engine.domain.DenialReason;
import org.gradus.engine.domain.RiskState;
import org.gradus.engine.domain.Rule;
import org.gradus.engine.domain.Side;
import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.message.AlertKind;
import org.gradus.engine.message.CommandRefusal;
import org.gradus.engine.message.Comparison;
import org.gradus.engine.message.Decision;
import org.gradus.engine.message.DifferenceKind;
import org.gradus.engine.message.DisabledReason;
import org.gradus.engine.message.FillRefusal;
import org.gradus.engine.message.PhaseReason;
import org.gradus.engine.message.RiskReason;
import org.gradus.engine.message.SignalKind;
import org.gradus.engine.message.StopAction;
import org.gradus.engine.message.StopHolder;
import org.gradus.engine.message.Verdict;
import org.jspecify.annotations.Nullable;

/// Appends decisions to the slot of the input that caused them, without garbage. A message with a list is begun, filled
/// line by line and
/// ended; until then nothing else may be written. Sizes are told by the constants and by the `…Bytes` methods, so that
/// the stage can look
/// at `slot.remaining()` first. One instance, owned by the decision stage.
public final class DecisionEncoder {
    /// Stands for a number that a check does not have.
    public static final long ABSENT = Decision.ABSENT;

    private static final int HEADER = MessageHeaderEncoder.ENCODED_LENGTH;
    private static final int ENVELOPE = EventSlot.PREFIX + HEADER;
    private static final int GROUP = EvaluationEncoder.ValuesEncoder.HEADER_SIZE;

    public static final int ORDER_BYTES = ENVELOPE + OrderDecisionEncoder.BLOCK_LENGTH;
    public static final int RISK_STATE_BYTES = ENVELOPE + RiskStateChangeEncoder.BLOCK_LENGTH;
    public static final int PHASE_BYTES = ENVELOPE + PhaseChangeEncoder.BLOCK_LENGTH;
    public static final int FILL_OUTCOME_BYTES = ENVELOPE + FillOutcomeEncoder.BLOCK_LENGTH;
    public static final int ALLOCATION_BYTES = ENVELOPE + AllocationEncoder.BLOCK_LENGTH;
    /// Longest text of what a strategy threw; what is beyond it is cut off.
    public static final int THROWN_BYTES = 200;
    public static final int STRATEGY_DISABLED_BYTES = ENVELOPE + StrategyDisabledEncoder.BLOCK_LENGTH
            + StrategyDisabledEncoder.thrownHeaderLength() + THROWN_BYTES;
    public static final int COMMAND_OUTCOME_BYTES = ENVELOPE + CommandOutcomeEncoder.BLOCK_LENGTH;
    public static final int ALERT_BYTES = ENVELOPE + AlertEncoder.BLOCK_LENGTH;
    public static final int ADJUSTMENT_BYTES = ENVELOPE + AdjustmentEncoder.BLOCK_LENGTH;
    private static final int NAME = ReconcileOutcomeEncoder.DifferencesEncoder.nameHeaderLength();
    private static final int MOST_RULES = Rule.values().length;
    /// Every rule asked once.
    public static final int CHECKS_BYTES = checksBytes(MOST_RULES);

    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final EvaluationEncoder evaluation = new EvaluationEncoder();
    private final ChecksEncoder checks = new ChecksEncoder();
    private final OrderDecisionEncoder order = new OrderDecisionEncoder();
    private final StopDecisionEncoder stop = new StopDecisionEncoder();
    private final RiskStateChangeEncoder riskState = new RiskStateChangeEncoder();
    private final PhaseChangeEncoder phase = new PhaseChangeEncoder();
    private final EquityEncoder equity = new EquityEncoder();
    private final FillOutcomeEncoder fillOutcome = new FillOutcomeEncoder();
    private final AllocationEncoder allocation = new AllocationEncoder();
    private final ReconcileOutcomeEncoder reconcile = new ReconcileOutcomeEncoder();
    private final StrategyDisabledEncoder strategyDisabled = new StrategyDisabledEncoder();
    private final CommandOutcomeEncoder commandOutcome = new CommandOutcomeEncoder();
    private final AlertEncoder alert = new AlertEncoder();
    private final AdjustmentEncoder adjustment = new AdjustmentEncoder();
    private final TextBytes text = new TextBytes(THROWN_BYTES);
    private EvaluationEncoder.ValuesEncoder values;
    private ChecksEncoder.RulesEncoder rules;
    private StopDecisionEncoder.ProtectsEncoder protects;
    private EquityEncoder.MarksEncoder marks;
    private ReconcileOutcomeEncoder.DifferencesEncoder differences;
    private EventSlot open;

    public static int evaluationBytes(int values) {
        return ENVELOPE + EvaluationEncoder.BLOCK_LENGTH + GROUP
            + values * EvaluationEncoder.ValuesEncoder.sbeBlockLength();
    }

    public static int checksBytes(int rules) {
        return ENVELOPE + ChecksEncoder.BLOCK_LENGTH + GROUP + rules * ChecksEncoder.RulesEncoder.sbeBlockLength();
    }

    public static int stopBytes(int protects) {
        return ENVELOPE + StopDecisionEncoder.BLOCK_LENGTH + GROUP
                + protects * StopDecisionEncoder.ProtectsEncoder.sbeBlockLength();
    }

    public static int equityBytes(int marks) {
        return ENVELOPE + EquityEncoder.BLOCK_LENGTH + GROUP + marks * EquityEncoder.MarksEncoder.sbeBlockLength();
    }

    /// @param nameBytes of all names together
    public static int reconcileBytes(int differences, int nameBytes) {
        return ENVELOPE + ReconcileOutcomeEncoder.BLOCK_LENGTH + GROUP
                + differences * (ReconcileOutcomeEncoder.DifferencesEncoder.sbeBlockLength() + NAME) + nameBytes;
    }

    /// Begins an evaluation: then at most `mostValues` calls of [#value(int,double)], then [#endEvaluation()].
    ///
    /// @param rationale 1 for the first reason the strategy registered; 0 for none
    public void beginEvaluation(EventSlot slot, int strategy, int instrument, Timeframe timeframe, SignalKind signal,
                                int barsSeen, int rationale, int mostValues) {
        open = slot;
        values = evaluation.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header)
                .strategy(strategy).instrument(instrument).timeframe(timeframe.code()).signal(signal.code())
                .barsSeen(barsSeen).rationale((byte) rationale)
                .valuesCount(mostValues);
    }

    public void value(int index, double value) {
        values.next().index(index).value(value);
    }

    public void endEvaluation() {
        values.resetCountToIndex();
        open.append(HEADER + evaluation.encodedLength());
    }

    /// Begins the checks of one order: then one [#check] for each rule asked, at most all, then [#endChecks(long)].
    public void beginChecks(EventSlot slot, long clientOrderId) {
        open = slot;
        rules = checks.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header)
                .clientOrderId(clientOrderId)
                .rulesCount(MOST_RULES);
    }

    /// `left op right` are the numbers compared, `value` and `limit` the same as a ratio; [#ABSENT] and null where
    /// there is none.
    public void check(Rule rule, @Nullable Comparison op, Verdict verdict, DenialReason reason, long left, long right,
                      long value, long limit) {
        rules.next().rule(rule.code()).op(Codes.of(op)).verdict(verdict.code()).reason(reason.code())
                .left(left).right(right).value(value).limit(limit);
    }

    /// @param expiresNs when a wait lapses; else 0
    public void endChecks(long expiresNs) {
        rules.resetCountToIndex();
        checks.expiresNs(expiresNs);
        open.append(HEADER + checks.encodedLength());
    }

    public void order(EventSlot slot, DecidedOrder from) {
        order.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header)
                .clientOrderId(from.clientOrderId).action(Codes.of(from.action)).purpose(Codes.of(from.purpose))
                .side(Codes.of(from.side)).orderType(Codes.of(from.orderType)).timeInForce(Codes.of(from.timeInForce))
                .reduces(Codes.of(from.reduces)).riskState(Codes.of(from.riskState)).phase((byte) from.phase)
                .rule(Codes.of(from.rule)).reason(from.reason.code()).strategy(from.strategy)
                .instrument(from.instrument)
                .quantity(from.quantity).limitPrice(from.limitPrice).stopPrice(from.stopPrice).price(from.price)
                .notional(from.notional).equity(from.equity).exposureAfter(from.exposureAfter)
                .replaces(from.replaces).parent(from.parent).expiresNs(from.expiresNs);
        slot.append(HEADER + order.encodedLength());
    }

    /// Begins a stop decision: then at most `mostProtected` calls of [#protects(long)], then [#endStop()].
    ///
    /// @param clientOrderId of the venue's stop order; 0 when the engine holds it
    public void beginStop(EventSlot slot, StopAction action, Side side, StopHolder held, int instrument, long quantity,
                          long stopPrice, long clientOrderId, int mostProtected) {
        open = slot;
        protects = stop.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header)
                .action(action.code()).side(side.code()).held(held.code()).instrument(instrument).quantity(quantity)
                .stopPrice(stopPrice).clientOrderId(clientOrderId)
                .protectsCount(mostProtected);
    }

    public void protects(long entryOrderId) {
        protects.next().entryOrderId(entryOrderId);
    }

    public void endStop() {
        protects.resetCountToIndex();
        open.append(HEADER + stop.encodedLength());
    }

    public void riskState(EventSlot slot, RiskState from, RiskState to, RiskReason reason) {
        riskState.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header)
                .fromState(from.code()).toState(to.code()).reason(reason.code());
        slot.append(HEADER + riskState.encodedLength());
    }

    public void phase(EventSlot slot, int from, int to, PhaseReason reason) {
        phase.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header)
                .fromPhase((byte) from).toPhase((byte) to).reason(reason.code());
        slot.append(HEADER + phase.encodedLength());
    }

    /// Begins the books: then at most `mostMarks` calls of [#mark(int,long)], then [#endEquity()].
    public void beginEquity(EventSlot slot, EquityReading from, int mostMarks) {
        open = slot;
        marks = equity.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header)
                .equity(from.equity).cash(from.cash).exposure(from.exposure).peak(from.peak).drawdown(from.drawdown)
                .low(from.low).realised(from.realised).open(from.open).fees(from.fees).truePeak(from.truePeak)
                .marksCount(mostMarks);
    }

    public void mark(int instrument, long price) {
        marks.next().instrument(instrument).price(price);
    }

    public void endEquity() {
        marks.resetCountToIndex();
        open.append(HEADER + equity.encodedLength());
    }

    public void fillOutcome(EventSlot slot, long clientOrderId, boolean applied, FillRefusal reason,
                            boolean outOfOrder) {
        fillOutcome.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header)
                .clientOrderId(clientOrderId).applied(Codes.of(applied)).reason(reason.code())
                .outOfOrder(Codes.of(outOfOrder));
        slot.append(HEADER + fillOutcome.encodedLength());
    }

    public void allocation(EventSlot slot, long clientOrderId, int strategy, int instrument, Side side, long quantity,
                           long price, long realised, long fees) {
        allocation.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header)
                .clientOrderId(clientOrderId).strategy(strategy).instrument(instrument).side(side.code())
                .quantity(quantity).price(price).realised(realised).fees(fees);
        slot.append(HEADER + allocation.encodedLength());
    }

    /// Begins the outcome of a reconciliation: then at most `mostDifferences` calls of [#difference], then
    /// [#endReconcile()].
    public void beginReconcile(EventSlot slot, boolean clean, int mostDifferences) {
        open = slot;
        differences = reconcile.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header)
                .clean(Codes.of(clean))
                .differencesCount(mostDifferences);
    }

    /// @param instrument    negative for cash and a count of open orders
    /// @param ours          scaled 1e-9, a count of orders too
    /// @param clientOrderId of one order of ours; else 0
    public void difference(DifferenceKind kind, int instrument, long ours, long venue, long clientOrderId) {
        difference(kind, instrument, ours, venue, clientOrderId, 0, 0, 0, "");
    }

    /// @param ratio of a position that looks split; else 0
    public void position(int instrument, long ours, long venue, long ratio) {
        difference(DifferenceKind.POSITION, instrument, ours, venue, 0, ratio, 0, 0, "");
    }

    /// An order that is not ours, by the venue's own id.
    public void foreignOrder(int instrument, long venue, long venueOrderIdHigh, long venueOrderIdLow) {
        difference(DifferenceKind.OPEN_ORDER, instrument, 0, venue, 0, 0, venueOrderIdHigh, venueOrderIdLow, "");
    }

    public void foreignPosition(CharSequence name, long venue) {
        difference(DifferenceKind.FOREIGN_POSITION, -1, 0, venue, 0, 0, 0, 0, name);
    }

    void difference(DifferenceKind kind, int instrument, long ours, long venue, long clientOrderId, long ratio,
            long venueOrderIdHigh, long venueOrderIdLow, CharSequence name) {
        text.set(name);
        differences.next().kind(kind.code()).instrument(instrument).ours(ours).venue(venue)
                .clientOrderId(clientOrderId).ratio(ratio).venueOrderIdHigh(venueOrderIdHigh)
                .venueOrderIdLow(venueOrderIdLow).putName(text.bytes(), 0, text.length());
    }

    public void endReconcile() {
        differences.resetCountToIndex();
        open.append(HEADER + reconcile.encodedLength());
    }

    public void strategyDisabled(EventSlot slot, int strategy, DisabledReason reason, CharSequence thrown) {
        text.set(thrown);
        strategyDisabled.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header)
                .strategy(strategy).reason(reason.code()).putThrown(text.bytes(), 0, text.length());
        slot.append(HEADER + strategyDisabled.encodedLength());
    }

    /// @param released sum of `Release` bits that a resume truly let go
    public void commandOutcome(EventSlot slot, boolean accepted, CommandRefusal reason, int released) {
        commandOutcome.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header)
                .accepted(Codes.of(accepted)).reason(reason.code()).released((byte) released);
        slot.append(HEADER + commandOutcome.encodedLength());
    }

    /// @param instrument negative for cash, as is `strategy` then
    public void adjustment(EventSlot slot, int strategy, int instrument, long from, long to, long price) {
        adjustment(slot, strategy, instrument, from, to, price, 0);
    }

    /// A position taken over as split, whoever holds it.
    public void split(EventSlot slot, int instrument, long from, long to, long ratio) {
        adjustment(slot, -1, instrument, from, to, 0, ratio);
    }

    void adjustment(EventSlot slot, int strategy, int instrument, long from, long to, long price, long ratio) {
        adjustment.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header)
                .strategy(strategy).instrument(instrument).from(from).to(to).price(price).ratio(ratio);
        slot.append(HEADER + adjustment.encodedLength());
    }

    /// @param clientOrderId of the parked order it is about; else 0
    public void alert(EventSlot slot, AlertKind kind, long clientOrderId) {
        alert.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header)
                .kind(kind.code()).clientOrderId(clientOrderId);
        slot.append(HEADER + alert.encodedLength());
    }
}
