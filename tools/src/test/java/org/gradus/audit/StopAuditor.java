package org.gradus.audit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// No position without a stop: at the end of each record it is covered by working protective orders, by what the engine
/// watches itself and by reducing market orders on their way, or it has been uncovered for less than the bound. A mark
/// at or below the stop triggers it.
final class StopAuditor implements Auditor {
    private static final long SECOND_NS = 1_000_000_000L;
    /// How long after the end of an exit that the venue refused, or that never arrived, the next attempt may take: the
    /// longest pause, and a little for what else is in its way.
    private static final long RETRY_NS = 30 * SECOND_NS;

    private final Map<String, Long> uncoveredNs = new HashMap<>();
    private final Map<String, Long> triggeredNs = new HashMap<>();
    private final Map<String, Long> triedNs = new HashMap<>();
    private final Map<String, Integer> aloneSeconds = new HashMap<>();
    private final Set<String> looseStops = new HashSet<>();
    private final Map<String, BigDecimal> promised = new HashMap<>();

    @Override
    public void decision(Line line, Fact decision, World world, Findings findings) {
        if (decision.is("kind", "order") && decision.is("action", "submit") && decision.is("purpose", "entry")) {
            promised.put(decision.text("client_order_id"), decision.decimal("stop_price"));
        }
        if (decision.is("kind", "stop")) {
            stop(line, decision, world, findings);
        }
    }

    /// The stop never stands below what an entry it protects was promised.
    private void stop(Line line, Fact decision, World world, Findings findings) {
        String instrument = decision.text("instrument");
        BigDecimal price = decision.decimal("stop_price");
        findings.hold(!decision.is("held", "venue")
                || atVenue(instrument, world).compareTo(decision.decimal("quantity")) >= 0, "stop-held",
                () -> "the venue holds " + atVenue(instrument, world) + " of " + decision.text("quantity"));
        if (decision.is("action", "trigger")) {
            triggeredNs.put(instrument, line.timeNs());
            BigDecimal mark = world.books.mark(instrument);
            BigDecimal reached = decision.is("held", "engine") ? world.market.lowest(line, mark) : mark;
            findings.hold(reached.compareTo(price) <= 0, "trigger-untrue",
                    () -> "triggered at " + reached + ", stop at " + price);
        } else if (!decision.is("action", "disarm")) {
            for (String entry : decision.texts("protects")) {
                BigDecimal promise = promised.getOrDefault(entry, BigDecimal.ZERO);
                findings.hold(price.compareTo(promise) >= 0, "stop-promise",
                        () -> entry + " was promised " + promise + ", has " + price);
            }
            findings.hold(!decision.texts("protects").isEmpty() || world.adopted.contains(instrument),
                    "stop-protects", () -> "the stop protects nothing");
        }
    }

    @Override
    public void after(Line line, World world, Findings findings) {
        for (Orders.Order order : world.orders.working()) {
            if (order.reduces && order.type.equals("market")) {
                triedNs.put(order.instrument, line.timeNs());
            }
        }
        for (String instrument : world.books.openMarks().keySet()) {
            covered(instrument, line, world, findings);
            triggers(instrument, line, world, findings);
            alone(instrument, line, world, findings);
        }
        uncoveredNs.keySet().removeIf(instrument -> world.books.quantity(instrument).signum() == 0);
        triggeredNs.keySet().removeIf(instrument -> world.books.quantity(instrument).signum() == 0);
    }

    private void covered(String instrument, Line line, World world, Findings findings) {
        BigDecimal needed = world.books.quantity(instrument);
        boolean covered = isDust(instrument, needed, world) || cover(instrument, world)
                .compareTo(sellable(instrument, world)) >= 0;
        if (covered) {
            uncoveredNs.remove(instrument);
            return;
        }
        long sinceNs = uncoveredNs.computeIfAbsent(instrument, key -> line.timeNs());
        long forNs = line.timeNs() - sinceNs;
        findings.hold(forNs < world.terms.nanos("stop_cover_ns"), "stop-cover",
                () -> instrument + ": " + needed + " held, " + cover(instrument, world) + " covered for " + forNs
                + " ns");
    }

