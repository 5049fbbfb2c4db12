package org.gradus.adapters.run;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.gradus.adapters.tape.TapeFiles;
import org.gradus.adapters.tape.TapeSpec;
import org.gradus.engine.journal.ChronicleStore;
import org.gradus.engine.journal.JournalBytes;
import org.gradus.engine.journal.JournalStore;
import org.gradus.engine.message.StoppedReason;
import org.gradus.engine.runtime.EngineConfig;
import org.gradus.engine.runtime.EngineConfig.Topology;
import org.gradus.engine.runtime.Replays;
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
    private static final long DAY_NS = 24 * TestConfigs.HOUR_NS;
    private static final int BEHIND_THE_ROLL = 50;

    private DemoTape() {
    }

    /// Runs a configuration until the journal holds `until` records, or to the end of the tape, and holds the journal
    /// to what every journal must stand.
    static void run(EngineConfig config, List<TapeSpec> files, Path home, Topology topology, long until) {
        write(config, files, home, topology, until);
        agree(config, home);
    }

    private static void agree(EngineConfig config, Path home) {
        Replays.agree(home, text -> config, StrategyFactory.builtIns());
    }

    /// The same, for a journal that is compared with one which stands it.
    static void write(EngineConfig config, List<TapeSpec> files, Path home, Topology topology, long until) {
        open(config, files, store(home), topology, engine -> {
            while (engine.nextSequence() <= until && engine.step()) {
                // Runs on.
            }
            engine.stop(engine.nextNs() == Long.MAX_VALUE ? StoppedReason.END_OF_TAPE : StoppedReason.RECORD_LIMIT);
        });
    }

    /// Runs a few records into the first new UTC day, and ends there without a word.
    static void crashBehindTheDailyRoll(EngineConfig config, List<TapeSpec> files, Path home) {
        open(config, files, store(home), Topology.DIRECT, engine -> {
            engine.step();
            long day = Math.floorDiv(engine.nowNs(), DAY_NS);
            while (Math.floorDiv(engine.nowNs(), DAY_NS) == day && engine.step()) {
                // Runs on.
            }
            for (int i = 0; i < BEHIND_THE_ROLL; i++) {
                engine.step();
            }
        });
        agree(config, home);
    }

    private static void open(EngineConfig config, List<TapeSpec> files, JournalStore journal, Topology topology,
            Consumer<SimulatedEngine> driver) {
        MergedTape tape = TapeFiles.open(TapeFiles.of(files, config.instruments().stream()
                .map(EngineConfig.InstrumentConfig::instrument).toList()));
        StartedRecord.Origin origin = TestConfigs.origin(config, files.stream().map(f -> f.path().toString()).toList());
        SimulatedRun run = new SimulatedRun(config, origin, journal, topology, FaultPlan.NONE);
        try (tape; SimulatedEngine engine = new SimulatedEngine(run, StrategyFactory.builtIns(), tape,
                new Telemetry(() -> 0))) {
            driver.accept(engine);
        }
    }

    private static JournalStore store(Path home) {
        return new ChronicleStore(home.resolve("journal"), home.resolve("seal"), BLOCK_BYTES);
    }

    static List<TapeSpec> bitstamp() {
        return List.of(new TapeSpec(FILE, "BTC/USD", null));
    }

    static List<ByteBuffer> records(Path home) {
        return JournalBytes.of(home.resolve("journal"));
    }
}
