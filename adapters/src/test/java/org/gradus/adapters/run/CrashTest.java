package org.gradus.adapters.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.agrona.concurrent.UnsafeBuffer;
import org.gradus.engine.codec.RecordCodec;
import org.gradus.engine.journal.ChronicleReader;
import org.gradus.engine.journal.JournalVerifier;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.Journaled;
import org.gradus.engine.runtime.EngineConfig.Topology;
import org.gradus.engine.runtime.Replay;
import org.gradus.engine.runtime.TestConfigs;
import org.gradus.engine.strategy.StrategyFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A crash behind any record loses nothing and doubles nothing.
class CrashTest {
    private static final long SEED = 20131125;
    private static final int RECORDS = 30_000;

    @TempDir
    private Path home;

    @Test
    void aRestartBehindAnyRecordGoesOnAsIfNothingHadHappened() {
        DemoTape.run(TestConfigs.demo(), DemoTape.bitstamp(), home.resolve("whole"), Topology.DIRECT, RECORDS, false);
        List<ByteBuffer> whole = DemoTape.records(home.resolve("whole"));
        List<String> expected = words(whole, whole.size());
        Random random = new Random(SEED);
        for (int crash = 0; crash < 10; crash++) {
            int count = 2 + random.nextInt(RECORDS - 10);
            Path folder = home.resolve("crash" + crash);
            DemoTape.cut(whole, count, folder);
            DemoTape.run(TestConfigs.demo(), DemoTape.bitstamp(), folder, Topology.DIRECT, RECORDS + 1, false);
            assertSame(expected, words(DemoTape.records(folder), RECORDS + 100), "seed " + SEED
                + ", crash behind record " + count);
            replaysAndVerifies(folder);
        }
    }

    private static void assertSame(List<String> expected, List<String> actual, String when) {
        int common = Math.min(expected.size(), actual.size());
        assertTrue(common > RECORDS - 20, () -> when + ": only " + common + " records in common");
        for (int i = 0; i < common; i++) {
            int at = i;
            assertEquals(expected.get(i), actual.get(i), () -> when + ", line " + at);
        }
    }

    private static void replaysAndVerifies(Path folder) {
        Replay replay = new Replay(() -> new ChronicleReader(folder.resolve("journal")), text -> TestConfigs.demo(),
            StrategyFactory.builtIns());
        assertEquals(Optional.empty(), replay.run());
        try (ChronicleReader reader = new ChronicleReader(folder.resolve("journal"))) {
            assertEquals(Optional.empty(), new JournalVerifier().verify(reader, Optional.empty()));
        }
    }

    /// Time, input and decisions of each record, but for starts, stops and seals.
    private static List<String> words(List<ByteBuffer> records, int most) {
        RecordCodec codec = new RecordCodec();
        List<String> words = new ArrayList<>();
        for (ByteBuffer record : records.subList(0, Math.min(most, records.size()))) {
            Journaled journaled = codec.read(new UnsafeBuffer(record.array()), 0);
            switch (journaled.input()) {
                case Input.Started _, Input.Stopped _, Input.Seal _ -> {
                    // Belongs to the epoch, not to the run.
                }
                default -> words.add(journaled.timeNs() + " " + journaled.input() + " " + journaled.decisions());
            }
        }
        return words;
    }
}
