package org.gradus.engine.egress;

import org.gradus.engine.domain.Invariant;
import org.gradus.engine.message.OrderAction;

/// The gateway's own list of entries that may still trade: handed over, and not known to have ended. With it entries
/// can be cancelled when nobody behind the gateway can be asked any more. Bounded; owned by the gateway's thread.
public final class OpenEntries {
    private final OrderCommand[] entries;
    private int size;

    /// @param capacity at least the most orders the engine keeps open
    public OpenEntries(int capacity) {
        entries = new OrderCommand[capacity];
        for (int i = 0; i < capacity; i++) {
            entries[i] = new OrderCommand();
        }
    }

    /// Notes an entry that was handed over; anything else is no matter of this list.
    public void handedOver(OrderCommand command) {
        boolean entry = command.action == OrderAction.SUBMIT && !command.purpose.reduces();
        if (entry) {
            Invariant.hold(size < entries.length, "open entries have a limit", size);
            entries[size++].copyFrom(command);
        }
    }

    /// Notes how much of an order is filled; filled whole, it has ended.
    public void filled(long clientOrderId, long cumulative) {
        for (int i = 0; i < size; i++) {
            if (entries[i].clientOrderId == clientOrderId && cumulative >= entries[i].quantity) {
                ended(clientOrderId);
                return;
            }
        }
    }

    /// Notes that an order has ended, whichever way.
    public void ended(long clientOrderId) {
        for (int i = 0; i < size; i++) {
            if (entries[i].clientOrderId == clientOrderId) {
                OrderCommand gone = entries[i];
                entries[i] = entries[--size];
                entries[size] = gone;
                return;
            }
        }
    }

    public int size() {
        return size;
    }

    /// Makes the cancel of one of them.
    public void cancelOf(int index, long timeNs, OrderCommand into) {
        into.copyFrom(entries[index]);
        into.action = OrderAction.CANCEL;
        into.decidedNs = timeNs;
    }
}
