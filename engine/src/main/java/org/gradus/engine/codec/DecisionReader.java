package org.gradus.engine.codec;

import java.util.ArrayList;
import java.util.List;
import org.gradus.engine.codec.sbe.AdjustmentDecoder;
import org.gradus.engine.codec.sbe.AlertDecoder;
import org.gradus.engine.codec.sbe.AllocationDecoder;
import org.gradus.engine.codec.sbe.ChecksDecoder;
import org.gradus.engine.codec.sbe.CommandOutcomeDecoder;
import org.gradus.engine.codec.sbe.EquityDecoder;
import org.gradus.engine.codec.sbe.EvaluationDecoder;
import org.gradus.engine.codec.sbe.FillOutcomeDecoder;
import org.gradus.engine.codec.sbe.OrderDecisionDecoder;
import org.gradus.engine.codec.sbe.PhaseChangeDecoder;
import org.gradus.engine.codec.sbe.ReconcileOutcomeDecoder;
import org.gradus.engine.codec.sbe.RiskStateChangeDecoder;
import org.gradus.engine.codec.sbe.StopDecisionDecoder;
import org.gradus.engine.codec.sbe.StrategyDisabledDecoder;
import org.gradus.engine.domain.DenialReason;
import org.gradus.engine.domain.OrderType;
import org.gradus.engine.domain.Purpose;
import org.gradus.engine.domain.RiskState;
import org.gradus.engine.domain.Rule;
import org.gradus.engine.domain.Side;
import org.gradus.engine.domain.TimeInForce;
import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.message.AlertKind;
import org.gradus.engine.message.CommandRefusal;
import org.gradus.engine.message.Comparison;
import org.gradus.engine.message.Decision;
import org.gradus.engine.message.DifferenceKind;
import org.gradus.engine.message.DisabledReason;
import org.gradus.engine.message.FillRefusal;
import org.gradus.engine.message.OrderAction;
import org.gradus.engine.message.PhaseReason;
import org.gradus.engine.message.RiskReason;
import org.gradus.engine.message.SignalKind;
import org.gradus.engine.message.StopAction;
import org.gradus.engine.message.StopHolder;
import org.gradus.engine.message.Verdict;
import org.jspecify.annotations.Nullable;

/// Reads decisions back into records, for the rim, tools and tests. Newer messages with fields at their end are read as
/// far as they are
/// known.
final class DecisionReader {
    /// What a field reads as that its record's version did not have.
    private static final long ABSENT = ReconcileOutcomeDecoder.DifferencesDecoder.clientOrderIdNullValue();


    private DecisionReader() {
    }

    /// Null when the message is none of these.
    static @Nullable Decision read(RecordCursor at) {
        return switch (at.templateId()) {
            case EvaluationDecoder.TEMPLATE_ID -> evaluation(at);
            case ChecksDecoder.TEMPLATE_ID -> checks(at);
            case StopDecisionDecoder.TEMPLATE_ID -> stopDecision(at);
            case EquityDecoder.TEMPLATE_ID -> equity(at);
            case ReconcileOutcomeDecoder.TEMPLATE_ID -> reconcileOutcome(at);
            case RiskStateChangeDecoder.TEMPLATE_ID -> riskStateChange(at);
            case PhaseChangeDecoder.TEMPLATE_ID -> phaseChange(at);
            case FillOutcomeDecoder.TEMPLATE_ID -> fillOutcome(at);
            case AllocationDecoder.TEMPLATE_ID -> allocation(at);
            case StrategyDisabledDecoder.TEMPLATE_ID -> strategyDisabled(at);
            case CommandOutcomeDecoder.TEMPLATE_ID -> commandOutcome(at);
            case AlertDecoder.TEMPLATE_ID -> alert(at);
            case AdjustmentDecoder.TEMPLATE_ID -> adjustment(at);
            case OrderDecisionDecoder.TEMPLATE_ID -> orderDecision(at);
            default -> null;
        };
    }

    private static Decision evaluation(RecordCursor at) {
        EvaluationDecoder in = new EvaluationDecoder().wrap(at.buffer(), at.body(), at.blockLength(), at.version());
        List<Decision.Evaluation.Value> values = new ArrayList<>();
        for (EvaluationDecoder.ValuesDecoder line : in.values()) {
            values.add(new Decision.Evaluation.Value(line.index(), line.value()));
        }
        return new Decision.Evaluation(in.strategy(), in.instrument(), Timeframe.of(in.timeframe()),
                                       SignalKind.of(in.signal()), in.barsSeen(), in.rationale(), values);
    }

    private static Decision checks(RecordCursor at) {
        ChecksDecoder in = new ChecksDecoder().wrap(at.buffer(), at.body(), at.blockLength(), at.version());
        List<Decision.Checks.Check> rules = new ArrayList<>();
        for (ChecksDecoder.RulesDecoder line : in.rules()) {
            rules.add(new Decision.Checks.Check(Rule.of(line.rule()), Codes.word(line.op(), Comparison::of),
                                                Verdict.of(line.verdict()), DenialReason.of(line.reason()),
                                                line.left(), line.right(), line.value(), line.limit()));
        }
        return new Decision.Checks(in.clientOrderId(), in.expiresNs(), rules);
    }

    private static Decision stopDecision(RecordCursor at) {
        StopDecisionDecoder in = new StopDecisionDecoder().wrap(at.buffer(), at.body(), at.blockLength(), at.version());
        List<Long> protects = new ArrayList<>();
        for (StopDecisionDecoder.ProtectsDecoder line : in.protects()) {
            protects.add(line.entryOrderId());
        }
        return new Decision.StopDecision(StopAction.of(in.action()), Side.of(in.side()), StopHolder.of(in.held()),
                                         in.instrument(), in.quantity(), in.stopPrice(), in.clientOrderId(), protects);
    }

