package org.gradus.tools.run;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.runtime.Telemetry;
import org.gradus.tools.log.ThrownMessages;
import tools.jackson.databind.ObjectMapper;

/// The summary of a run for programs: one JSON object on one line. As in the exported journal, decimals and nanosecond
/// times are strings.
final class RunSummaryJson {
    private final PrintStream out;

    private final ThrownMessages messages;

    RunSummaryJson(PrintStream out, ThrownMessages messages) {
        this.out = out;
        this.messages = messages;
    }

    void print(JournalFigures f, Telemetry telemetry, Map<String, Path> places) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("records", f.records);
        all.put("from_ns", Long.toString(f.firstTimeNs));
        all.put("to_ns", Long.toString(f.lastTimeNs));
        if (f.equity != null) {
            result(all, f);
        }
        all.put("trades", ordered("finished", f.trades.finished(), "won", f.trades.won(), "open", f.trades.open(),
                "best", FixedPoint.format(f.trades.best()), "worst", FixedPoint.format(f.trades.worst())));
        all.put("orders", ordered("entries", f.entries, "exits", f.exits, "stops", f.stops, "waited", f.parked,
                "rejected", f.rejected));
        all.put("stops", ordered("triggered", f.stopFigures.triggered(), "worst_below_price",
                ratio(f.stopFigures.worst())));
        Map<String, Integer> denials = new LinkedHashMap<>();
        f.denials.forEach((rule, count) -> denials.put(rule.label(), count));
        all.put("denials", denials);
        Map<String, Integer> venueDenials = new LinkedHashMap<>();
        f.venueDenials.forEach((reason, count) -> venueDenials.put(reason.label(), count));
        all.put("venue_denials", venueDenials);
        all.put("disabled", f.disabled.stream().map(off -> ordered("strategy", off.strategy(), "reason",
                off.reason().label(), "thrown", off.thrown(), "message", messages.of(off.number()))).toList());
        all.put("feed_rows_refused", f.feed.refused());
        all.put("feed_refusals", refusals(f.feed));
        all.put("tapes_broken_off", places(f.feed.brokenOff()));
        all.put("tapes_damaged", places(f.feed.damaged()));
        all.put("tapes_empty", f.emptyTapes());
        all.put("far_prints", ordered("held", f.prints.held(), "confirmed", f.prints.confirmed(), "refused",
                f.prints.refused(), "first_refused", f.prints.first().stream().map(each -> ordered("record",
                each.record(), "price", FixedPoint.format(each.price()), "mark", FixedPoint.format(each.mark())))
                .toList()));
        if (f.venue.live()) {
            all.put("venue", ordered("up_share", ratio(f.venue.upShare()), "losses", f.venue.losses(), "comparisons",
                    f.venue.comparisons(), "differing", f.venue.differing()));
        }
        all.put("risk_state", f.riskState.label());
        all.put("risk_changes", changes(f.riskChanges));
        latency(all, "tick_to_journal_ns", telemetry.inputLatencyNs());
        latency(all, "tick_to_order_ns", telemetry.orderLatencyNs());
        places.forEach((name, place) -> all.put(name, place.toString()));
        out.println(new ObjectMapper().writeValueAsString(all));
    }

    /// Absent where nothing was measured: zeros would read as very fast.
    private static void latency(Map<String, Object> all, String name, Histogram ns) {
        if (ns.getTotalCount() > 0) {
            all.put(name, RunSummary.percentiles(ns));
        }
    }

    private static void result(Map<String, Object> all, JournalFigures f) {
        all.put("cash_at_start", FixedPoint.format(f.startingCash));
        all.put("equity", FixedPoint.format(f.equity.equity()));
        all.put("realised", FixedPoint.format(f.equity.realised()));
        all.put("open", FixedPoint.format(f.equity.open()));
        all.put("fees", FixedPoint.format(f.equity.fees()));
        all.put("max_drawdown", ratio(f.drawdown));
        all.put("most_exposure", FixedPoint.format(f.mostExposure));
        all.put("most_exposure_ratio", ratio(f.mostExposureRatio));
    }

    private static List<Map<String, Object>> refusals(FeedFigures feed) {
        return feed.kinds().entrySet().stream().map(each -> ordered("reason", each.getKey().label(), "count",
                each.getValue().count(), "first", places(each.getValue().first()))).toList();
    }

    private static List<Map<String, Object>> places(List<FeedFigures.Place> places) {
        return places.stream().map(place -> ordered("tape", place.tape(), "line", place.line())).toList();
    }

    private static List<Map<String, Object>> changes(List<RiskChange> changes) {
        return changes.stream().map(change -> ordered("time_ns", Long.toString(change.timeNs()), "to",
                change.state().label(), "cause", change.cause())).toList();
    }

    /// `Map.of` would give another order in each process.
    private static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    private static String ratio(double value) {
        return String.format(Locale.ROOT, "%.8f", value);
    }
}
