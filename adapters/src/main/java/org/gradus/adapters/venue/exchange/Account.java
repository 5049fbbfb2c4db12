package org.gradus.adapters.venue.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The books of one key: money, positions, orders, activities. Guarded by the lock of [Exchange].
public final class Account {
    public final String key;
    public final UUID id;
    public final String number;
    public final long createdNs;

    /// Dollars, those kept back for open orders included.
    BigDecimal cash;
    /// At the end of the session before.
    BigDecimal lastEquity;
    BigDecimal lastMaintenance = BigDecimal.ZERO;
    Configurations configurations = Configurations.DEFAULT;
    final EquityHistory equityHistory = new EquityHistory();
    private final Map<String, Position> positions = new TreeMap<>();
    private final Map<UUID, Order> orders = new LinkedHashMap<>();
    private final Map<UUID, Order> open = new LinkedHashMap<>();
    private final Map<String, Order> byClientId = new HashMap<>();
    private final List<Activity> activities = new ArrayList<>();
    final List<Watchlist> watchlists = new ArrayList<>();

    Account(String key, UUID id, long createdNs, BigDecimal cash) {
        this.key = key;
        this.id = id;
        this.number = "PA" + id.toString().replace("-", "").substring(0, 10).toUpperCase(Locale.ROOT);
        this.createdNs = createdNs;
        this.cash = cash;
        this.lastEquity = cash;
    }

    void add(Order order) {
        orders.put(order.id, order);
        byClientId.put(order.clientOrderId, order);
        if (order.open()) {
            open.put(order.id, order);
        }
    }

    void ended(Order order) {
        open.remove(order.id);
    }

    void add(Activity activity) {
        activities.add(activity);
    }

    /// Made when there is none.
    Position at(Asset held) {
        return positions.computeIfAbsent(held.symbol(), symbol -> new Position(held));
    }

    void forgetPositions() {
        positions.clear();
    }

    void forgetEmpty() {
        positions.values().removeIf(position -> position.qty.signum() == 0);
    }

    public BigDecimal cash() {
        return cash;
    }

    public BigDecimal lastEquity() {
        return lastEquity;
    }

    public BigDecimal lastMaintenance() {
        return lastMaintenance;
    }

    public Configurations configurations() {
        return configurations;
    }

    void configure(Configurations other) {
        configurations = other;
    }

    public EquityHistory equityHistory() {
        return equityHistory;
    }

    public Collection<Position> positions() {
        return Collections.unmodifiableCollection(positions.values());
    }

    public @Nullable Position position(Asset held) {
        return positions.get(held.symbol());
    }

    BigDecimal quantity(Asset held) {
        Position position = positions.get(held.symbol());
        return position == null ? BigDecimal.ZERO : position.qty;
    }

    /// In the order of their arrival.
    public Collection<Order> orders() {
        return Collections.unmodifiableCollection(orders.values());
    }

    /// A copy: whoever walks it may end orders.
    public List<Order> openOrders() {
        return List.copyOf(open.values());
    }

    Collection<Order> open() {
        return open.values();
    }

    public @Nullable Order order(UUID orderId) {
        return orders.get(orderId);
    }

    public @Nullable Order order(String clientOrderId) {
        return byClientId.get(clientOrderId);
    }

    /// Oldest first.
    public List<Activity> activities() {
        return Collections.unmodifiableList(activities);
    }

    /// In the order of their making.
    public List<Watchlist> watchlists() {
        return List.copyOf(watchlists);
    }
}