    private static Decision equity(RecordCursor at) {
        EquityDecoder in = new EquityDecoder().wrap(at.buffer(), at.body(), at.blockLength(), at.version());
        List<Decision.Equity.Mark> marks = new ArrayList<>();
        for (EquityDecoder.MarksDecoder line : in.marks()) {
            marks.add(new Decision.Equity.Mark(line.instrument(), line.price()));
        }
        return new Decision.Equity(in.equity(), in.cash(), in.exposure(), in.peak(), in.drawdown(), in.low(),
                                   in.realised(), in.open(), in.fees(), in.truePeak(), marks);
    }

    private static Decision reconcileOutcome(RecordCursor at) {
        ReconcileOutcomeDecoder in =
                new ReconcileOutcomeDecoder().wrap(at.buffer(), at.body(), at.blockLength(), at.version());
        List<Decision.ReconcileOutcome.Difference> differences = new ArrayList<>();
        for (ReconcileOutcomeDecoder.DifferencesDecoder line : in.differences()) {
            differences.add(new Decision.ReconcileOutcome.Difference(DifferenceKind.of(line.kind()), line.instrument(),
                line.ours(), line.venue(), orZero(line.clientOrderId()), orZero(line.ratio()),
                orZero(line.venueOrderIdHigh()), orZero(line.venueOrderIdLow()), line.name()));
        }
        return new Decision.ReconcileOutcome(Codes.flag(in.clean()), differences);
    }

    /// What an older journal does not have.
    private static long orZero(long field) {
        return field == ABSENT ? 0 : field;
    }

    private static Decision riskStateChange(RecordCursor at) {
        RiskStateChangeDecoder in =
                new RiskStateChangeDecoder().wrap(at.buffer(), at.body(), at.blockLength(), at.version());
        return new Decision.RiskStateChange(RiskState.of(in.fromState()), RiskState.of(in.toState()),
                                            RiskReason.of(in.reason()));
    }

    private static Decision phaseChange(RecordCursor at) {
        PhaseChangeDecoder in = new PhaseChangeDecoder().wrap(at.buffer(), at.body(), at.blockLength(), at.version());
        return new Decision.PhaseChange(in.fromPhase(), in.toPhase(), PhaseReason.of(in.reason()));
    }

    private static Decision fillOutcome(RecordCursor at) {
        FillOutcomeDecoder in = new FillOutcomeDecoder().wrap(at.buffer(), at.body(), at.blockLength(), at.version());
        return new Decision.FillOutcome(in.clientOrderId(), Codes.flag(in.applied()), FillRefusal.of(in.reason()),
                                        Codes.flag(in.outOfOrder()));
    }

    private static Decision allocation(RecordCursor at) {
        AllocationDecoder in = new AllocationDecoder().wrap(at.buffer(), at.body(), at.blockLength(), at.version());
        return new Decision.Allocation(in.clientOrderId(), in.strategy(), in.instrument(), Side.of(in.side()),
                                       in.quantity(), in.price(), in.realised(), in.fees());
    }

    private static Decision strategyDisabled(RecordCursor at) {
        StrategyDisabledDecoder in =
                new StrategyDisabledDecoder().wrap(at.buffer(), at.body(), at.blockLength(), at.version());
        return new Decision.StrategyDisabled(in.strategy(), DisabledReason.of(in.reason()), in.thrown());
    }

    private static Decision commandOutcome(RecordCursor at) {
        CommandOutcomeDecoder in =
                new CommandOutcomeDecoder().wrap(at.buffer(), at.body(), at.blockLength(), at.version());
        return new Decision.CommandOutcome(Codes.flag(in.accepted()), CommandRefusal.of(in.reason()),
                Math.max(0, in.released()));
    }

    private static Decision alert(RecordCursor at) {
        AlertDecoder in = new AlertDecoder().wrap(at.buffer(), at.body(), at.blockLength(), at.version());
        return new Decision.Alert(AlertKind.of(in.kind()), in.clientOrderId());
    }

    private static Decision adjustment(RecordCursor at) {
        AdjustmentDecoder in = new AdjustmentDecoder().wrap(at.buffer(), at.body(), at.blockLength(), at.version());
        return new Decision.Adjustment(in.strategy(), in.instrument(), in.from(), in.to(), in.price(),
                                       orZero(in.ratio()));
    }

    private static Decision orderDecision(RecordCursor at) {
        OrderDecisionDecoder in =
                new OrderDecisionDecoder().wrap(at.buffer(), at.body(), at.blockLength(), at.version());
        return new Decision.OrderDecision(in.clientOrderId(), OrderAction.of(in.action()),
                                          Codes.word(in.purpose(), Purpose::of), Codes.word(in.side(), Side::of),
                                          Codes.word(in.orderType(), OrderType::of),
                                          Codes.word(in.timeInForce(), TimeInForce::of), Codes.flag(in.reduces()),
                                          Codes.word(in.riskState(), RiskState::of), in.phase(),
                                          Codes.word(in.rule(), Rule::of), DenialReason.of(in.reason()), in.strategy(),
                                          in.instrument(), in.quantity(), in.limitPrice(), in.stopPrice(), in.price(),
                                          in.notional(), in.equity(), in.exposureAfter(), in.replaces(), in.parent(),
                                          in.expiresNs());
    }
}
