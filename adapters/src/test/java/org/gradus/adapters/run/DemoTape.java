package org.gradus.adapters.run;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import org.gradus.adapters.tape.TapeFiles;
import org.gradus.adapters.tape.TapeSpec;
import org.gradus.engine.journal.ChronicleStore;
import org.gradus.engine.journal.JournalBytes;
import org.gradus.engine.journal.JournalStore;
import org.gradus.engine.message.StoppedReason;
import org.gradus.engine.runtime.EngineConfig;
import org.gradus.engine.runtime.EngineConfig.Topology;
import org.gradus.engine.runtime.SimulatedEngine;
import org.gradus.engine.runtime.SimulatedRun;
import org.gradus.engine.runtime.StartedRecord;
import org.gradus.engine.runtime.Telemetry;
import org.gradus.engine.runtime.TestConfigs;
import org.gradus.engine.sim.FaultPlan;
import org.gradus.engine.strategy.StrategyFactory;
import org.gradus.engine.tape.MergedTape;

/// Runs tapes through the whole engine for tests.
final class DemoTape {
    static final Path FILE = Path.of(System.getProperty("gradus.root"),
            "adapters/target/tapes/bitstamp_trades_from_20131125_usd.csv");

    private static final int BLOCK_BYTES = 64 << 20;

    private DemoTape() {
    }

    /// Runs a configuration until the journal holds `until` records, or to the end of the tape.
    static void run(EngineConfig config, List<TapeSpec> files, Path home, Topology topology, long until) {
        run(config, files, store(home), topology, until);
    }

    static void run(EngineConfig config, List<TapeSpec> files, JournalStore journal, Topology topology, long until) {
        MergedTape tape = TapeFiles.open(TapeFiles.of(files, config.instruments().stream()
                .map(EngineConfig.InstrumentConfig::instrument).toList()));
        StartedRecord.Origin origin = TestConfigs.origin(config, files.stream().map(f -> f.path().toString()).toList());
        SimulatedRun run = new SimulatedRun(config, origin, journal, topology, FaultPlan.NONE);
        try (tape; SimulatedEngine engine = new SimulatedEngine(run, StrategyFactory.builtIns(), tape,
                new Telemetry(() -> 0))) {
            while (engine.nextSequence() <= until && engine.step()) {
                // Runs on.
            }
            engine.stop(engine.nextNs() == Long.MAX_VALUE ? StoppedReason.END_OF_TAPE : StoppedReason.RECORD_LIMIT);
        }
    }

    static JournalStore store(Path home) {
        return new ChronicleStore(home.resolve("journal"), home.resolve("seal"), BLOCK_BYTES);
    }

    static List<TapeSpec> bitstamp() {
        return List.of(new TapeSpec(FILE, "BTC/USD", null));
    }

    static List<ByteBuffer> records(Path home) {
        return JournalBytes.of(home.resolve("journal"));
    }
}
