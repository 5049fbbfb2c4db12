package org.gradus.engine.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gradus.engine.domain.AssetClass;
import org.gradus.engine.domain.ClientOrderId;
import org.gradus.engine.domain.DenialReason;
import org.gradus.engine.domain.FeedFault;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.domain.Mode;
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
import org.gradus.engine.message.Decision;
import org.gradus.engine.message.Derived;
import org.gradus.engine.message.DifferenceKind;
import org.gradus.engine.message.DisabledReason;
import org.gradus.engine.message.FillRefusal;
import org.gradus.engine.message.Gateway;
import org.gradus.engine.message.Hash256;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.Input.Started;
import org.gradus.engine.message.Journaled;
import org.gradus.engine.message.NotSentReason;
import org.gradus.engine.message.OperatorAction;
import org.gradus.engine.message.OrderAction;
import org.gradus.engine.message.PhaseReason;
import org.gradus.engine.message.RejectReason;
import org.gradus.engine.message.Release;
import org.gradus.engine.message.RiskReason;
import org.gradus.engine.message.SignalKind;
import org.gradus.engine.message.Stage;
import org.gradus.engine.message.StopAction;
import org.gradus.engine.message.StopHolder;
import org.gradus.engine.message.StoppedReason;
import org.gradus.engine.message.UnknownReason;
import org.gradus.engine.message.VenueDownReason;
import org.gradus.engine.message.Verdict;

/// A short made-up run that holds each message of schema version 1 at least once.
public final class SampleRecords {
    private static final long START_NS = 1_385_400_300_000_000_000L;
    private static final long SECOND_NS = 1_000_000_000L;
    private static final int BTC = 0;
    private static final int TREND = 0;
    private static final long ENTRY = ClientOrderId.of(20 * 36 + 7, 42);
    private static final long STOP = ClientOrderId.of(20 * 36 + 7, 43);

    private final List<Journaled> records = new ArrayList<>();

    private SampleRecords() {
    }

    public static List<Journaled> versionOne() {
        SampleRecords samples = new SampleRecords();
        samples.start();
        samples.market();
        samples.entry();
        samples.reports();
        samples.account();
        samples.operator();
        samples.end();
        return List.copyOf(samples.records);
    }

    private void start() {
        List<Started.Limit> limits = List.of(Started.Limit.ratio("trade_size", e9("0.05")),
                Started.Limit.ratio("strategy_budget.macd-trend", e9("0.1")), Started.Limit.count("entries_per_day",
                                                                                                  20),
                Started.Limit.nanos("stop_cover_ns", 5 * SECOND_NS), Started.Limit.money("confirm_above", e9("500")),
                Started.Limit.choice("veto_default", "no-trade"), Started.Limit.member("phase3_instruments",
                                                                                       "BTC/USD"));
        Started.StrategyEntry trend = new Started.StrategyEntry(TREND, Timeframe.M5, 60, e9("0.1"), "macd-trend",
                                                                "macd-trend",
                "ab12", Map.of("slow", "26", "fast", "12"), List.of("macd(12,26,9)", "rsi(14)"),
                List.of("MACD {macd(12,26,9)} rose through its signal, RSI {rsi(14)}"), List.of());
        add(new Started(1, 1, 20 * 36 + 7, Mode.BACKTEST, 1, Gateway.SIMULATED, Timeframe.M1, BTC, e9("100000"),
                        e9("100000"), 7,
                0, hash(1), hash(2), hash(3), List.of(new Started.Holding(BTC, e9("0.5"), e9("800"))),
                List.of(new Instrument(BTC, "BTC/USD", AssetClass.CRYPTO, "BTC", "USD", e9("0.01"), e9("0.0001"),
                                       e9("1"),
                        e9("1000"), 8)),
                List.of(trend), List.of(new Started.SourceName(0, "btcusd-2013-11.csv")), limits, "USD", "0.1.0",
                "cash = 100000"));
        add(new Input.TimeTick());
    }

