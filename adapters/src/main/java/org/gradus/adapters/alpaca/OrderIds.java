package org.gradus.adapters.alpaca;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gradus.adapters.alpaca.trading.AlpacaOrder;
import org.gradus.engine.domain.ClientOrderId;

/// Our orders by our id and by the venue's, as last seen; the oldest are forgotten, for the venue can be asked. Any
/// thread.
final class OrderIds {
    /// Many times what can be open.
    private static final int KEPT = 10_000;
    private static final int MOST_LEGS_TO_NAME = 64;

    private final Map<Long, AlpacaOrder> orders = bounded(KEPT);
    private final Map<UUID, Long> clientIds = bounded(KEPT);
    private final Map<Long, Long> successors = bounded(KEPT);
    /// Legs by their entries, as long as the venue's id of a leg is not known.
    private final Map<Long, Long> legs = bounded(MOST_LEGS_TO_NAME);

    /// @return our id, or 0 for an order that is not ours, or not known to be
    synchronized long ours(AlpacaOrder order) {
        try {
            return ClientOrderId.parse(order.clientOrderId());
        } catch (IllegalArgumentException notByUs) {
            return clientIds.getOrDefault(order.id(), 0L);
        }
    }

    /// An entry has a leg, for which the venue will have an id of its own.
    synchronized void grouped(long entryId, long legId) {
        if (legId != 0 && !orders.containsKey(legId)) {
            legs.put(entryId, legId);
        }
    }

    /// There will be no leg.
    synchronized void ungrouped(long entryId) {
        legs.remove(entryId);
    }

    synchronized List<Long> entriesWithoutLegs() {
        return List.copyOf(legs.keySet());
    }

    /// @return 0 when there is none, or it is known
    synchronized long legOf(long entryId) {
        return legs.getOrDefault(entryId, 0L);
    }

    synchronized void learn(AlpacaOrder order) {
        long clientOrderId = ours(order);
        if (clientOrderId != 0) {
            orders.put(clientOrderId, order);
            clientIds.put(order.id(), clientOrderId);
            learnLeg(clientOrderId, order.legs());
        }
    }

    private void learnLeg(long entryId, List<AlpacaOrder> told) {
        Long legId = told.isEmpty() ? null : legs.remove(entryId);
        if (legId != null) {
            orders.put(legId, told.getFirst());
            clientIds.put(told.getFirst().id(), legId);
        }
    }

    /// An order is about to be asked for in the place of another: the stream may tell of it before the answer names it.
    synchronized void replacing(long clientOrderId, long by) {
        successors.put(clientOrderId, by);
    }

    /// The order that took another's place.
    ///
    /// @return 0 when it is not known
    synchronized long successor(long clientOrderId, Optional<UUID> by) {
        return by.map(clientIds::get).orElseGet(() -> successors.getOrDefault(clientOrderId, 0L));
    }

    synchronized Optional<AlpacaOrder> find(long clientOrderId) {
        return Optional.ofNullable(orders.get(clientOrderId));
    }

    /// @return 0 when it is not known
    synchronized long clientOrderId(UUID id) {
        return clientIds.getOrDefault(id, 0L);
    }

    private static <K, V> Map<K, V> bounded(int most) {
        return new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }
}
