package org.gradus.engine.sim;

import org.gradus.engine.domain.Invariant;
import org.gradus.engine.domain.Side;
import org.gradus.engine.egress.OrderCommand;
import org.jspecify.annotations.Nullable;

/// The venue's orders: a fixed pool, a list of open ones for each instrument in the order they arrived, and the sums
/// they hold back. Owned by [Venue].
final class VenueOrders {
    private final VenueOrder[] pool;
    private final int[] free;
    private int freeCount;
    /// Places of the pool that were ever taken: no walk needs to go beyond.
    private int used;
    private final @Nullable VenueOrder[] first;
    private final @Nullable VenueOrder[] last;
    private final long[] heldQuantity;
    private long heldCash;

    VenueOrders(int instruments, int capacity) {
        pool = new VenueOrder[capacity];
        free = new int[capacity];
        for (int i = 0; i < capacity; i++) {
            pool[i] = new VenueOrder(i);
            free[freeCount++] = capacity - 1 - i;
        }
        first = new VenueOrder[instruments];
        last = new VenueOrder[instruments];
        heldQuantity = new long[instruments];
    }

    /// Whether there is no room for an order and its leg.
    boolean full() {
        return freeCount < 2;
    }

    /// The oldest open order in the instrument; its `next` leads to the others.
    @Nullable VenueOrder first(int instrumentId) {
        return first[instrumentId];
    }

    /// The open order with this id. Cold: commands are few.
    @Nullable VenueOrder find(long clientOrderId) {
        for (int i = 0; i < used; i++) {
            VenueOrder order = pool[i];
            if (order.open && order.clientOrderId == clientOrderId) {
                return order;
            }
        }
        return null;
    }

    long heldCash() {
        return heldCash;
    }

    long heldQuantity(int instrumentId) {
        return heldQuantity[instrumentId];
    }

    /// Opens an order; `holdPrice` and `holdFee` say what a buy keeps back.
    VenueOrder open(OrderCommand command, long holdPrice, long holdFee, long nowNs) {
        Invariant.hold(freeCount > 0, "an order finds a place in the pool");
        VenueOrder order = pool[free[--freeCount]];
        used = Math.max(used, order.slot + 1);
        order.begin(command, nowNs);
        if (order.side == Side.BUY) {
            order.holdPrice = holdPrice;
            order.holdFee = holdFee;
        }
        link(order, null);
        hold(order);
        return order;
    }

    /// Opens a leg beside its entry: asleep, it stands in no line.
    VenueOrder openLeg(OrderCommand command, VenueOrder entry, long nowNs) {
        Invariant.hold(freeCount > 0, "a leg finds a place in the pool");
        VenueOrder leg = pool[free[--freeCount]];
        used = Math.max(used, leg.slot + 1);
        leg.begin(command, nowNs);
        leg.asleep = true;
        leg.entry = entry;
        entry.leg = leg;
        return leg;
    }

    /// The leg of an entry that is filled whole stands where the entry stood, before it: what filled the one does not
    /// meet the other.
    void wake(VenueOrder leg, VenueOrder entry) {
        leg.asleep = false;
        link(leg, entry);
        hold(leg);
    }

    /// Ends an order whose last report was made; it keeps its place in the pool until that is delivered.
    void close(VenueOrder order) {
        Invariant.hold(order.open, "an order ends once", order.clientOrderId);
        if (!order.asleep) {
            release(order);
            unlink(order);
        }
        order.open = false;
        recycle(order);
    }

    void fill(VenueOrder order, long quantity) {
        release(order);
        order.filled += quantity;
        order.fills++;
        hold(order);
        Invariant.hold(order.filled <= order.quantity, "no order is overfilled", order.filled, order.quantity);
    }

    /// Takes an order's hold away while another is tried in its place, and puts it back.
    void release(VenueOrder order) {
        heldCash -= order.cashHeldFor(order.remaining());
        heldQuantity[order.instrumentId] -= order.side == Side.SELL ? order.remaining() : 0;
    }

    void hold(VenueOrder order) {
        heldCash = Math.addExact(heldCash, order.cashHeldFor(order.remaining()));
        heldQuantity[order.instrumentId] += order.side == Side.SELL ? order.remaining() : 0;
    }

    /// A report about the order was delivered, perhaps for the second time.
    void delivered(VenueOrder order, MarketReport report, boolean again) {
        switch (report.kind) {
            case ACCEPTED -> order.deliveredAccepted = true;
            case FILLED -> order.deliveredFilled += again ? 0 : report.quantity;
            case CANCELLED, EXPIRED, REPLACED -> order.deliveredEnd = true;
            case HELD -> {
                // It sleeps on.
            }
            case SENT, NOT_SENT, UNKNOWN, REJECTED -> Invariant.hold(false, "such a report has no order at the venue");
        }
        order.undelivered--;
        recycle(order);
    }

    /// The account over a ledger, with the orders as they are or as delivered reports tell of them.
    AccountView account(Ledger ledger, boolean asDelivered) {
        return new Account(ledger, asDelivered);
    }

    private void recycle(VenueOrder order) {
        if (!order.open && order.undelivered == 0) {
            free[freeCount++] = order.slot;
        }
    }

    /// @param after the order that it goes before; null at the end
    private void link(VenueOrder order, @Nullable VenueOrder after) {
        VenueOrder before = after == null ? last[order.instrumentId] : after.previous;
        order.previous = before;
        order.next = after;
        if (before == null) {
            first[order.instrumentId] = order;
        } else {
            before.next = order;
        }
        if (after == null) {
            last[order.instrumentId] = order;
        } else {
            after.previous = order;
        }
    }

    /// Leaves `next` as it was, so that a walk over the list may end the order it stands on.
    private void unlink(VenueOrder order) {
        VenueOrder before = order.previous;
        VenueOrder after = order.next;
        if (before == null) {
            first[order.instrumentId] = after;
        } else {
            before.next = after;
        }
        if (after == null) {
            last[order.instrumentId] = before;
        } else {
            after.previous = before;
        }
    }

    /// Adds up the orders each time it is asked.
    private final class Account implements AccountView {
        private final Ledger ledger;
        private final boolean asDelivered;

        private Account(Ledger ledger, boolean asDelivered) {
            this.ledger = ledger;
            this.asDelivered = asDelivered;
        }

        @Override
        public long cash() {
            return ledger.cash();
        }

        @Override
        public long heldCash() {
            long held = 0;
            for (int i = 0; i < used; i++) {
                held += pool[i].cashHeldFor(working(pool[i]));
            }
            return held;
        }

        @Override
        public long position(int instrumentId) {
            return ledger.position(instrumentId);
        }

        @Override
        public long heldQuantity(int instrumentId) {
            long held = 0;
            for (int i = 0; i < used; i++) {
                VenueOrder order = pool[i];
                boolean holds = order.side == Side.SELL && order.instrumentId == instrumentId && !order.asleep;
                held += holds ? working(order) : 0;
            }
            return held;
        }

        @Override
        public int openOrders() {
            int count = 0;
            for (int i = 0; i < used; i++) {
                count += working(pool[i]) > 0 ? 1 : 0;
            }
            return count;
        }

        private long working(VenueOrder order) {
            if (asDelivered) {
                return order.deliveredRemaining();
            }
            return order.open ? order.remaining() : 0;
        }
    }
}
