package org.gradus.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.message.Hash256;
import org.gradus.engine.message.StoppedReason;
import org.gradus.engine.runtime.EngineConfig.InstrumentConfig;
import org.gradus.engine.runtime.SimulatedEngine;
import org.gradus.engine.runtime.SimulatedRun;
import org.gradus.engine.runtime.StartedRecord;
import org.gradus.engine.runtime.Telemetry;
import org.gradus.engine.strategy.StrategyFactory;
import org.gradus.engine.tape.MergedTape;
import org.gradus.tools.config.RunConfig;
import org.gradus.tools.config.TapeSource;
import org.gradus.tools.config.Tapes;

/// The demo tape through the whole engine at full speed, journal on, again and again in one process. A pass is
/// everything: opening tape and journal, reading the tape, every stage, seals, and the last record written.
final class DemoThroughput {
    private static final int SETTLED = 5;

    private final RunConfig config;
    private final Scratch scratch;
    private final long rows;

    /// One pass.
    ///
    /// @param records journal records written
    /// @param rows    rows of the tape read
    record Pass(long records, long rows, long tookNs) {
        long recordsPerSecond() {
            return records * 1_000_000_000L / tookNs;
        }

        long rowsPerSecond() {
            return rows * 1_000_000_000L / tookNs;
        }
    }

    DemoThroughput(RunConfig config, Scratch scratch) {
        this.config = config;
        this.scratch = scratch;
        rows = rows();
    }

    private long rows() {
        long count = 0;
        try (MergedTape tape = Tapes.open(config.tapes(), instruments())) {
            while (tape.advance()) {
                count++;
            }
        }
        return count;
    }

    List<Pass> run(int passes, Consumer<Pass> each) {
        List<Pass> done = new ArrayList<>();
        for (int i = 0; i < passes; i++) {
            Pass pass = pass(scratch.folder("pass-" + i));
            done.add(pass);
            each.accept(pass);
            scratch.clear();
        }
        return done;
    }

    private Pass pass(Path home) {
        long startNs = System.nanoTime();
        try (MergedTape tape = Tapes.open(config.tapes(), instruments());
             SimulatedEngine engine = new SimulatedEngine(setup(home), StrategyFactory.builtIns(), tape,
                     new Telemetry(System::nanoTime))) {
            while (engine.step()) {
                // Everything the tape holds.
            }
            engine.stop(StoppedReason.END_OF_TAPE);
            return new Pass(engine.nextSequence() - 1, rows, System.nanoTime() - startNs);
        }
    }

    private List<Instrument> instruments() {
        return config.engine().instruments().stream().map(InstrumentConfig::instrument).toList();
    }

    private SimulatedRun setup(Path home) {
        StartedRecord.Origin origin = new StartedRecord.Origin("bench", Hash256.ZERO, Hash256.ZERO, Hash256.ZERO,
                config.tapes().stream().map(TapeSource::name).toList(), strategy -> "built-in");
        return new SimulatedRun(config.engine(), origin, home.resolve("journal"), home.resolve("seal"),
                config.engine().ring().topology());
    }

    /// The median pass of the last five, when code is compiled and pages are there.
    static Pass settled(List<Pass> passes) {
        Pass[] last = passes.subList(Math.max(0, passes.size() - SETTLED), passes.size()).toArray(Pass[]::new);
        Arrays.sort(last, (a, b) -> Long.compare(a.tookNs(), b.tookNs()));
        return last[last.length / 2];
    }
}
