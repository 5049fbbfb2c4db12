package org.gradus.engine.egress;

import org.gradus.engine.domain.Invariant;
import org.jspecify.annotations.Nullable;

/// The sending side's own list of orders, in the order they were handed over: made at the start, never larger. Guarded
/// by the lock of [SendingDesk].
public final class OutgoingOrders {
    private final OutgoingOrder[] orders;
    private int size;

    /// @param capacity at least the most orders the engine keeps open
    public OutgoingOrders(int capacity) {
        orders = new OutgoingOrder[capacity];
        for (int i = 0; i < capacity; i++) {
            orders[i] = new OutgoingOrder();
        }
    }

    OutgoingOrder add(OrderCommand command) {
        Invariant.hold(size < orders.length, "orders handed over have a limit", size);
        OutgoingOrder order = orders[size++];
        order.begin(command);
        return order;
    }

    @Nullable OutgoingOrder find(long clientOrderId) {
        for (int i = 0; i < size; i++) {
            if (orders[i].command.clientOrderId == clientOrderId) {
                return orders[i];
            }
        }
        return null;
    }

    void remove(OutgoingOrder gone) {
        int at = 0;
        while (orders[at] != gone) {
            at++;
        }
        System.arraycopy(orders, at + 1, orders, at, --size - at);
        orders[size] = gone;
    }

    int size() {
        return size;
    }

    OutgoingOrder get(int index) {
        return orders[index];
    }

    /// Whether an order of the instrument is to be cancelled and may still be there.
    boolean cancelPending(int instrumentId) {
        for (int i = 0; i < size; i++) {
            OutgoingOrder order = orders[i];
            if (order.cancelWanted && !order.ended && order.command.instrumentId == instrumentId) {
                return true;
            }
        }
        return false;
    }
}
