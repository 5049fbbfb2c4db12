package org.gradus.tools.run;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;
import org.gradus.engine.domain.DenialReason;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.domain.RiskState;
import org.gradus.engine.domain.Rule;
import org.gradus.engine.runtime.Telemetry;
import org.gradus.tools.log.Numbers;
import org.gradus.tools.log.ThrownMessages;

/// What came of a run, in the words of a trader.
final class RunSummary {
    /// More risk changes than this are summed up in one line.
    private static final int CHANGES_SHOWN = 8;

    private final PrintStream out;

    private final ThrownMessages messages;

    RunSummary(PrintStream out, ThrownMessages messages) {
        this.out = out;
        this.messages = messages;
    }

    void print(JournalFigures f, Telemetry telemetry, Map<String, Path> places) {
        if (f.equity == null) {
            out.println("nothing happened: " + (f.venue.live() ? "no event came that could be priced"
                    : "the tapes hold no event that could be priced"));
            feed(f);
            return;
        }
        out.println();
        line(f.venue.live() ? "time" : "tape time", "%s", words(Duration.ofNanos(f.lastTimeNs - f.firstTimeNs)));
        result(f);
        trading(f);
        risk(f);
        if (f.venue.live()) {
            venue(f.venue);
        }
        latency("tick to journal", telemetry.inputLatencyNs());
        latency("tick to order", telemetry.orderLatencyNs());
        places.forEach((name, place) -> line(name, "%s%s", place,
                name.equals("journal") ? String.format(Locale.ROOT, "  (%,d records)", f.records) : ""));
    }

    private void result(JournalFigures f) {
        double start = money(f.startingCash);
        double end = money(f.equity.equity());
        line("equity", "%,.2f  (%+,.2f, %+.3f %%)", end, end - start, 100 * (end / start - 1));
        line("profit", "realised %+,.2f, open %+,.2f, fees %,.2f", money(f.equity.realised()), money(f.equity.open()),
                money(f.equity.fees()));
        line("trades", "%s%s", finished(f.trades), f.trades.open() == 0 ? "" : "; " + f.trades.open() + " still open");
        line("max drawdown", "%.3f %%", 100 * f.drawdown);
        line("exposure", "at most %,.2f (%.1f %% of equity)", money(f.mostExposure), 100 * f.mostExposureRatio);
    }

    private static String finished(TradeFigures trades) {
        return trades.finished() == 0 ? "none finished"
                : String.format(Locale.ROOT, "%d, %.0f %% won, best %+,.2f, worst %+,.2f", trades.finished(),
                        100.0 * trades.won() / trades.finished(), money(trades.best()), money(trades.worst()));
    }

    private void trading(JournalFigures f) {
        line("orders", "%d entries, %d exits, %d stops, %d waited, %d rejected by the venue", f.entries, f.exits,
                f.stops, f.parked, f.rejected);
        StopFigures stops = f.stopFigures;
        line("stops", stops.triggered() == 0 ? "none triggered"
                : "%d triggered, filled at worst %.2f %% below their price", stops.triggered(), 100 * stops.worst());
        line("denials", "%s", f.denials.isEmpty() ? "none" : f.denials.entrySet().stream()
                .map(each -> each.getKey().label() + " " + each.getValue()
                        + (each.getKey() == Rule.VENUE ? " (" + reasons(f.venueDenials) + ")" : ""))
                .collect(Collectors.joining(", ")));
        f.disabled.forEach(off -> line("disabled", "%s %s", off.strategy(), off.words(messages)));
        feed(f);
        prints(f.prints);
    }

    private static String reasons(Map<DenialReason, Integer> counts) {
        return counts.entrySet().stream().map(each -> each.getKey().label() + " " + each.getValue())
                .collect(Collectors.joining(", "));
    }