    private void market() {
        add(new Input.Quote(BTC, e9("812"), 150_000_000, e9("812.5"), 25_000_000, 2));
        add(new Input.TradeAggregate(BTC, e9("812.1"), 300_000_000, 3, e9("812"), e9("812.4"), e9("811.9")));
        add(new Input.LateTrade(BTC, e9("811"), 1, null));
        add(new Input.FeedFault(BTC, FeedFault.MALFORMED, "1385400300;8x2;\"0,5\""));
        add(new Input.FeedGap(BTC, 4, START_NS, START_NS + SECOND_NS));
        add(new Input.FeedBar(BTC, Timeframe.M1, START_NS - 60 * SECOND_NS, START_NS, e9("810"), e9("813"), e9("809.5"),
                e9("812.1"), 1_250_000_000));
        addDerived(new Input.BarClose(BTC, START_NS), new Derived.BarClosed(BTC, Timeframe.M5,
                                                                            START_NS - 300 * SECOND_NS,
                START_NS, e9("805"), e9("813"), e9("804"), e9("812.1"), 9_000_000_000L, 61, 61, List.of(1.9312764,
                                                                                                        58.20137)));
        addDerived(new Input.Trade(BTC, e9("900"), 25_000_000, Side.BUY), new Derived.PrintRefused(BTC, e9("950"),
                                                                                                   e9("812.1")),
                new Derived.PrintConfirmed(BTC, e9("900"), 10_000_000, SECOND_NS / 2));
    }

    private void entry() {
        Decision.Checks passed = new Decision.Checks(ENTRY, 0, List.of(
                check(Rule.VENUE, Comparison.EQUAL, Verdict.PASS, DenialReason.NONE, "0", "0", "0", "0"),
                check(Rule.TRADE_SIZE, Comparison.AT_MOST, Verdict.PASS, DenialReason.NONE, "4988.75", "5000",
                      "0.0498875",
                        "0.05")));
        add(new Input.Trade(BTC, e9("812.1"), 25_000_000, null),
                new Decision.Evaluation(TREND, BTC, Timeframe.M5, SignalKind.ENTER, 61, 1,
                        List.of(new Decision.Evaluation.Value(0, 1.9312764), new Decision.Evaluation.Value(1,
                                                                                                           58.20137))),
                passed, order(ENTRY, OrderAction.SUBMIT, Purpose.ENTRY, Side.BUY, null, DenialReason.NONE), equity());
        add(new Input.Trade(BTC, e9("812.2"), 25_000_000, Side.SELL),
                new Decision.Checks(STOP, 0, List.of(check(Rule.VENUE, Comparison.EQUAL, Verdict.DENY,
                                                           DenialReason.HALTED, "1",
                        "0", "1", "0"))),
                order(STOP, OrderAction.REFUSE, Purpose.ENTRY, Side.BUY, Rule.VENUE, DenialReason.HALTED),
                new Decision.StrategyDisabled(TREND, DisabledReason.THREW, ""),
                new Decision.Alert(AlertKind.STRATEGY_DISABLED, 0));
    }

    private void reports() {
        add(new Input.OrderSent(ENTRY));
        add(new Input.OrderAccepted(ENTRY, 0x0123456789abcdefL, 0xfedcba9876543210L));
        add(new Input.OrderFilled(ENTRY, 1, 2, BTC, Side.BUY, e9("812.5"), e9("6.14"), e9("6.14"), e9("0.01535"), true),
                new Decision.FillOutcome(ENTRY, true, FillRefusal.NONE, false),
                new Decision.Allocation(ENTRY, TREND, BTC, Side.BUY, e9("6.14"), e9("812.5"), 0, e9("12.471875")),
                new Decision.StopDecision(StopAction.ARM, Side.SELL, StopHolder.ENGINE, BTC, e9("6.12465"),
                                          e9("788.13"), 0,
                        List.of(ENTRY)), equity());
        add(new Input.OrderNotSent(STOP, NotSentReason.TOO_OLD));
        add(new Input.OrderRejected(STOP, RejectReason.WASH_TRADE, "opposite side resting"));
        add(new Input.OrderCancelled(STOP, 0));
        add(new Input.OrderExpired(STOP, 0));
        add(new Input.OrderReplaced(STOP, ENTRY));
        add(new Input.OrderUnknown(STOP, UnknownReason.TIMEOUT));
    }

