package org.gradus.tools.venue;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Mixes of faults and crashes drawn from seeds, each with the real engine at our venue over HTTP and WebSockets.
/// Behind each of them both agree on money, positions and orders to the last fill, and the exported journal holds all
/// that an auditor asks of it.
@Tag("all-cores")
class SeededMixesTest {
    private static final long SEED = Long.getLong("gradus.mixes.seed", 1);
    private static final int RUNS = Integer.getInteger("gradus.mixes.runs", 200);

    @TempDir
    private Path folder;

    @Test
    void engineAndVenueAgreeBehindEachMix() throws InterruptedException {
        List<Mix> mixes = IntStream.range(0, RUNS).mapToObj(i -> Mix.drawn(SEED + i)).toList();
        List<MixRun.Outcome> outcomes = Mixes.run(mixes, folder);
        if (RUNS > 1) {
            Mixes.assertBusy(outcomes, 2);
            assertTrue(outcomes.stream().mapToLong(MixRun.Outcome::struck).sum() > 3L * RUNS, "things went wrong");
        }
    }
}
