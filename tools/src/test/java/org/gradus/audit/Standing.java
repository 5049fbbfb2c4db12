package org.gradus.audit;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Where an export leaves the books, for a comparison with those of a venue.
///
/// @param quantities held, by instrument
/// @param working    client order ids of orders that have not ended
/// @param orders     every order that was ever submitted, by client order id
public record Standing(BigDecimal cash, Map<String, BigDecimal> quantities, Set<String> working,
                       Map<String, Order> orders) {
    /// One order as the export tells of it.
    ///
    /// @param parent client order id of the entry that it goes along with as a leg; null for any other
    public record Order(String instrument, boolean buy, BigDecimal quantity, BigDecimal filled,
                        @Nullable String parent) {
    }

    static Standing of(World world) {
        Map<String, BigDecimal> quantities = new TreeMap<>();
        world.terms.instruments.keySet().forEach(each -> quantities.put(each, world.books.quantity(each)));
        Set<String> working = new TreeSet<>();
        world.orders.working().forEach(order -> working.add(order.id));
        Map<String, Order> orders = new TreeMap<>();
        world.orders.all().forEach(order -> orders.put(order.id,
            new Order(order.instrument, order.buy, order.quantity, order.filled, order.parent)));
        return new Standing(world.books.cash, quantities, working, orders);
    }
}
