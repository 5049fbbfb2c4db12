package org.gradus.tools.venue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gradus.audit.Standing;
import org.jspecify.annotations.Nullable;

/// The books that an export tells of against those of the venue, order by order.
final class BooksComparison {
    /// Rounding apart, as configured for the reconciliation.
    private static final BigDecimal CASH = new BigDecimal("0.01");
    private static final BigDecimal DUST = new BigDecimal("0.000000002");

    private final Standing ours;
    private final List<String> differences = new ArrayList<>();

    private BooksComparison(Standing ours) {
        this.ours = ours;
    }

    static List<String> differences(Standing ours, VenueBooks venue) {
        BooksComparison comparison = new BooksComparison(ours);
        comparison.balances(venue);
        comparison.orders(venue.orders());
        return comparison.differences;
    }

    private void differ(boolean differ, String what, Object ourSide, Object venueSide) {
        if (differ) {
            differences.add(what + ": ours " + ourSide + ", the venue's " + venueSide);
        }
    }

    private void balances(VenueBooks venue) {
        differ(apart(ours.cash(), venue.cash(), CASH), "cash", ours.cash(), venue.cash());
        Map<String, BigDecimal> held = new HashMap<>(venue.quantities());
        for (Map.Entry<String, BigDecimal> each : ours.quantities().entrySet()) {
            BigDecimal there = Objects.requireNonNullElse(held.remove(VenueBooks.plain(each.getKey())),
                BigDecimal.ZERO);
            differ(apart(each.getValue(), there, DUST), "position " + each.getKey(), each.getValue(), there);
        }
        differ(!held.isEmpty(), "other positions", Map.of(), held);
    }

    private static boolean apart(BigDecimal a, BigDecimal b, BigDecimal most) {
        return a.subtract(b).abs().compareTo(most) > 0;
    }

    private void orders(List<VenueBooks.Entry> venue) {
        Set<String> open = venue.stream().filter(VenueBooks.Entry::open).map(VenueBooks.Entry::clientOrderId)
            .collect(Collectors.toCollection(TreeSet::new));
        Map<String, Standing.Order> named = new TreeMap<>();
        ours.orders().forEach((id, order) -> named.put(name(id, order), order));
        Set<String> working = ours.working().stream().map(id -> name(id, ours.orders().get(id)))
            .collect(Collectors.toCollection(TreeSet::new));
        differ(!open.equals(working), "open orders", working, open);
        Set<String> seen = new TreeSet<>();
        for (VenueBooks.Entry order : venue) {
            differ(!seen.add(order.clientOrderId()), "an order sent twice", order.clientOrderId(), order);
            order(order, named.get(order.clientOrderId()));
        }
        named.forEach((id, order) ->
            differ(!seen.contains(id) && order.filled().signum() != 0, "filled " + id, order.filled(), "nothing"));
    }

    private static String name(String id, Standing.Order order) {
        return order.parent() == null ? id : VenueBooks.leg(order.parent());
    }

    private void order(VenueBooks.Entry there, Standing.@Nullable Order here) {
        if (here == null) {
            differ(true, "an order that nobody decided", "none", there);
            return;
        }
        boolean same = here.instrument().equals(there.symbol()) && here.buy() == there.buy()
            && here.quantity().compareTo(there.quantity()) == 0;
        differ(!same, "order " + there.clientOrderId(), here, there);
        differ(here.filled().compareTo(there.filled()) != 0, "filled " + there.clientOrderId(), here.filled(),
            there.filled());
    }
}
