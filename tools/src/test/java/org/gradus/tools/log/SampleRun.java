package org.gradus.tools.log;

import static org.gradus.engine.domain.FixedPoint.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gradus.engine.domain.AssetClass;
import org.gradus.engine.domain.ClientOrderId;
import org.gradus.engine.domain.DenialReason;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.domain.Mode;
import org.gradus.engine.domain.OrderType;
import org.gradus.engine.domain.Purpose;
import org.gradus.engine.domain.RiskState;
import org.gradus.engine.domain.Rule;
import org.gradus.engine.domain.Side;
import org.gradus.engine.domain.TimeInForce;
import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.message.CommandRefusal;
import org.gradus.engine.message.Comparison;
import org.gradus.engine.message.Decision;
import org.gradus.engine.message.Decision.Checks.Check;
import org.gradus.engine.message.DisabledReason;
import org.gradus.engine.message.FillRefusal;
import org.gradus.engine.message.Gateway;
import org.gradus.engine.message.Hash256;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.Journaled;
import org.gradus.engine.message.OperatorAction;
import org.gradus.engine.message.OrderAction;
import org.gradus.engine.message.RejectReason;
import org.gradus.engine.message.RiskReason;
import org.gradus.engine.message.SignalKind;
import org.gradus.engine.message.StopAction;
import org.gradus.engine.message.StopHolder;
import org.gradus.engine.message.StoppedReason;
import org.gradus.engine.message.Verdict;

/// A short made-up run with one of everything the log has words for.
final class SampleRun {
    private static final long START_NS = 1_385_400_300_000_000_000L;
    private static final long SECOND_NS = 1_000_000_000L;
    private static final long ENTRY = id(1);
    private static final long STOP = id(2);
    private static final long EXIT = id(3);
    private static final long DENIED = id(4);
    private static final long PARKED = id(5);
    private static final long VETOED = id(6);

    private final List<Journaled> records = new ArrayList<>();

    private SampleRun() {
    }

    static List<Journaled> records() {
        SampleRun run = new SampleRun();
        run.started(1);
        run.entry();
        run.exit();
        run.denials();
        run.waiting();
        run.trouble();
        run.add(new Input.Stopped(StoppedReason.OPERATOR));
        run.started(2);
        run.add(new Input.Stopped(StoppedReason.END_OF_TAPE));
        return List.copyOf(run.records);
    }

    private void started(int epoch) {
        Instrument bitcoin = new Instrument(0, "BTC/USD", AssetClass.CRYPTO, "BTC", "USD", parse("0.01"), 1,
                parse("10"), parse("1000"), 8);
        Input.Started.StrategyEntry trend = new Input.Started.StrategyEntry(0, Timeframe.M5, 35, parse("0.05"), "trend",
                "macd-trend", "", Map.of(), List.of("macd(12,26,9)", "rsi(14)"),
                List.of("MACD {macd(12,26,9)} crossed up, RSI {rsi(14)}", "MACD {macd(12,26,9)} crossed down"),
                List.of("BTC/USD"));
        add(new Input.Started(1, epoch, 727, Mode.DEMO, 1, Gateway.SIMULATED, Timeframe.M1, 0, parse("100000"),
                parse("100000"), 7, 0, Hash256.ZERO, Hash256.ZERO, Hash256.ZERO, List.of(), List.of(bitcoin),
                List.of(trend), List.of(), List.of(), "USD", "test", ""));
    }

    private void entry() {
        add(trade("812"), evaluation(SignalKind.HOLD, 0));
        add(trade("812.1"), evaluation(SignalKind.ENTER, 1), passed(ENTRY),
                order(OrderAction.SUBMIT, Purpose.ENTRY, ENTRY, "6", "812.5", "788.13"));
        add(new Input.OrderSent(ENTRY));
        add(fill(ENTRY, Side.BUY, "812.4", "2", "2", "0.005", true), applied(ENTRY),
                share(ENTRY, Side.BUY, "2", "812.4", "0", "4.062"),
                        stop(StopAction.ARM, StopHolder.ENGINE, "1.995", "788.13"));
        add(new Input.OrderCancelled(ENTRY, parse("2")), passed(STOP),
                order(OrderAction.SUBMIT, Purpose.PROTECTIVE_STOP, STOP, "1.995", "772.37", "788.13"));
        add(new Input.OrderAccepted(STOP, 1, 2), stop(StopAction.MOVE, StopHolder.VENUE, "1.995", "788.13"));
    }

