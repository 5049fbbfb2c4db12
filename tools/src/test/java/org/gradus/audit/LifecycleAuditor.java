package org.gradus.audit;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// An order's life: decided once, sent only after that, never filled beyond its quantity, each execution booked once.
final class LifecycleAuditor implements Auditor {
    private final Set<String> decided = new HashSet<>();
    private final Map<String, Long> sentNs = new HashMap<>();

    @Override
    public void before(Line line, World world, Findings findings) {
        Fact input = line.input();
        switch (line.type()) {
            case "order-filled" -> fill(input, world, findings);
            case "order-sent" -> {
                String id = input.text("client_order_id");
                findings.hold(world.orders.find(id) != null, "sent-undecided", () -> id + " was never submitted");
                sent(line, id, findings);
            }
            case "order-accepted", "order-held", "order-rejected", "order-cancelled", "order-expired", "order-replaced",
                    "order-not-sent",
                 "order-unknown" -> {
                String id = input.text("client_order_id");
                findings.hold(world.orders.find(id) != null, "report-undecided", () -> id + " was never submitted");
            }
            default -> {
                // No report about an order.
            }
        }
    }

    /// What leaves keeps the rate limit too, and not only what was decided.
    private void sent(Line line, String id, Findings findings) {
        sentNs.put(id, line.timeNs());
        sentNs.values().removeIf(ns -> ns <= line.timeNs() - Orders.MINUTE_NS);
        findings.hold(sentNs.size() <= 9, "rate-limit-sent", () -> sentNs.size() + " orders were sent within 60 s");
    }

    private static void fill(Fact fill, World world, Findings findings) {
        Orders.Order order = world.orders.find(fill.text("client_order_id"));
        BigDecimal quantity = fill.decimal("quantity");
        boolean fresh = order != null && !world.orders.seen(fill.text("execution_id"));
        boolean fits = fresh && quantity.compareTo(order.remaining()) <= 0;
        boolean matches = fits && order.instrument.equals(fill.text("instrument"))
                && order.buy == fill.is("side", "buy");
        boolean applied = fill.flag("applied");
        findings.hold(!applied || order != null, "fill-unknown-order",
                () -> "a fill of nothing we ordered was applied");
        findings.hold(!applied || order == null || fresh, "fill-twice",
                () -> fill.text("execution_id") + " was applied before");
        findings.hold(!applied || !fresh || fits, "fill-beyond-quantity", () -> quantity + " is more than is left");
        findings.hold(!applied || !fits || matches, "fill-mismatch", () -> "instrument or side are not the order's");
        findings.hold(applied || !matches, "fill-not-applied", () -> "a good fill was refused");
        findings.hold(applied || fill.has("reason"), "fields", () -> "a fill not applied has a reason");
        if (applied && matches) {
            cumulative(fill, order, findings);
        }
    }

    /// In order, the venue's sum is ours; it may only be ahead when earlier fills are still on their way.
    private static void cumulative(Fact fill, Orders.Order order, Findings findings) {
        BigDecimal sum = order.filled.add(fill.decimal("quantity"));
        BigDecimal told = fill.decimal("cumulative");
        boolean behind = told.compareTo(order.reportedCumulative) < 0;
        findings.hold(told.compareTo(order.quantity) <= 0, "cumulative",
                () -> "the sum " + told + " is more than was ordered");
        findings.hold(told.compareTo(sum) >= 0 || behind, "cumulative",
                () -> "the sum is " + sum + ", told is " + told);
        findings.hold(!behind || fill.flag("out_of_order"), "cumulative",
                () -> "a fill behind a later one is out of order");
    }

    @Override
    public void decision(Line line, Fact decision, World world, Findings findings) {
        if (!decision.is("kind", "order")) {
            return;
        }
        String id = decision.text("client_order_id");
        boolean parked = world.orders.parked(id) != null;
        switch (decision.text("action")) {
            case "submit", "refuse", "replace" ->
                findings.hold(decided.add(id) || parked, "decided-twice", () -> id + " was decided on before");
            case "park" -> findings.hold(decided.add(id), "decided-twice", () -> id + " was decided on before");
            default -> findings.hold(world.orders.find(id) != null, "cancel-unknown",
                    () -> id + " was never submitted");
        }
        if (decision.is("action", "submit") && decision.flag("reduces") && !decision.has("parent")) {
            reducing(decision, world, findings);
        }
        if (decision.has("parent") && decision.is("action", "submit")) {
            leg(decision, world, findings);
        }
    }

    /// A leg is for what its entry buys, at the stop that the entry was promised, and sleeps until the entry is whole.
    private static void leg(Fact leg, World world, Findings findings) {
        Orders.Order entry = world.orders.find(leg.text("parent"));
        boolean fits = entry != null && !entry.ended && entry.purpose.equals("entry") && entry.buy
                && leg.is("side", "sell") && leg.is("purpose", "protective-stop")
                && entry.instrument.equals(leg.text("instrument"))
                && entry.quantity.compareTo(leg.decimal("quantity")) == 0
                && entry.stop != null && entry.stop.compareTo(leg.decimal("stop_price")) == 0;
        findings.hold(fits, "leg", () -> "the leg does not belong to " + leg.text("parent"));
    }

    /// What reduces can only do so: it sells at most what is held, of its strategy or in all.
    private static void reducing(Fact order, World world, Findings findings) {
        String instrument = order.text("instrument");
        BigDecimal held = order.has("strategy") ? world.books.holding(instrument, order.text("strategy")).quantity
                : world.books.quantity(instrument);
        findings.hold(order.is("side", "sell") && order.decimal("quantity").compareTo(held) <= 0, "reduces",
                () -> "sells " + order.decimal("quantity") + " of " + held);
    }
}
