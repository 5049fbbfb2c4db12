package org.gradus.tools.venue;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

    private static final Pattern LEG = Pattern.compile("\"client_order_id\":\"([^\"]*)\"[^{}]*\"parent\":");

    @TempDir
    private Path folder;

    @Test
    void engineAndVenueAgreeBehindEachMix() throws InterruptedException {
        List<Mix> mixes = IntStream.range(0, RUNS).mapToObj(i -> Mix.drawn(SEED + i)).toList();
        List<MixRun.Outcome> outcomes = Mixes.run(mixes, folder);
        if (RUNS > 1) {
            Mixes.assertBusy(outcomes, 2);
            assertTrue(outcomes.stream().mapToLong(MixRun.Outcome::struck).sum() > 3L * RUNS, "things went wrong");
            legsWakeAndStocksAreHalted(outcomes.stream().filter(each -> each.mix().market().stocks()).toList());
        }
    }

    private static void legsWakeAndStocksAreHalted(List<MixRun.Outcome> stocks) {
        Mixes.assertBusy(stocks, 2);
        long woken = stocks.stream().mapToLong(SeededMixesTest::legsWoken).sum();
        assertTrue(woken >= stocks.size() / 4, woken + " legs woke in " + stocks.size() + " runs");
        assertTrue(stocks.stream().anyMatch(each -> each.count("\"status\":\"halted\"") > 0), "stocks were halted");
    }

    /// Legs that slept with their entries, and that the venue has working.
    private static long legsWoken(MixRun.Outcome outcome) {
        Set<String> legs = outcome.lines().stream().flatMap(line -> LEG.matcher(line).results())
            .map(found -> found.group(1)).collect(Collectors.toSet());
        return legs.stream().filter(leg -> outcome.count("\"order-accepted\",\"client_order_id\":\"" + leg + "\"") > 0)
            .count();
    }
}
