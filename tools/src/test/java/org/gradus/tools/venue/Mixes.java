package org.gradus.tools.venue;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Runs many mixes, several at once since each waits most of its time, and says how those can be had again that broke
/// something.
final class Mixes {
    private static final int AT_ONCE = 4 * Runtime.getRuntime().availableProcessors();

    private Mixes() {
    }

    static List<MixRun.Outcome> run(List<Mix> mixes, Path folder) throws InterruptedException {
        List<MixRun.Outcome> outcomes = new ArrayList<>();
        StringBuilder broken = new StringBuilder();
        try (ExecutorService several = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<MixRun.Outcome>> runs = new ArrayList<>();
            for (int i = 0; i < mixes.size(); i++) {
                Mix mix = mixes.get(i);
                Path home = folder.resolve("mix-" + i);
                runs.add(several.submit(() -> MixRun.of(mix, home)));
            }
            for (int i = 0; i < runs.size(); i++) {
                try {
                    outcomes.add(runs.get(i).get());
                } catch (ExecutionException thrown) {
                    broken.append(told(mixes.get(i), List.of("threw " + thrown.getCause())));
                }
            }
        }
        outcomes.stream().filter(outcome -> !outcome.broken().isEmpty())
            .forEach(outcome -> broken.append(told(outcome.mix(), outcome.broken())));
        if (!broken.isEmpty()) {
            fail(broken.toString());
        }
        return outcomes;
    }

    private static String told(Mix mix, List<String> broken) {
        return mix + "\n  again: mvn test -pl tools -am -Dtest=SeededMixesTest -Dsurefire.failIfNoSpecifiedTests=false"
            + " -Dgradus.mixes.runs=1 -Dgradus.mixes.seed=" + mix.seed() + "\n  "
            + String.join("\n  ", broken.subList(0, Math.min(broken.size(), 12))) + "\n";
    }

    /// Runs in which nothing happens prove nothing.
    static void assertBusy(List<MixRun.Outcome> outcomes, long least) {
        long fills = outcomes.stream().mapToLong(outcome -> outcome.count("\"type\":\"order-filled\"")).sum();
        assertTrue(fills >= least * outcomes.size(), fills + " fills in " + outcomes.size() + " runs");
    }
}
