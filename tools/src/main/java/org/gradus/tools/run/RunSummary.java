package org.gradus.tools.run;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.journal.ChronicleReader;
import org.gradus.engine.runtime.Telemetry;

/// Prints what came of a run, computed from its journal.
final class RunSummary {
    private final RunHome home;
    private final Telemetry telemetry;

    RunSummary(RunHome home, Telemetry telemetry) {
        this.home = home;
        this.telemetry = telemetry;
    }

    void print(PrintStream out) {
        JournalFigures f;
        try (ChronicleReader reader = new ChronicleReader(home.journal())) {
            f = JournalFigures.of(reader);
        }
        if (f.equity == null) {
            out.println("nothing happened");
            return;
        }
        double start = FixedPoint.toDouble(f.startingCash);
        double end = FixedPoint.toDouble(f.equity.equity());
        line(out, "tape time", "%s", words(Duration.ofNanos(f.lastTimeNs - f.firstTimeNs)));
        line(out, "equity", "%,.2f  (%+,.2f, %+.3f %%)", end, end - start, 100 * (end / start - 1));
        line(out, "profit", "realised %+,.2f, open %+,.2f, fees %,.2f", money(f.equity.realised()),
                money(f.equity.open()), money(f.equity.fees()));
        line(out, "trades", "%d, %s won, best %+,.2f, worst %+,.2f", f.trades,
                f.trades == 0 ? "none" : String.format(Locale.ROOT, "%.0f %%", 100.0 * f.wins / f.trades),
                money(f.bestTrade), money(f.worstTrade));
        line(out, "max drawdown", "%.3f %%", -100 * f.lowestDrawdownE9 / 1e9);
        line(out, "exposure", "at most %,.2f (%.1f %% of equity)", money(f.mostExposure),
                100 * money(f.mostExposure) / start);
        line(out, "orders", "%d entries, %d exits, %d stops, %d waited, %d rejected by the venue", f.entries, f.exits,
                f.stops, f.parked, f.rejected);
        line(out, "denials", "%s", f.denials.isEmpty() ? "none" : f.denials.entrySet().stream()
                .map(each -> each.getKey().label() + " " + each.getValue()).collect(Collectors.joining(", ")));
        line(out, "risk state", "%s; halted %d times, reducing %d times", f.riskState.label(), f.halts, f.reductions);
        line(out, "feed", "%d rows refused", f.feedFaults);
        latency(out, "input latency", telemetry.inputLatencyNs());
        latency(out, "order latency", telemetry.orderLatencyNs());
        line(out, "journal", "%s  (%,d records)", home.journal(), f.records);
    }

    private static void latency(PrintStream out, String name, Histogram histogram) {
        if (histogram.getTotalCount() > 0) {
            line(out, name, "p50 %,d ns, p90 %,d ns, p99 %,d ns, p99.9 %,d ns, max %,d ns",
                    histogram.getValueAtPercentile(50), histogram.getValueAtPercentile(90),
                    histogram.getValueAtPercentile(99), histogram.getValueAtPercentile(99.9),
                    histogram.getMaxValue());
        }
    }

    private static void line(PrintStream out, String name, String format, Object... values) {
        out.printf(Locale.ROOT, "  %-14s %s%n", name, String.format(Locale.ROOT, format, values));
    }

    private static double money(long fixed) {
        return FixedPoint.toDouble(fixed);
    }

    private static String words(Duration duration) {
        return duration.toDays() + " days " + duration.toHoursPart() + " h " + duration.toMinutesPart() + " min";
    }
}
