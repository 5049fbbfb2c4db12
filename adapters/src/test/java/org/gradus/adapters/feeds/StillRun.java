package org.gradus.adapters.feeds;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.gradus.engine.codec.RecordCodec;
import org.gradus.engine.codec.RecordSource;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.egress.SendingRules;
import org.gradus.engine.ingress.EngineClock;
import org.gradus.engine.journal.MemoryJournal;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.Journaled;
import org.gradus.engine.runtime.EngineConfig;
import org.gradus.engine.runtime.LiveEngine;
import org.gradus.engine.runtime.LiveRules;
import org.gradus.engine.runtime.LiveVenue;
import org.gradus.engine.runtime.RunSetup;
import org.gradus.engine.runtime.StrategyConfig;
import org.gradus.engine.runtime.Telemetry;
import org.gradus.engine.runtime.TestConfigs;
import org.gradus.engine.strategy.StrategyFactory;

/// A live engine on the clock of this machine unless a test has another, driven by the test's own thread.
final class StillRun implements AutoCloseable {
    private static final long PATIENCE_NS = 30_000_000_000L;
    private static final long NAP_NS = 2_000_000L;

    private final MemoryJournal journal = new MemoryJournal();
    private final LiveEngine engine;

    StillRun(LiveVenue.Maker maker) {
        this(maker, StillVenue::nowNs);
    }

    StillRun(LiveVenue.Maker maker, EngineClock clock) {
        StrategyConfig trader = new StrategyConfig("trend", "macd-trend", "", List.of("BTC/USD"), Timeframe.M5,
                FixedPoint.parse("0.05"), Map.of());
        EngineConfig config = TestConfigs.with(List.of(TestConfigs.bitcoin(0)), List.of(trader), "still");
        RunSetup run = new RunSetup(config, TestConfigs.origin(config, List.of("venue", "finnhub")), journal,
                EngineConfig.Topology.DIRECT);
        engine = new LiveEngine(run, LiveRules.of(SendingRules.of(9, 4, 10_000_000_000L)), clock, maker,
                StrategyFactory.builtIns(), new Telemetry(System::nanoTime));
        engine.start();
    }

    /// Runs until the journal's inputs are as they should be.
    void until(Predicate<List<Input>> condition) {
        long giveUpNs = System.nanoTime() + PATIENCE_NS;
        while (!condition.test(inputs())) {
            if (System.nanoTime() > giveUpNs) {
                throw new AssertionError("still only " + inputs());
            }
            if (!engine.step()) {
                LockSupport.parkNanos(NAP_NS);
            }
        }
    }

    List<Input> inputs() {
        return records().stream().map(Journaled::input).toList();
    }

    RecordSource journal() {
        return journal.read();
    }

    /// The whole journal in words.
    String text() {
        return records().toString();
    }

    private List<Journaled> records() {
        List<Journaled> records = new ArrayList<>();
        RecordCodec codec = new RecordCodec();
        try (RecordSource reader = journal()) {
            while (reader.next()) {
                records.add(codec.read(reader.buffer(), reader.offset()));
            }
        }
        return records;
    }

    @Override
    public void close() {
        engine.close();
    }
}
