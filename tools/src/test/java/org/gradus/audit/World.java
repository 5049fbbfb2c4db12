package org.gradus.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// All that follows from the export up to one place in it: prices, books, orders, guards and stops, recomputed.
/// Auditors compare it with what the export says. It is brought forward input by input and, within a record, decision
/// by decision.
final class World {

    /// One instrument's stop, as last told.
    static final class Stop {
        BigDecimal quantity = BigDecimal.ZERO;
        BigDecimal price = BigDecimal.ZERO;
        boolean engineHeld;
        boolean triggered;
    }

    Terms terms;
    final Market market;
    final Books books;
    final Orders orders = new Orders();
    final Watch watch;
    final Bars bars;
    final Reference reference = new Reference();
    final Hours hours = new Hours();
    final Map<String, Stop> stops = new HashMap<>();
    /// Whose position was once taken over from the venue: no entry of ours stands behind all of it.
    final Set<String> adopted = new HashSet<>();
    private boolean adjusted;
    boolean venueUp = true;
    long nowNs;
    private List<String> releases = new ArrayList<>();

    /// @param started the first record of the export
    World(Fact started) {
        terms = new Terms(started);
        bars = new Bars(terms, started.text("base_timeframe"), this::baseBar);
        market = new Market(terms, bars);
        books = new Books(started);
        watch = new Watch(started.decimal("peak"));
    }

    private void baseBar(String instrument, long endNs, BigDecimal close) {
        if (instrument.equals(terms.reference)) {
            reference.minute(endNs, close);
        }
    }

    void input(Line line) {
        nowNs = line.timeNs();
        hours.take(line);
        releases = new ArrayList<>(line.input().texts("releases"));
        releases.addAll(line.input().texts("also_released"));
        switch (line.type()) {
            case "started" -> restarted(line.input());
            case "time" -> onTime(line);
            case "order-filled" -> onFill(line.input());
            case "order-accepted" -> onAccepted(line.input());
            case "order-rejected", "order-not-sent" -> onRefused(line.input());
            case "order-cancelled", "order-expired", "order-replaced" -> onEnd(line.input());
            case "cash-flow" -> onCashFlow(line.input().decimal("amount"));
            case "venue-up" -> venueUp = true;
            case "venue-down" -> venueUp = false;
            default -> marked(market.take(line));
        }
        bars.take(line);
    }

    private void restarted(Fact started) {
        terms = new Terms(started);
        market.terms(terms);
        bars.terms(terms);
    }

    /// A quote that has gone stale says no longer what a position is worth.
    private void onTime(Line line) {
        for (String instrument : terms.instruments.keySet()) {
            if (!books.mark(instrument).equals(markOf(instrument, books.mark(instrument)))) {
                marked(instrument);
            }
        }
        watch.onTime(nowNs, books.equity());
        for (String instrument : terms.instruments.keySet()) {
            if (market.lapse(instrument, line)) {
                marked(instrument);
            }
        }
    }

    private void marked(String instrument) {
        if (instrument.isEmpty() || books.quantity(instrument).signum() == 0) {
            return;
        }
        books.mark(instrument, markOf(instrument, books.mark(instrument)));
        watch.onEquity(books.equity(), terms);
    }

    private BigDecimal markOf(String instrument, BigDecimal otherwise) {
        BigDecimal mark = market.mark(instrument, nowNs);
        return mark == null ? otherwise : mark;
    }

    private void onFill(Fact fill) {
        Orders.Order order = orders.find(fill.text("client_order_id"));
        if (order == null || !fill.flag("applied")) {
            return;
        }
        String instrument = fill.text("instrument");
        boolean feeInAsset = !fill.is("fee_currency", terms.instruments.get(instrument).text("quote"));
        books.mark(instrument, markOf(instrument, fill.decimal("price")));
        books.apply(new Books.Fill(instrument, fill.is("side", "buy"), fill.decimal("price"), fill.decimal("quantity"),
                fill.decimal("fee"), feeInAsset), order.strategy, terms.strategyNames());
        orders.fill(order, fill);
        watch.onEquity(books.equity(), terms);
    }

