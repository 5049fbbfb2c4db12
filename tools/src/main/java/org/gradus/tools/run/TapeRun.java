package org.gradus.tools.run;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.gradus.adapters.strategy.UserStrategies;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.message.Hash256;
import org.gradus.engine.runtime.EngineConfig;
import org.gradus.engine.runtime.RunSetup;
import org.gradus.engine.runtime.RunningEngine;
import org.gradus.engine.runtime.SimulatedEngine;
import org.gradus.engine.runtime.SimulatedRun;
import org.gradus.engine.tape.MergedTape;
import org.gradus.tools.config.RunConfig;
import org.gradus.tools.config.TapeSource;
import org.gradus.tools.config.Tapes;

/// A run over tapes at the simulated market, as fast as it can or paced.
public final class TapeRun extends EngineRun {
    private static final long NAP_NS = 1_000_000L;

    private final RunConfig config;
    private final double speed;

    /// @param speed times real time; infinite for as fast as can be
    public TapeRun(RunConfig config, UserStrategies strategies, RunHome home, double speed, Until until,
            PrintStream out) {
        super(strategies, home, until, out);
        this.config = config;
        this.speed = speed;
    }

    @Override
    protected RunConfig config() {
        return config;
    }

    @Override
    protected List<String> sources() {
        return config.tapes().stream().map(TapeSource::name).toList();
    }

    @Override
    protected Hash256 dataHash() {
        return BuildIdentity.ofTapes(config.tapes());
    }

    @Override
    protected Opened open(RunSetup setup) {
        List<Instrument> instruments = config.engine().instruments().stream()
                .map(EngineConfig.InstrumentConfig::instrument).toList();
        MergedTape tape = Tapes.open(config.tapes(), instruments);
        try {
            return new Played(new SimulatedEngine(SimulatedRun.of(setup), strategies, tape, telemetry), tape);
        } catch (RuntimeException refused) {
            tape.close();
            throw refused;
        }
    }

    /// Paces the tape.
    private final class Played implements Opened {
        private final SimulatedEngine engine;
        private final MergedTape tape;
        private final long wallStartNs = System.nanoTime();
        private long tapeStartNs;

        private Played(SimulatedEngine engine, MergedTape tape) {
            this.engine = engine;
            this.tape = tape;
        }

        @Override
        public RunningEngine engine() {
            return engine;
        }

        @Override
        public long nextNs() {
            return engine.nextNs();
        }

        @Override
        public void step(long nextNs, boolean heard) {
            if (!heard && due(nextNs)) {
                engine.step();
            }
        }

        private boolean due(long nextNs) {
            if (speed == Double.POSITIVE_INFINITY) {
                return true;
            }
            if (tapeStartNs == 0) {
                tapeStartNs = nextNs;
            }
            if ((nextNs - tapeStartNs) / speed <= System.nanoTime() - wallStartNs) {
                return true;
            }
            LockSupport.parkNanos(NAP_NS);
            return false;
        }

        @Override
        public void close() {
            try {
                engine.close();
            } finally {
                tape.close();
            }
        }
    }
}