    private void account() {
        add(new Input.VenueUp());
        add(new Input.Account(e9("95011.25"), e9("95011.25")));
        add(new Input.VenuePosition(BTC, e9("6.12")));
        add(new Input.Reconciled(1), new Decision.ReconcileOutcome(false,
                                                                   List.of(new Decision.ReconcileOutcome.Difference(
                DifferenceKind.POSITION, BTC, e9("6.12465"), e9("6.12")))),
                new Decision.RiskStateChange(RiskState.ACTIVE, RiskState.REDUCING, RiskReason.RECONCILIATION));
        add(new Input.CashFlow(e9("-250"), CashFlowReason.WITHDRAWAL));
        add(new Input.CorporateAction(BTC, e9("2"), 0));
        add(new Input.VenueDown(VenueDownReason.STREAM_SILENT));
        add(new Input.AlertDelivered(ENTRY));
    }

    private void operator() {
        int releases = Release.CIRCUIT_BREAKER.bit() | Release.RECONCILIATION.bit();
        add(new Input.OperatorCommand(OperatorAction.RESUME, releases, 0, 10, 11, "ada"),
                new Decision.CommandOutcome(true, CommandRefusal.NONE));
        add(new Input.OperatorCommand(OperatorAction.APPROVE, 0, ENTRY, 10, 12, "ada"),
                new Decision.CommandOutcome(false, CommandRefusal.NOTHING_PARKED));
        add(new Input.PhaseApproved(1, 2, 10, 13, hash(4), "ada"), new Decision.PhaseChange(1, 2,
                                                                                            PhaseReason.APPROVED));
    }

    private void end() {
        addDerived(new Input.Seal(1, 1, records.size(), hash(5), Hash256.ZERO), new Derived.StageHash(Stage.MARKET,
                                                                                                      255),
                new Derived.StageHash(Stage.DECISION, -1));
        add(new Input.Stopped(StoppedReason.END_OF_TAPE));
    }

    private static Decision.Equity equity() {
        return new Decision.Equity(e9("100000"), e9("95011.25"), e9("4988.75"), e9("100100"), e9("-0.000999"),
                                   e9("99990"), 0,
                e9("0"), e9("12.471875"), e9("100100"), List.of(new Decision.Equity.Mark(BTC, e9("812.5"))));
    }

    private static Decision.Checks.Check check(Rule rule, Comparison op, Verdict verdict, DenialReason reason,
                                               String left,
                                               String right, String value, String limit) {
        return new Decision.Checks.Check(rule, op, verdict, reason, e9(left), e9(right), e9(value), e9(limit));
    }

    private static Decision.OrderDecision order(long id, OrderAction action, Purpose purpose, Side side, Rule rule,
                                                DenialReason reason) {
        return new Decision.OrderDecision(id, action, purpose, side, OrderType.LIMIT, TimeInForce.IOC, false,
                                          RiskState.ACTIVE,
                1, rule, reason, TREND, BTC, e9("6.14"), e9("812.5"), e9("788.13"), e9("812.5"), e9("4988.75"),
                e9("100000"),
                e9("4988.75"), 0, 0, 0);
    }

    private void add(Input input, Decision... decisions) {
        records.add(new Journaled(header(), input, List.of(), List.of(decisions)));
    }

    private void addDerived(Input input, Derived... derived) {
        records.add(new Journaled(header(), input, List.of(derived), List.of()));
    }

    private Journaled.Header header() {
        int sequence = records.size() + 1;
        long timeNs = START_NS + sequence * SECOND_NS;
        return new Journaled.Header(sequence, 1, timeNs, timeNs, 0, 100 + sequence, 0);
    }

    private static Hash256 hash(int last) {
        return new Hash256(0, 0, 0, last);
    }

    private static long e9(String decimal) {
        return FixedPoint.parse(decimal);
    }
}