    private void onAccepted(Fact report) {
        Orders.Order order = orders.find(report.text("client_order_id"));
        if (order != null) {
            order.acknowledged = true;
        }
    }

    /// What the venue has acknowledged or filled can no longer be refused; such a report is stale.
    private void onRefused(Fact report) {
        Orders.Order order = orders.find(report.text("client_order_id"));
        boolean notSent = report.has("client_order_id") && order != null && order.acknowledged
                && report.is("type", "order-not-sent");
        if (order != null && order.filled.signum() == 0 && !notSent) {
            orders.end(order);
        }
    }

    private void onEnd(Fact report) {
        Orders.Order order = orders.find(report.text("client_order_id"));
        if (order != null) {
            orders.end(order, report.decimal("cumulative"));
        }
    }

    private void onCashFlow(BigDecimal amount) {
        books.cashFlow(amount);
        watch.onCashFlow(amount);
        watch.onEquity(books.equity(), terms);
    }

    /// Brings the world right before one decision: what was taken over moves equity, and what the record's command
    /// releases is released before its state or equity is told.
    void reach(Fact decision) {
        boolean adjusts = decision.is("kind", "adjustment");
        if (adjusted && !adjusts) {
            watch.onEquity(books.equity(), terms);
        }
        adjusted = adjusts;
        if (decision.is("kind", "risk-state") || decision.is("kind", "equity")) {
            watch.release(releases, books.equity());
            releases = List.of();
        }
    }

    /// Brings the world behind one decision.
    void decision(Fact decision) {
        switch (decision.text("kind")) {
            case "adjustment" -> adjust(decision);
            case "order" -> orders.decide(decision, nowNs);
            case "risk-state" -> watch.riskState(decision);
            case "stop" -> stop(decision);
            case "equity" -> watch.told();
            default -> {
                // Says something of the world, and changes nothing in it.
            }
        }
    }

    /// Cash or a position as the venue has it: a cash flow of that worth.
    private void adjust(Fact told) {
        String instrument = told.text("instrument");
        BigDecimal delta = told.decimal("to").subtract(told.decimal("from"));
        if (instrument.isEmpty()) {
            books.cashFlow(delta);
            watch.onCashFlow(delta);
        } else {
            books.mark(instrument, markOf(instrument, books.mark(instrument)));
            watch.onCashFlow(books.adjust(instrument, told.text("strategy"), delta));
            adopted.add(instrument);
        }
    }

    private void stop(Fact decision) {
        Stop stop = stops.computeIfAbsent(decision.text("instrument"), key -> new Stop());
        stop.quantity = decision.decimal("quantity");
        stop.price = decision.decimal("stop_price");
        stop.engineHeld = decision.is("held", "engine");
        switch (decision.text("action")) {
            case "trigger" -> stop.triggered = true;
            case "disarm" -> stop.triggered = false;
            default -> {
                // Armed or moved: what was triggered stays so until the position is gone.
            }
        }
    }

    /// Whether nobody trades it now.
    boolean closed(String instrument) {
        return hours.closed(instrument, terms, nowNs);
    }

    @Nullable Stop stopOf(String instrument) {
        return stops.get(instrument);
    }

    /// Notional of one strategy's trade, working and parked entries included, but for the order named.
    BigDecimal trade(String strategy, String instrument, String exceptId) {
        return books.value(strategy, instrument).abs().add(orders.entryNotional(
                order -> order.strategy.equals(strategy) && order.instrument.equals(instrument), exceptId));
    }

    BigDecimal asset(String instrument, String exceptId) {
        return books.value(instrument).abs().add(orders.entryNotional(order -> order.instrument.equals(instrument),
                exceptId));
    }

    BigDecimal strategy(String strategy, String exceptId) {
        BigDecimal sum = BigDecimal.ZERO;
        for (String instrument : terms.instruments.keySet()) {
            sum = sum.add(trade(strategy, instrument, exceptId));
        }
        return sum;
    }

    BigDecimal total(String exceptId) {
        return books.exposure().add(orders.entryNotional(order -> true, exceptId));
    }
}
