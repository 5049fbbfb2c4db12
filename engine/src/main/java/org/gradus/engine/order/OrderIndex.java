package org.gradus.engine.order;

import java.util.Arrays;
import org.gradus.engine.domain.Invariant;
import org.jspecify.annotations.Nullable;

/// Finds an order by its id: open addressing with linear probing, never more than half full. It is never walked, since
/// its order is that of hashes. Owned by [OpenOrders], which can fill it anew at any time, so it is no state.
final class OrderIndex {
    private final @Nullable Order[] slots;
    private final int mask;

    OrderIndex(int capacity) {
        this.slots = new Order[Integer.highestOneBit(Math.max(capacity, 1)) * 4];
        this.mask = slots.length - 1;
    }

    @Nullable Order find(long clientOrderId) {
        for (int i = home(clientOrderId);; i = i + 1 & mask) {
            Order order = slots[i];
            if (order == null || order.clientOrderId() == clientOrderId) {
                return order;
            }
        }
    }

    void put(Order order) {
        int i = home(order.clientOrderId());
        for (Order other = slots[i]; other != null; other = slots[i]) {
            Invariant.hold(other.clientOrderId() != order.clientOrderId(), "an order id is used once",
                order.clientOrderId());
            i = i + 1 & mask;
        }
        slots[i] = order;
    }

    /// Closes the gap by moving back what a probe would no longer reach, so that no tombstones pile up.
    void remove(Order order) {
        int gap = home(order.clientOrderId());
        while (slots[gap] != order) {
            Invariant.hold(slots[gap] != null, "an order that leaves was indexed", order.clientOrderId());
            gap = gap + 1 & mask;
        }
        int i = gap + 1 & mask;
        for (Order other = slots[i]; other != null; other = slots[i]) {
            int distanceFromHome = i - home(other.clientOrderId()) & mask;
            if (distanceFromHome >= (i - gap & mask)) {
                slots[gap] = other;
                gap = i;
            }
            i = i + 1 & mask;
        }
        slots[gap] = null;
    }

    void clear() {
        Arrays.fill(slots, null);
    }

    private int home(long clientOrderId) {
        long mixed = clientOrderId * 0x9E37_79B9_7F4A_7C15L;
        return (int) (mixed >>> 32) & mask;
    }
}