    private void exit() {
        add(trade("820"), evaluation(SignalKind.EXIT, 2),
                order(OrderAction.CANCEL, Purpose.PROTECTIVE_STOP, STOP, "1.995", "0", "788.13"));
        add(new Input.OrderCancelled(STOP, 0), passed(EXIT), order(OrderAction.SUBMIT, Purpose.EXIT, EXIT, "1.995", "0",
                "0"));
        add(fill(EXIT, Side.SELL, "820", "1", "1", "2.05", false), applied(EXIT),
                share(EXIT, Side.SELL, "1", "820", "5.6", "6.112"));
        add(fill(EXIT, Side.SELL, "821", "0.995", "1.995", "2.04", false), applied(EXIT),
                share(EXIT, Side.SELL, "0.995", "821", "12.1", "8.152"),
                        stop(StopAction.DISARM, StopHolder.ENGINE, "0", "788.13"));
    }

    private void denials() {
        Check denied = new Check(Rule.TRADE_SIZE, Comparison.AT_MOST, Verdict.DENY, DenialReason.TRADE_TOO_LARGE,
                parse("6094"), parse("5000"), parse("0.06094"), parse("0.05"));
        add(trade("812.1"), evaluation(SignalKind.ENTER, 1),
                new Decision.Checks(DENIED, 0, List.of(check(Rule.VENUE, "1", "1", Comparison.EQUAL), denied)),
                refusal(Purpose.ENTRY, DENIED, Rule.TRADE_SIZE, DenialReason.TRADE_TOO_LARGE));
        add(new Input.OrderRejected(id(9), RejectReason.INSUFFICIENT_FUNDS, "not enough"));
    }

    private void waiting() {
        Check waits = new Check(Rule.CONFIRMATION, Comparison.AT_MOST, Verdict.WAIT, DenialReason.NONE, parse("812.5"),
                parse("500"), parse("812.5"), parse("500"));
        for (long id : new long[] {PARKED, VETOED}) {
            add(trade("812.1"), evaluation(SignalKind.ENTER, 1),
                    new Decision.Checks(id, START_NS + 600 * SECOND_NS, List.of(waits)),
                    order(OrderAction.PARK, Purpose.ENTRY, id, "1", "812.5", "788.13"));
        }
        add(new Input.OperatorCommand(OperatorAction.APPROVE, 0, PARKED, 1, 1, "ann"),
                new Decision.CommandOutcome(true, CommandRefusal.NONE), passed(PARKED),
                order(OrderAction.SUBMIT, Purpose.ENTRY, PARKED, "1", "812.5", "788.13"));
        add(new Input.OperatorCommand(OperatorAction.VETO, 0, VETOED, 2, 2, "ann"),
                new Decision.CommandOutcome(true, CommandRefusal.NONE),
                refusal(Purpose.ENTRY, VETOED, Rule.CONFIRMATION, DenialReason.CONFIRMATION_VETOED));
        add(fill(PARKED, Side.BUY, "812.5", "1", "1", "0", true), applied(PARKED),
                share(PARKED, Side.BUY, "1", "812.5", "12.1", "8.152"),
                        stop(StopAction.ARM, StopHolder.ENGINE, "1", "788.13"));
    }