    private void feed(JournalFigures f) {
        FeedFigures feed = f.feed;
        String what = f.venue.live() ? "message" : "row";
        line("feed", "%,d %s refused", feed.refused(), feed.refused() == 1 ? what : what + "s");
        feed.kinds().forEach((fault, kind) -> line("", "%,d %s: %s%s", kind.count(), fault.label().replace('-', ' '),
                places(kind.first()), kind.count() == kind.first().size() ? ""
                        : ", and " + (kind.count() - kind.first().size()) + " more"));
    }

    private void prints(PrintFigures prints) {
        if (prints.held() > 0) {
            line("far prints", "%,d held back, %,d believed later, %,d refused", prints.held(), prints.confirmed(),
                    prints.refused());
            prints.first().forEach(refused -> line("", "%,.2f refused at a mark of %,.2f, record %,d",
                    money(refused.price()), money(refused.mark()), refused.record()));
        }
    }

    /// A file is named once for the lines that follow each other in it.
    private static String places(List<FeedFigures.Place> places) {
        StringJoiner words = new StringJoiner(", ");
        String file = "";
        for (FeedFigures.Place place : places) {
            words.add(place.file().equals(file) ? String.valueOf(place.line()) : place.file() + " line "
                    + place.line());
            file = place.file();
        }
        return words.toString();
    }

    private void risk(JournalFigures f) {
        line("risk state", "%s; halted %s, reducing %s", f.riskState.label(), times(f.times(RiskState.HALTED)),
                times(f.times(RiskState.REDUCING)));
        List<RiskChange> changes = f.riskChanges;
        changes.stream().limit(CHANGES_SHOWN).forEach(change -> line("", "%-27s  %-8s  %s",
                Numbers.time(change.timeNs()), change.state().label(), change.cause()));
        if (changes.size() > CHANGES_SHOWN) {
            line("", "and %d more: gradus journal tail --type risk-state", changes.size() - CHANGES_SHOWN);
        }
        if (f.venue.live() && f.riskState != RiskState.ACTIVE) {
            line("", "it stays so when the run goes on; gradus status says why, and what releases it");
        }
    }

    private void venue(VenueFigures venue) {
        line("venue", "%s; books compared %s, %s", venue.upShare() == 0 ? "never up"
                : String.format(Locale.ROOT, "up %.1f %% of the time, lost %s", 100 * venue.upShare(),
                times(venue.losses())), times(venue.comparisons()), venue.differing() == 0 ? "alike each time"
                : "different " + times(venue.differing()));
    }

    private static String times(long count) {
        return count == 0 ? "never" : count == 1 ? "once" : count + " times";
    }

    private void latency(String name, Histogram ns) {
        if (ns.getTotalCount() > 0) {
            line(name, "%s", percentiles(ns).entrySet().stream()
                    .map(each -> each.getKey() + " " + span(each.getValue())).collect(Collectors.joining(", ")));
        }
    }

    static Map<String, Long> percentiles(Histogram ns) {
        Map<String, Long> found = new LinkedHashMap<>();
        found.put("p50", ns.getValueAtPercentile(50));
        found.put("p90", ns.getValueAtPercentile(90));
        found.put("p99", ns.getValueAtPercentile(99));
        found.put("p99.9", ns.getValueAtPercentile(99.9));
        found.put("max", ns.getMaxValue());
        return found;
    }

    /// Three digits are all that a histogram has.
    private static String span(long ns) {
        if (ns < 1_000) {
            return ns + " ns";
        }
        double micros = ns / 1e3;
        return micros < 1_000 ? String.format(Locale.ROOT, micros < 100 ? "%.1f µs" : "%.0f µs", micros)
                : String.format(Locale.ROOT, micros < 100_000 ? "%.1f ms" : "%.0f ms", micros / 1e3);
    }

    private void line(String name, String format, Object... values) {
        out.printf(Locale.ROOT, "  %-16s %s%n", name, String.format(Locale.ROOT, format, values));
    }

    private static double money(long fixed) {
        return FixedPoint.toDouble(fixed);
    }

    private static String words(Duration duration) {
        return duration.toDays() + " days " + duration.toHoursPart() + " h " + duration.toMinutesPart() + " min";
    }
}
