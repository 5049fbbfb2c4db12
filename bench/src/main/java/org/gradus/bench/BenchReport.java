package org.gradus.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.gradus.bench.DemoThroughput.Pass;
import tools.jackson.databind.json.JsonMapper;

/// Tells the results of `gradus bench`, as words while they come or as one JSON object at the end.
final class BenchReport {
    private final PrintStream out;
    private final boolean words;
    private final Map<String, Object> all = new LinkedHashMap<>();

    private BenchReport(PrintStream out, boolean words) {
        this.out = out;
        this.words = words;
    }

    static BenchReport words(PrintStream out) {
        return new BenchReport(out, true);
    }

    static BenchReport json(PrintStream out) {
        return new BenchReport(out, false);
    }

    /// What the figures hang on: cores, how busy they are with other things, Java, and where the journal lies.
    void machine(Path journals) {
        Map<String, Object> machine = new LinkedHashMap<>();
        machine.put("cores", Runtime.getRuntime().availableProcessors());
        machine.put("load", load());
        machine.put("java", System.getProperty("java.vm.name") + " " + Runtime.version());
        machine.put("journal-file-system", fileSystem(journals));
        all.put("machine", machine);
        say("machine     %d cores, load %s, %s, journal on %s", machine.get("cores"), machine.get("load"),
                machine.get("java"), machine.get("journal-file-system"));
    }

    private static String load() {
        try {
            return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
        } catch (IOException elsewhere) {
            return "unknown";
        }
    }

    private static String fileSystem(Path folder) {
        try {
            return Files.getFileStore(folder).type();
        } catch (IOException refused) {
            throw new UncheckedIOException("cannot tell the file system of " + folder, refused);
        }
    }

    /// A sign of life.
    void pass(Pass pass) {
        if (words) {
            out.print(".");
            out.flush();
        }
    }

    void throughput(String topology, List<Pass> passes) {
        Pass settled = DemoThroughput.settled(passes);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("passes", passes.size());
        figures.put("records", settled.records());
        figures.put("tape-rows", settled.rows());
        figures.put("pass-ms", settled.tookNs() / 1_000_000);
        figures.put("records-per-second", settled.recordsPerSecond());
        figures.put("tape-rows-per-second", settled.rowsPerSecond());
        figures.put("best-records-per-second", passes.stream().mapToLong(Pass::recordsPerSecond).max().orElseThrow());
        figures.put("load-after", load());
        all.put("demo-tape-" + topology, figures);
        say("%ndemo tape   %s: %,d events/s, %,d tape rows/s (median of the last 5 of %d passes; best pass %,d)",
                topology, settled.recordsPerSecond(), settled.rowsPerSecond(), passes.size(),
                figures.get("best-records-per-second"));
        say("            an event is a journal record: %,d of them from %,d rows in %,d ms, journal on; load now %s",
                settled.records(), settled.rows(), figures.get("pass-ms"), figures.get("load-after"));
    }

    void latency(int ticksPerSecond, Latencies direct, Latencies fused) {
        say("open loop   %,d ticks/s in bursts of 1 ms, ns from the intended send time; %s", ticksPerSecond,
                ThreadSwitches.known() ? "clean = no thread lost its core" : "lost cores cannot be seen here");
        say("            %-34s %9s %9s %9s %9s %11s %9s", "", "p50", "p90", "p99", "p99.9", "max", "count");
        all.put("ticks-per-second", ticksPerSecond);
        runs("direct", direct);
        runs("fused", fused);
        if (!fused.hasRoundTrip() || direct.cleanBursts == 0) {
            say("            no burst was clean: the machine is too busy to compare the hop with the round trip");
            return;
        }
        double roundTripNs = fused.roundTripNs();
        double withoutHopNs = direct.cleanTicks.getValueAtPercentile(50);
        double ratio = fused.hopRatio(withoutHopNs);
        all.put("round-trip-ns", Math.round(roundTripNs));
        all.put("hop-over-round-trip", Math.round(ratio * 100) / 100.0);
        say("core to core  %,.0f ns round trip in the same bursts; hop = (fused p50 - direct p50) = %.2f round trips",
                roundTripNs, ratio);
    }

    private void runs(String topology, Latencies of) {
        String share = String.format(Locale.ROOT, "%d of %d", of.cleanBursts, of.bursts);
        all.put("clean-bursts-" + topology, of.cleanBursts);
        all.put("bursts-" + topology, of.bursts);
        row(topology, "tick-to-journaled", of.ticks);
        row(topology, "tick-to-order", of.orders);
        say("            clean bursts (%s):", share);
        row(topology, "clean-tick-to-journaled", of.cleanTicks);
        row(topology, "clean-tick-to-order", of.cleanOrders);
    }

    /// Without a sample there is nothing to say, and a zero would say the best.
    void row(String topology, String what, Histogram from) {
        if (from.getTotalCount() == 0) {
            all.put(topology + "-" + what + "-ns", Map.of("count", 0));
            say("            %-34s %9s", topology + " " + what.replace('-', ' '), "none");
            return;
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("p50", from.getValueAtPercentile(50));
        figures.put("p90", from.getValueAtPercentile(90));
        figures.put("p99", from.getValueAtPercentile(99));
        figures.put("p99.9", from.getValueAtPercentile(99.9));
        figures.put("max", from.getMaxValue());
        figures.put("count", from.getTotalCount());
        all.put(topology + "-" + what + "-ns", figures);
        say("            %-34s %,9d %,9d %,9d %,9d %,11d %,9d", topology + " " + what.replace('-', ' '),
                figures.get("p50"), figures.get("p90"), figures.get("p99"), figures.get("p99.9"), figures.get("max"),
                figures.get("count"));
    }

    private void say(String format, Object... figures) {
        if (words) {
            out.println(String.format(Locale.ROOT, format, figures));
        }
    }

    void end() {
        if (!words) {
            out.println(JsonMapper.shared().writeValueAsString(all));
        }
    }
}
