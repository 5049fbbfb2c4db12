package org.gradus.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.message.Verdict;
import org.gradus.engine.order.OrderDraft;
import org.gradus.engine.risk.CheckList;
import org.gradus.engine.risk.Guardrails;
import org.gradus.engine.runtime.EngineConfig;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// The whole risk gate on an entry that passes: every rule of the demo's guardrails is asked.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class RiskGateBench {
    private static final int PARKED = 64;
    private static final long PRICE = FixedPoint.parse("1000");
    private static final long MINUTE_NS = 60_000_000_000L;

    private final OrderDraft draft = new OrderDraft();
    private final CheckList checks = new CheckList();
    private Guardrails guardrails;
    private QuietBooks books;

    @Setup
    public void open() {
        EngineConfig config = BenchCommand.settings().load(BenchCommand.DEMO, List.of(), List.of()).engine();
        Instrument instrument = config.instruments().getFirst().instrument();
        guardrails = new Guardrails(config.limits(), PARKED);
        books = new QuietBooks(instrument, config.cash(), PRICE);
        guardrails.circuitBreaker().start(config.cash());
        guardrails.extremeMarket().onMinute(books.timeNs() / MINUTE_NS * MINUTE_NS, PRICE);
        guardrails.dailyCaps().onTime(books.timeNs(), config.cash());
        draft.clientOrderId = 1;
        draft.quantity = FixedPoint.parse("1");
        draft.limitPrice = PRICE;
        draft.price = PRICE;
        draft.stopPrice = FixedPoint.parse("980");
        Verdict verdict = guardrails.gate().check(draft, books, checks);
        if (verdict != Verdict.PASS) {
            throw new IllegalStateException("the order must pass, but " + checks.last().rule() + " denies it");
        }
    }

    @Benchmark
    public Verdict entryThatPasses() {
        return guardrails.gate().check(draft, books, checks);
    }
}