    private void trouble() {
        add(trade("780"), stop(StopAction.TRIGGER, StopHolder.ENGINE, "1", "788.13"), passed(id(7)),
                order(OrderAction.SUBMIT, Purpose.STOP_ESCALATION, id(7), "1", "0", "0"));
        add(trade("700"), new Decision.RiskStateChange(RiskState.ACTIVE, RiskState.HALTED, RiskReason.EXTREME_MARKET),
                new Decision.Equity(parse("99900"), parse("99200"), parse("700"), parse("100000"), parse("-0.001"),
                        parse("99900"), 0, 0, 0, parse("100000"), List.of()));
        add(new Input.OperatorCommand(OperatorAction.RESUME, 4, 0, 3, 3, "ann"),
                new Decision.CommandOutcome(false, CommandRefusal.NOTHING_TO_RELEASE));
        add(trade("701"), new Decision.StrategyDisabled(0, DisabledReason.THREW,
                "java.lang.IllegalStateException at Trend.java:42"));
    }

    private void add(Input input, Decision... decisions) {
        int sequence = records.size() + 1;
        records.add(new Journaled(new Journaled.Header(sequence, 1, START_NS + sequence * SECOND_NS, 0, -1, 0, 0),
                input,
                List.of(), List.of(decisions)));
    }

    private static Input trade(String price) {
        return new Input.Trade(0, parse(price), parse("0.25"), null);
    }

    private static Decision evaluation(SignalKind signal, int rationale) {
        return new Decision.Evaluation(0, 0, Timeframe.M5, signal, 61, rationale,
                List.of(new Decision.Evaluation.Value(0, 1.9312764), new Decision.Evaluation.Value(1, 58.20137)));
    }

    private static Decision passed(long id) {
        return new Decision.Checks(id, 0, List.of(check(Rule.VENUE, "1", "1", Comparison.EQUAL),
                new Check(Rule.RATE_LIMIT, Comparison.AT_MOST, Verdict.PASS, DenialReason.NONE, parse("1"), parse("9"),
                        0,
                        parse("9"))));
    }

    private static Check check(Rule rule, String left, String right, Comparison op) {
        return new Check(rule, op, Verdict.PASS, DenialReason.NONE, parse(left), parse(right), parse(left),
                parse(right));
    }

    private static Decision order(OrderAction action, Purpose purpose, long id, String quantity, String limit,
            String stop) {
        return order(action, purpose, id, quantity, limit, stop, null, DenialReason.NONE);
    }

    private static Decision refusal(Purpose purpose, long id, Rule rule, DenialReason reason) {
        return order(OrderAction.REFUSE, purpose, id, "7.5", "812.5", "788.13", rule, reason);
    }

    private static Decision order(OrderAction action, Purpose purpose, long id, String quantity, String limit,
            String stop,
                                  Rule rule, DenialReason reason) {
        boolean entry = purpose == Purpose.ENTRY;
        OrderType type = purpose == Purpose.PROTECTIVE_STOP ? OrderType.STOP_LIMIT : entry ? OrderType.LIMIT
                : OrderType.MARKET;
        return new Decision.OrderDecision(id, action, purpose, entry ? Side.BUY : Side.SELL, type,
                entry ? TimeInForce.IOC : TimeInForce.GTC, !entry, RiskState.ACTIVE, 1, rule, reason,
                purpose == Purpose.PROTECTIVE_STOP ? -1 : 0, 0, parse(quantity), parse(limit), parse(stop),
                        parse("812.5"),
                parse("4875"), parse("100000"), parse("4875"), 0, 0, 0);
    }

    private static Input fill(long id, Side side, String price, String quantity, String cumulative, String fee,
                              boolean feeInBase) {
        return new Input.OrderFilled(id, 1, id, 0, side, parse(price), parse(quantity), parse(cumulative), parse(fee),
                feeInBase);
    }

    private static Decision applied(long id) {
        return new Decision.FillOutcome(id, true, FillRefusal.NONE, false);
    }

    private static Decision share(long id, Side side, String quantity, String price, String realised, String fees) {
        return new Decision.Allocation(id, 0, 0, side, parse(quantity), parse(price), parse(realised), parse(fees));
    }

    private static Decision stop(StopAction action, StopHolder holder, String quantity, String price) {
        return new Decision.StopDecision(action, Side.SELL, holder, 0, parse(quantity), parse(price), 0,
                List.of(ENTRY));
    }

    private static long id(int counter) {
        return ClientOrderId.of(727, counter);
    }
}
