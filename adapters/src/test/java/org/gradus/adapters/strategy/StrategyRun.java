package org.gradus.adapters.strategy;

import static org.gradus.engine.domain.FixedPoint.parse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gradus.adapters.tape.TapeFiles;
import org.gradus.adapters.tape.TapeSpec;
import org.gradus.engine.codec.RecordCodec;
import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.journal.ChronicleReader;
import org.gradus.engine.message.Journaled;
import org.gradus.engine.message.StoppedReason;
import org.gradus.engine.runtime.Difference;
import org.gradus.engine.runtime.EngineConfig;
import org.gradus.engine.runtime.EngineConfig.Topology;
import org.gradus.engine.runtime.Replay;
import org.gradus.engine.runtime.Replays;
import org.gradus.engine.runtime.SimulatedEngine;
import org.gradus.engine.runtime.SimulatedRun;
import org.gradus.engine.runtime.StartedRecord;
import org.gradus.engine.runtime.StrategyConfig;
import org.gradus.engine.runtime.Telemetry;
import org.gradus.engine.runtime.TestConfigs;
import org.gradus.engine.tape.MergedTape;

/// Runs strategies over a calm made-up market in which every order is filled well: what they say is what they get.
public final class StrategyRun {
    private static final long START_S = 1_704_067_200L;
    private static final int PRINT_EVERY_S = 10;
    private static final int CYCLE_S = 3 * 3_600;

    private final Path folder;
    private final EngineConfig config;
    private final UserStrategies strategies;
    private final Path tape;

    public StrategyRun(Path folder, int hours, StrategyConfig... configured) {
        this.folder = folder;
        config = TestConfigs.with(List.of(TestConfigs.bitcoin(0)), List.of(configured), "");
        strategies = new UserStrategies(folder, folder);
        tape = folder.resolve("waves.csv");
        write(hours);
    }

    public static StrategyConfig strategy(String name, String kind, String jar, Map<String, String> parameters) {
        return new StrategyConfig(name, kind, jar, List.of("BTC/USD"), Timeframe.M5, parse("0.04"), parameters);
    }

    /// Waves of one percent with a little noise from a fixed rule; sizes far above any order.
    private void write(int hours) {
        StringBuilder rows = new StringBuilder("timestamp_ns,price,size,side\n");
        for (int i = 0; i < hours * 3_600 / PRINT_EVERY_S; i++) {
            long second = START_S + (long) i * PRINT_EVERY_S;
            double wave = StrictMath.sin(2 * StrictMath.PI * i * PRINT_EVERY_S / CYCLE_S);
            long cents = 100_000 + StrictMath.round(1_000 * wave) + i * 7919L % 31 - 15;
            rows.append(second).append("000000000,").append(cents / 100).append('.').append(cents % 100 / 10)
                    .append(cents % 10).append(",100000,buy\n");
        }
        try {
            Files.writeString(tape, rows);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    public void until(Path home, long records, boolean crash) {
        MergedTape merged = TapeFiles.open(TapeFiles.of(List.of(new TapeSpec(tape, "BTC/USD", null)),
                config.instruments().stream().map(EngineConfig.InstrumentConfig::instrument).toList()));
        StartedRecord.Origin plain = TestConfigs.origin(config, List.of("waves"));
        StartedRecord.Origin origin = new StartedRecord.Origin(plain.build(), plain.buildHash(), plain.configHash(),
                plain.dataHash(), plain.sources(), strategies.codeHashes("build"));
        SimulatedRun run = new SimulatedRun(config, origin, home.resolve("journal"), home.resolve("seal"),
                Topology.DIRECT);
        try (merged; SimulatedEngine engine = new SimulatedEngine(run, strategies, merged, new Telemetry(() -> 0))) {
            while (engine.nextSequence() <= records && engine.step()) {
                // Runs on.
            }
            if (!crash) {
                engine.stop(engine.nextNs() == Long.MAX_VALUE ? StoppedReason.END_OF_TAPE : StoppedReason.RECORD_LIMIT);
            }
        }
    }

    /// To the end of the tape; the journal is then held to what every journal must stand.
    public void whole(Path home) {
        until(home, Long.MAX_VALUE, false);
        Replays.agree(home, _ -> config, strategies);
    }

    public Optional<Difference> replay(Path home) {
        return new Replay(() -> new ChronicleReader(home.resolve("journal")), _ -> config, strategies).run();
    }

    public static List<Journaled> records(Path home) {
        List<Journaled> records = new ArrayList<>();
        RecordCodec codec = new RecordCodec();
        try (ChronicleReader reader = new ChronicleReader(home.resolve("journal"))) {
            while (reader.next()) {
                records.add(codec.read(reader.buffer(), reader.offset()));
            }
        }
        return records;
    }

    public Path folder() {
        return folder;
    }
}
