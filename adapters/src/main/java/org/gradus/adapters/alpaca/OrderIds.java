package org.gradus.adapters.alpaca;

import java.util.LinkedHashMap;
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

    private final Map<Long, AlpacaOrder> orders = bounded();
    private final Map<UUID, Long> clientIds = bounded();
    private final Map<Long, Long> successors = bounded();

    /// @return our id, or 0 for an order that is not ours
    static long ours(AlpacaOrder order) {
        try {
            return ClientOrderId.parse(order.clientOrderId());
        } catch (IllegalArgumentException notOurs) {
            return 0;
        }
    }

    synchronized void learn(AlpacaOrder order) {
        long clientOrderId = ours(order);
        if (clientOrderId != 0) {
            orders.put(clientOrderId, order);
            clientIds.put(order.id(), clientOrderId);
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

    private static <K, V> Map<K, V> bounded() {
        return new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > KEPT;
            }
        };
    }
}
