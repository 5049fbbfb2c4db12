package org.gradus.adapters.venue.exchange;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The open orders of all accounts, by asset, oldest first. Guarded by the lock of [Exchange].
final class Books {
    private final Map<String, Set<Order>> bySymbol = new HashMap<>();

    void add(Order order) {
        bySymbol.computeIfAbsent(order.asset.symbol(), symbol -> new LinkedHashSet<>()).add(order);
    }

    void remove(Order order) {
        Set<Order> orders = bySymbol.get(order.asset.symbol());
        if (orders != null) {
            orders.remove(order);
        }
    }

    /// A copy: who walks it ends orders.
    List<Order> of(Asset asset) {
        return List.copyOf(bySymbol.getOrDefault(asset.symbol(), Set.of()));
    }

    List<Order> all() {
        return bySymbol.values().stream().flatMap(Set::stream).toList();
    }
}
