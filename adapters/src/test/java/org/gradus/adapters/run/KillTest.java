package org.gradus.adapters.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.gradus.adapters.run.KilledRun.When;
import org.gradus.engine.codec.RecordSource;
import org.gradus.engine.journal.JournalStore;
import org.gradus.engine.journal.JournalVerifier;
import org.gradus.engine.journal.KeptSeal;
import org.gradus.engine.journal.Story;
import org.gradus.engine.runtime.EngineConfig.Topology;
import org.gradus.engine.runtime.Replays;
import org.gradus.engine.runtime.TestConfigs;
import org.gradus.engine.strategy.StrategyFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `kill -9`, ten times in one run of the whole demo, at record numbers drawn from a seed.
class KillTest {
    private static final long SEED = Long.getLong("gradus.kill.seed", 20131125);
    private static final int KILLS = 10;
    private static final int KILLED = 128 + 9;

    @TempDir
    private Path home;

    @Test
    void aRunKilledTenTimesEndsLikeOneThatWasNot() throws Exception {
        DemoTape.run(TestConfigs.demo(), DemoTape.bitstamp(), home.resolve("whole"), Topology.DIRECT, Long.MAX_VALUE);
        Story whole = Story.of(DemoTape.store(home.resolve("whole")).read());
        Random random = new Random(SEED);
        List<Long> kills = random.longs(KILLS, 2, whole.length()).sorted().boxed().toList();
        for (int i = 0; i < KILLS; i++) {
            assertEquals(KILLED, start(kills.get(i), i % 2 == 0 ? When.BEHIND : When.AROUND), "killed at " + kills);
        }
        assertEquals(0, start(0, When.BEHIND), "the last run comes to its end");
        JournalStore killed = DemoTape.store(home.resolve("killed"));
        assertEquals(Optional.empty(), whole.difference(Story.of(killed.read())), "seed " + SEED + ", kills " + kills);
        assertTrue(whole.length() > 190_000, "the whole demo");
        verifies(killed);
        Replays.agree(killed::read, TestConfigs.demo(), StrategyFactory.builtIns());
    }

    private int start(long record, When when) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(), "-XX:TieredStopAtLevel=1"));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> !flag.startsWith("-agentlib") && !flag.startsWith("-javaagent")).forEach(command::add);
        command.addAll(List.of("-Dgradus.root=" + System.getProperty("gradus.root"), "-cp",
                System.getProperty("java.class.path"), KilledRun.class.getName(), home.resolve("killed").toString(),
                Long.toString(record), when.name()));
        Path log = home.resolve("log");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        assertTrue(process.waitFor(5, TimeUnit.MINUTES), "the run at " + record + " ends");
        int exit = process.exitValue();
        assertTrue(exit == KILLED || exit == 0, () -> "exit " + exit + " at " + record + ": " + read(log));
        return exit;
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    private void verifies(JournalStore journal) throws IOException {
        String seal = Files.readString(home.resolve("killed").resolve("seal"));
        try (RecordSource source = journal.read()) {
            assertEquals(Optional.empty(), new JournalVerifier()
                    .verify(source, Optional.of(KeptSeal.parse(seal))));
        }
    }
}
