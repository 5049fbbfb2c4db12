package org.gradus.engine.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.gradus.engine.domain.DenialReason;
import org.gradus.engine.domain.FeedFault;
import org.gradus.engine.domain.Rule;
import org.gradus.engine.domain.Side;
import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.message.Comparison;
import org.gradus.engine.message.Decision;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.Journaled;
import org.gradus.engine.message.SignalKind;
import org.gradus.engine.message.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HotEncodersTest {
    private static final int TIMES = 300;

    private final RecordCodec codec = new RecordCodec();
    private final EventSlot slot = EventSlot.ofCapacity(1 << 16);
    private final InputEncoder inputs = new InputEncoder();
    private final DecisionEncoder decisions = new DecisionEncoder();

    @Test
    void writesAPrintFieldByFieldInTheOrderOfTheSchema() {
        slot.begin(1, 2, 3, 4);
        slot.from(5, 6);
        inputs.trade(slot, 7, 8, 9, Side.SELL);
        assertEquals("1d000000" + "1500" + "0200" + "851c" + "0500" + "07000000" + "0800000000000000"
                + "0900000000000000" + "01",
                hex(RecordHeader.SIZE, slot.length()));
    }

    @Test
    void writesTheSameBytesAsTheRecordCodec() {
        slot.begin(1, 1, 1, 1);
        inputs.feedFault(slot, 4, FeedFault.CROSSED_QUOTE, "bid é 😀");
        decisions.beginEvaluation(slot, 1, 2, Timeframe.H1, SignalKind.EXIT, 70, 3, 5);
        decisions.value(0, 1.5);
        decisions.value(4, -2);
        decisions.endEvaluation();
        decisions.beginChecks(slot, 99);
        decisions.check(Rule.LOT, null, Verdict.PASS, DenialReason.NONE, DecisionEncoder.ABSENT, 2, 3, 4);
        decisions.check(Rule.VETO, Comparison.BELOW, Verdict.WAIT, DenialReason.NONE, 1, 2, 3, 4);
        decisions.endChecks(1234);
        byte[] hot = bytes();
        codec.write(slot, new Journaled(new Journaled.Header(1, 1, 1, 1, -1, 0, 0),
                new Input.FeedFault(4, FeedFault.CROSSED_QUOTE, "bid é 😀"), List.of(),
                List.of(new Decision.Evaluation(1, 2, Timeframe.H1, SignalKind.EXIT, 70, 3,
                                List.of(new Decision.Evaluation.Value(0, 1.5), new Decision.Evaluation.Value(4, -2))),
                        new Decision.Checks(99, 1234, List.of(
                                new Decision.Checks.Check(Rule.LOT, null, Verdict.PASS, DenialReason.NONE,
                                                          Decision.ABSENT, 2, 3, 4),
                                new Decision.Checks.Check(Rule.VETO, Comparison.BELOW, Verdict.WAIT, DenialReason.NONE,
                                                          1, 2, 3,
                                        4))))));
        assertArrayEquals(bytes(), hot);
    }

    @Test
    void aNewDecidedOrderNamesNothing() {
        DecidedOrder used = new DecidedOrder();
        used.rule = Rule.LOT;
        used.quantity = 5;
        slot.begin(1, 1, 1, 1);
        decisions.order(slot, used.reset());
        byte[] reset = bytes();
        slot.begin(1, 1, 1, 1);
        decisions.order(slot, new DecidedOrder());
        assertArrayEquals(bytes(), reset);
    }

    @Test
    void textThatDoesNotFitIsCutAtAWholeCharacter() {
        slot.begin(1, 1, 1, 1);
        inputs.feedFault(slot, 0, FeedFault.MALFORMED, "x" + "😀".repeat(200));
        Input.FeedFault read = (Input.FeedFault) codec.readInput(slot.buffer(), 0);
        assertEquals("x" + "😀".repeat((InputEncoder.MAX_TEXT_BYTES - 1) / 4), read.detail());
        assertTrue(slot.length() - RecordHeader.SIZE <= InputEncoder.MAX_BYTES);
    }

    @Test
    void halfACharacterIsReplaced() {
        slot.begin(1, 1, 1, 1);
        inputs.feedFault(slot, 0, FeedFault.MALFORMED, "a\uD83Db\uDE00");
        assertEquals("a\uFFFDb\uFFFD", ((Input.FeedFault) codec.readInput(slot.buffer(), 0)).detail());
    }

    @ParameterizedTest
    @MethodSource("boundedInputs")
    void noInputIsLongerThanPromised(Class<? extends Input> kind) {
        for (long seed = 1; seed <= TIMES; seed++) {
            slot.begin(1, 1, 1, 1);
            codec.write(slot, new RandomMessages(seed).next(kind));
            assertTrue(slot.length() - RecordHeader.SIZE <= InputEncoder.MAX_BYTES, "seed " + seed);
        }
    }

    @ParameterizedTest
    @MethodSource("decisionKinds")
    void everyDecisionIsAsLongAsPromised(Class<? extends Decision> kind) {
        for (long seed = 1; seed <= TIMES; seed++) {
            Decision decision = new RandomMessages(seed).next(kind);
            slot.begin(1, 1, 1, 1);
            codec.write(slot, decision);
            assertEquals(promised(decision), slot.length() - RecordHeader.SIZE, "seed " + seed);
        }
    }

    static Stream<Class<?>> boundedInputs() {
        return RandomMessages.kinds(Input.class).filter(kind -> kind != Input.Started.class);
    }

    static Stream<Class<?>> decisionKinds() {
        return RandomMessages.kinds(Decision.class);
    }

    private static int promised(Decision decision) {
        return switch (decision) {
            case Decision.Evaluation in -> DecisionEncoder.evaluationBytes(in.values().size());
            case Decision.Checks in -> DecisionEncoder.checksBytes(in.rules().size());
            case Decision.OrderDecision _ -> DecisionEncoder.ORDER_BYTES;
            case Decision.StopDecision in -> DecisionEncoder.stopBytes(in.protects().size());
            case Decision.RiskStateChange _ -> DecisionEncoder.RISK_STATE_BYTES;
            case Decision.PhaseChange _ -> DecisionEncoder.PHASE_BYTES;
            case Decision.Equity in -> DecisionEncoder.equityBytes(in.marks().size());
            case Decision.FillOutcome _ -> DecisionEncoder.FILL_OUTCOME_BYTES;
            case Decision.Allocation _ -> DecisionEncoder.ALLOCATION_BYTES;
            case Decision.ReconcileOutcome in -> DecisionEncoder.reconcileBytes(in.differences().size(),
                    in.differences().stream().mapToInt(each -> bytesOf(each.name())).sum());
            case Decision.StrategyDisabled in -> DecisionEncoder.STRATEGY_DISABLED_BYTES - DecisionEncoder.THROWN_BYTES
                    + in.thrown().getBytes(StandardCharsets.UTF_8).length;
            case Decision.CommandOutcome _ -> DecisionEncoder.COMMAND_OUTCOME_BYTES;
            case Decision.Alert _ -> DecisionEncoder.ALERT_BYTES;
            case Decision.Adjustment _ -> DecisionEncoder.ADJUSTMENT_BYTES;
        };
    }

    private static int bytesOf(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private byte[] bytes() {
        byte[] bytes = new byte[slot.length()];
        slot.buffer().getBytes(0, bytes);
        return bytes;
    }

    private String hex(int from, int to) {
        return HexFormat.of().formatHex(bytes(), from, to);
    }
}
