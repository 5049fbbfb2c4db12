package org.gradus.audit;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Every order an export tells of, from the decision to its end.
final class Orders {
    static final long MINUTE_NS = 60_000_000_000L;

    /// One order, with what has become of it.
    static final class Order {
        final String id;
        final String purpose;
        final String strategy;
        final String instrument;
        final boolean buy;
        final String type;
        final boolean reduces;
        final BigDecimal quantity;
        final BigDecimal price;
        final @Nullable BigDecimal stop;
        /// The entry that it goes along with, when it is a leg.
        final @Nullable String parent;
        BigDecimal filled = BigDecimal.ZERO;
        BigDecimal reportedCumulative = BigDecimal.ZERO;
        boolean acknowledged;
        boolean ended;
        boolean cancelAsked;

        Order(Fact decision) {
            id = decision.text("client_order_id");
            purpose = decision.text("purpose");
            strategy = decision.text("strategy");
            instrument = decision.text("instrument");
            buy = decision.is("side", "buy");
            type = decision.text("order_type");
            reduces = decision.flag("reduces");
            quantity = decision.decimal("quantity");
            price = priceOf(decision);
            stop = decision.has("stop_price") ? decision.decimal("stop_price") : null;
            parent = decision.has("parent") ? decision.text("parent") : null;
        }

        /// Whether it stops a loss by now: a leg sleeps until the venue accepts it.
        boolean protects() {
            return purpose.equals("protective-stop") && (parent == null || acknowledged);
        }

        BigDecimal remaining() {
            return quantity.subtract(filled);
        }

        /// What it may still add to the book.
        BigDecimal notional() {
            return Money.product(price, ended ? missing() : remaining());
        }

        /// What the venue has counted and no fill has told yet.
        BigDecimal missing() {
            return reportedCumulative.min(quantity).subtract(filled).max(BigDecimal.ZERO);
        }
    }

    private final Map<String, Order> orders = new HashMap<>();
    private final Map<String, Order> working = new LinkedHashMap<>();
    /// Ended before all their fills were told.
    private final Map<String, Order> endedShort = new LinkedHashMap<>();
    private final Map<String, Order> parked = new LinkedHashMap<>();
    private final Set<String> executions = new HashSet<>();
    private final Deque<Long> submits = new ArrayDeque<>();
    private final Deque<Long> entries = new ArrayDeque<>();

    /// The price that notional and stop distance are measured at.
    static BigDecimal priceOf(Fact decision) {
        return decision.has("limit_price") ? decision.decimal("limit_price") : decision.decimal("price");
    }

    @Nullable Order find(String id) {
        return orders.get(id);
    }

    @Nullable Order parked(String id) {
        return parked.get(id);
    }

    Collection<Order> all() {
        return orders.values();
    }

    Collection<Order> working() {
        return working.values();
    }

    void decide(Fact decision, long nowNs) {
        String id = decision.text("client_order_id");
        switch (decision.text("action")) {
            case "submit", "replace" -> {
                Order order = new Order(decision);
                parked.remove(id);
                orders.put(id, order);
                working.put(id, order);
                count(decision, order, nowNs);
            }
            case "park" -> parked.put(id, new Order(decision));
            case "refuse" -> parked.remove(id);
            default -> {
                Order order = orders.get(id);
                if (order != null) {
                    order.cancelAsked = true;
                }
            }
        }
    }

    private void count(Fact decision, Order order, long nowNs) {
        if (!decision.has("parent")) {
            submits.addLast(nowNs);
        }
        if (order.purpose.equals("entry")) {
            entries.addLast(nowNs);
        }
    }

    /// Submissions in the window (t − 60 s, t].
    int submitsBefore(long nowNs) {
        while (!submits.isEmpty() && submits.getFirst() <= nowNs - MINUTE_NS) {
            submits.removeFirst();
        }
        return submits.size();
    }

    /// Entries submitted since this moment.
    int entriesSince(long dayNs) {
        while (!entries.isEmpty() && entries.getFirst() < dayNs) {
            entries.removeFirst();
        }
        return entries.size();
    }

    boolean seen(String executionId) {
        return executions.contains(executionId);
    }

    /// Books an applied fill on its order.
    void fill(Order order, Fact fill) {
        executions.add(fill.text("execution_id"));
        order.filled = order.filled.add(fill.decimal("quantity"));
        order.reportedCumulative = order.reportedCumulative.max(fill.decimal("cumulative"));
        if (order.remaining().signum() == 0) {
            end(order);
        }
        endedShort.values().removeIf(each -> each.missing().signum() == 0);
    }

    void end(Order order) {
        order.ended = true;
        working.remove(order.id);
    }

    /// An order has ended at the venue, which says how much of it was filled in all.
    void end(Order order, BigDecimal cumulative) {
        if (!order.ended) {
            end(order);
            order.reportedCumulative = order.reportedCumulative.max(cumulative);
            if (order.missing().signum() > 0) {
                endedShort.put(order.id, order);
            }
        }
    }

    /// Σ of what working and parked entries may still add, where the filter says so.
    BigDecimal entryNotional(Predicate<Order> counts, String exceptId) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Order order : working.values()) {
            if (!order.reduces && counts.test(order)) {
                sum = sum.add(order.notional());
            }
        }
        for (Order order : endedShort.values()) {
            if (!order.reduces && counts.test(order)) {
                sum = sum.add(order.notional());
            }
        }
        for (Order order : parked.values()) {
            if (!order.id.equals(exceptId) && counts.test(order)) {
                sum = sum.add(order.notional());
            }
        }
        return sum;
    }
}