    private static BigDecimal sellable(String instrument, World world) {
        BigDecimal lot = world.terms.lot(instrument);
        return world.books.quantity(instrument).divide(lot, 0, RoundingMode.FLOOR).multiply(lot);
    }

    private static boolean isDust(String instrument, BigDecimal quantity, World world) {
        return quantity.compareTo(world.terms.lot(instrument)) < 0
                || Money.product(world.books.mark(instrument), quantity)
                .compareTo(world.terms.minimumNotional(instrument)) < 0;
    }

    private static BigDecimal cover(String instrument, World world) {
        World.Stop stop = world.stopOf(instrument);
        BigDecimal cover = stop != null && stop.engineHeld ? stop.quantity : BigDecimal.ZERO;
        for (Orders.Order order : world.orders.working()) {
            boolean covers = order.reduces && order.instrument.equals(instrument)
                    && (order.protects() || order.type.equals("market"));
            cover = covers ? cover.add(order.remaining()) : cover;
        }
        return cover;
    }

    private static BigDecimal atVenue(String instrument, World world) {
        return world.orders.working().stream()
                .filter(order -> order.instrument.equals(instrument) && order.protects())
                .map(Orders.Order::remaining).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /// While it is traded, a mark that reaches the stop must be seen; one that the venue holds must be filled, or given
    /// up for a market exit, in time.
    private void triggers(String instrument, Line line, World world, Findings findings) {
        World.Stop stop = world.stopOf(instrument);
        boolean moved = line.is("trade") || line.is("quote") || line.is("bar");
        if (stop == null || stop.quantity.signum() == 0 || world.closed(instrument)) {
            return;
        }
        if (moved && line.input().is("instrument", instrument) && !line.input().flag("print_pending")) {
            BigDecimal mark = world.books.mark(instrument);
            boolean conflated = line.is("trade") && line.input().has("low") && stop.engineHeld;
            BigDecimal reached = conflated ? world.market.lowest(line, mark) : mark;
            findings.hold(reached.compareTo(stop.price) > 0 || stop.triggered, "stop-trigger",
                    () -> "the mark " + mark + " is at the stop " + stop.price + " and nothing triggered");
        }
        Long sinceNs = triggeredNs.get(instrument);
        long tradedNs = world.hours.tradedSinceNs(instrument, world.terms);
        long boundNs = world.terms.nanos("stop_fill_ns") + SECOND_NS;
        boolean overdue = sinceNs != null && line.is("time")
                && line.timeNs() - Math.max(sinceNs, tradedNs) >= boundNs;
        if (overdue && !isDust(instrument, world.books.quantity(instrument), world) && !leaving(instrument, world)) {
            findings.hold(!looseStops.add(instrument + sinceNs), "stop-escalation",
                    () -> instrument + " triggered and is not on its way out");
        }
    }

    /// The engine must not be the only one who watches the stop of a pair, which is traded at all hours, for too long.
    private void alone(String instrument, Line line, World world, Findings findings) {
        World.Stop stop = world.stopOf(instrument);
        boolean alone = stop != null && stop.engineHeld && instrument.contains("/")
                && !isDust(instrument, world.books.quantity(instrument), world) && !leaving(instrument, world);
        if (!alone) {
            aloneSeconds.remove(instrument);
        } else if (line.is("time")) {
            int seconds = aloneSeconds.merge(instrument, 1, Integer::sum);
            findings.hold((seconds - 2) * SECOND_NS <= world.terms.nanos("stop_place_ns"), "stop-alone",
                    () -> instrument + " has had no stop at the venue for " + seconds + " s, and is not sold");
        }
    }

    /// On its way out: an exit works or was just refused by the venue, or the stop order in its way, or the entry that
    /// this sleeps with, is being called back, or the venue or the rate limit forbid it.
    private boolean leaving(String instrument, World world) {
        boolean delayed = !world.venueUp || world.orders.submitsBefore(world.nowNs) >= 9
                || world.nowNs - triedNs.getOrDefault(instrument, 0L) <= RETRY_NS;
        return delayed || world.orders.working().stream().anyMatch(order ->
                order.instrument.equals(instrument)
                && (order.reduces && order.type.equals("market") || order.cancelAsked));
    }
}
