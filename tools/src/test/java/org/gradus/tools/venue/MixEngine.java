package org.gradus.tools.venue;

import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.gradus.adapters.strategy.UserStrategies;
import org.gradus.engine.ingress.EngineClock;
import org.gradus.engine.journal.ChronicleStore;
import org.gradus.engine.message.StoppedReason;
import org.gradus.engine.runtime.EngineConfig.Topology;
import org.gradus.engine.runtime.LiveEngine;
import org.gradus.engine.runtime.RunSetup;
import org.gradus.engine.runtime.Telemetry;
import org.gradus.engine.runtime.TestConfigs;
import org.gradus.tools.config.RunConfig;
import org.gradus.tools.run.AlpacaLine;

/// The engines of one mix, one after the other over the same journal, wired to the venue as `gradus run` wires them.
/// Owned by the thread that publishes.
final class MixEngine {
    private static final int SLOW_STEPS_MAX = 10_000;
    private static final long SLOW_NS = 20_000L;

    private final RunConfig config;
    private final Path home;
    private final UserStrategies strategies;
    private final AlpacaLine line;
    private final EngineClock clock;
    private final MixTime time;
    private LiveEngine engine;

    MixEngine(RunConfig config, Path home, UserStrategies strategies, AlpacaLine line, MixTime time,
            EngineClock clock) {
        this.time = time;
        this.config = config;
        this.home = home;
        this.strategies = strategies;
        this.line = line;
        this.clock = clock;
    }

    void start() {
        ChronicleStore store = new ChronicleStore(home.resolve("journal"), home.resolve("seal"),
            config.engine().journal().blockBytes());
        RunSetup run = new RunSetup(config.engine(), TestConfigs.origin(config.engine(), line.sources()), store,
            Topology.DIRECT);
        engine = new LiveEngine(run, config.alpaca().rules(), clock,
            traded -> line.open(traded, clock), strategies, new Telemetry(() -> 0));
        engine.start();
    }

    /// Takes in what arrives until something is so, or the mix has come to a time.
    ///
    /// @return whether it is so
    boolean stepUntil(BooleanSupplier so, long untilMs) {
        while (!so.getAsBoolean()) {
            if (time.sinceStartMs() >= untilMs) {
                return false;
            }
            step();
            time.tick();
        }
        return true;
    }

    /// Takes in what arrives while hardly any time passes, so that a run is not over before its connections are made.
    void stepSlowlyUntil(BooleanSupplier so) {
        for (int i = 0; i < SLOW_STEPS_MAX && !so.getAsBoolean(); i++) {
            step();
            time.tick(SLOW_NS);
        }
    }

    private void step() {
        while (engine.step()) {
            // All that has arrived.
        }
    }

    /// Without a word.
    void crash() {
        engine.close();
    }

    /// As an operator ends it.
    boolean stop(long untilMs) {
        engine.letFinish();
        boolean idle = stepUntil(engine::idle, untilMs);
        engine.stop(StoppedReason.OPERATOR);
        engine.close();
        return idle;
    }
}
