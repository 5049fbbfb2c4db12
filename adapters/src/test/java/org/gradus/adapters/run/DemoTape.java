package org.gradus.adapters.run;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.gradus.adapters.tape.TapeFiles;
import org.gradus.adapters.tape.TapeSpec;
import org.gradus.engine.codec.EventSlot;
import org.gradus.engine.codec.RecordHeader;
import org.gradus.engine.journal.ChronicleJournal;
import org.gradus.engine.journal.ChronicleReader;
import org.gradus.engine.message.StoppedReason;
import org.gradus.engine.runtime.EngineConfig;
import org.gradus.engine.runtime.EngineConfig.Topology;
import org.gradus.engine.runtime.SimulatedEngine;
import org.gradus.engine.runtime.SimulatedRun;
import org.gradus.engine.runtime.Telemetry;
import org.gradus.engine.runtime.TestConfigs;
import org.gradus.engine.strategy.StrategyFactory;
import org.gradus.engine.tape.MergedTape;

/// Runs tapes through the whole engine for tests.
final class DemoTape {
    static final Path FILE = Path.of(System.getProperty("gradus.root"),
            "adapters/target/tapes/bitstamp_trades_from_20131125_usd.csv");

    private DemoTape() {
    }

    /// Runs a configuration until the journal holds `until` records, or to the end of the tape.
    ///
    /// @param crash leave without a word, as a crash between two events would
    static void run(EngineConfig config, List<TapeSpec> files, Path home, Topology topology, long until,
            boolean crash) {
        MergedTape tape = TapeFiles.open(TapeFiles.of(files, config.instruments().stream()
                .map(EngineConfig.InstrumentConfig::instrument).toList()));
        SimulatedRun run = new SimulatedRun(config, TestConfigs.origin(config, files.stream()
                .map(f -> f.path().toString()).toList()), home.resolve("journal"), home.resolve("seal"), topology);
        try (tape; SimulatedEngine engine = new SimulatedEngine(run, StrategyFactory.builtIns(), tape,
                new Telemetry(() -> 0))) {
            while (engine.nextSequence() <= until && engine.step()) {
                // Runs on.
            }
            if (!crash) {
                engine.stop(engine.nextNs() == Long.MAX_VALUE ? StoppedReason.END_OF_TAPE : StoppedReason.RECORD_LIMIT);
            }
        }
    }

    static List<TapeSpec> bitstamp() {
        return List.of(new TapeSpec(FILE, "BTC/USD", null));
    }

    static List<ByteBuffer> records(Path home) {
        List<ByteBuffer> records = new ArrayList<>();
        try (ChronicleReader reader = new ChronicleReader(home.resolve("journal"))) {
            while (reader.next()) {
                byte[] bytes = new byte[RecordHeader.length(reader.buffer(), reader.offset())];
                reader.buffer().getBytes(reader.offset(), bytes);
                records.add(ByteBuffer.wrap(bytes));
            }
        }
        return records;
    }

    /// A journal that holds the first records only, as if the process had been killed right behind the last of them.
    static void cut(List<ByteBuffer> records, int count, Path home) {
        EventSlot slot = EventSlot.ofCapacity(4 << 20);
        try (ChronicleJournal journal = new ChronicleJournal(home.resolve("journal"), 64 << 20)) {
            for (ByteBuffer record : records.subList(0, count)) {
                slot.load(new UnsafeBuffer(record.array()), 0, record.array().length);
                journal.append(slot);
            }
        }
    }
}
