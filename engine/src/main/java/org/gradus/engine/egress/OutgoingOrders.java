package org.gradus.engine.egress;

import org.gradus.engine.domain.Invariant;
import org.jspecify.annotations.Nullable;

/// The sending side's own list of orders, in the order they were handed over: made at the start, never larger. Guarded
/// by the lock of [SendingDesk].
public final class OutgoingOrders {
    private final OutgoingOrder[] orders;
    private final OrderCommand leg = new OrderCommand();
    private int size;

    /// @param capacity at least the most orders the engine keeps open
    public OutgoingOrders(int capacity) {
        orders = new OutgoingOrder[capacity];
        for (int i = 0; i < capacity; i++) {
            orders[i] = new OutgoingOrder();
        }
    }

    /// Adds an order, and the leg that goes along with it right behind.
    void add(OrderCommand command, OutgoingOrder.Place place, long sentNs) {
        Invariant.hold(size + 1 < orders.length, "orders handed over have a limit", size);
        orders[size++].begin(command, place, sentNs);
        if (command.legId != 0) {
            leg.legOf(command);
            orders[size++].begin(leg, place, sentNs);
        }
    }

    /// The leg of an entry, as long as it is open.
    @Nullable OutgoingOrder legOf(OutgoingOrder entry) {
        return entry.command.legId == 0 ? null : find(entry.command.legId);
    }

    /// The entry of a leg, as long as that is open or its fills have not been told.
    @Nullable OutgoingOrder entryOf(OutgoingOrder leg) {
        return leg.leg() ? find(leg.command.parent) : null;
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
