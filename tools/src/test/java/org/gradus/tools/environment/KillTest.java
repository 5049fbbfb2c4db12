package org.gradus.tools.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.gradus.tools.environment.KilledRun.When;
import org.gradus.engine.journal.JournalStore;
import org.gradus.engine.journal.Story;
import org.gradus.engine.runtime.Replays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `kill -9`, ten times in one run of `config/demo.conf`, at record numbers drawn from a seed.
class KillTest {
    private static final long SEED = Long.getLong("gradus.kill.seed", 20131125);
    private static final int KILLS = 10;
    private static final int KILLED = 128 + 9;

    @TempDir
    private Path home;

    @Test
    void aRunKilledTenTimesEndsLikeOneThatWasNot() throws Exception {
        KilledRun.run(KilledRun.store(home.resolve("whole")));
        Story whole = Story.of(KilledRun.store(home.resolve("whole")).read());
        Random random = new Random(SEED);
        List<Long> kills = random.longs(KILLS, 2, whole.length()).sorted().boxed().toList();
        for (int i = 0; i < KILLS; i++) {
            assertEquals(KILLED, start(kills.get(i), i % 2 == 0 ? When.BEHIND : When.AROUND), "killed at " + kills);
        }
        assertEquals(0, start(0, When.BEHIND), "the last run comes to its end");
        JournalStore killed = KilledRun.store(home.resolve("killed"));
        assertEquals(Optional.empty(), whole.difference(Story.of(killed.read())), "seed " + SEED + ", kills " + kills);
        assertTrue(whole.length() > 190_000, "the whole demo");
        Replays.agree(home.resolve("killed"), text -> KilledRun.DEMO.engine(), KilledRun.STRATEGIES);
    }

    private int start(long record, When when) throws InterruptedException {
        Path log = home.resolve("log");
        ChildJvm child = new ChildJvm(List.of(), List.of(), KilledRun.class, log).start(
                home.resolve("killed").toString(), Long.toString(record), when.name());
        assertTrue(child.endsWithin(Duration.ofMinutes(5)), "the run at " + record + " ends");
        int exit = child.exitCode();
        assertTrue(exit == KILLED || exit == 0, () -> "exit " + exit + " at " + record + ": " + child.printed());
        return exit;
    }
}
