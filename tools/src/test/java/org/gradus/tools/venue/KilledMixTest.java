package org.gradus.tools.venue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gradus.tools.launch.Commands;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `kill -9` of engine or venue at drawn moments of a mix. Some runs at once: each waits for its tape.
class KilledMixTest {
    private static final long SEED = Long.getLong("gradus.mixes.seed", 2);
    private static final int RUNS = 2;

    @TempDir
    private Path folder;

    @Test
    void engineAndVenueAgreeBehindKillsOfEither() throws Exception {
        List<KilledMix> mixes = new ArrayList<>();
        List<Future<List<String>>> runs = new ArrayList<>();
        try (ExecutorService several = Executors.newFixedThreadPool(RUNS)) {
            for (int i = 0; i < RUNS; i++) {
                KilledMix mix = new KilledMix(SEED + i, folder.resolve("run-" + i));
                mixes.add(mix);
                runs.add(several.submit(mix::run));
            }
        }
        for (int i = 0; i < RUNS; i++) {
            assertEquals(List.of(), runs.get(i).get(), mixes.get(i).toString());
            Commands.assertReplays(mixes.get(i).home());
        }
    }
}
