package org.gradus.engine.core;

import java.util.Arrays;
import org.gradus.engine.codec.sbe.VenueOrderDecoder;
import org.gradus.engine.message.Input;
import org.gradus.engine.order.Order;
import org.gradus.engine.state.StateVisitor;
import org.gradus.engine.state.Stateful;

/// The venue's open orders as one reconciliation lists them, held against ours one by one. Owned by the reconciler.
final class VenueOrders implements Stateful {
    private static final int ROOM = 512;
    /// So many differing orders are named; the rest only counts.
    private static final int NAMED = 16;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final Books books;
    private final long[] ids = new long[ROOM];
    private final long[] venueIdsHigh = new long[ROOM];
    private final long[] venueIdsLow = new long[ROOM];
    private final int[] instruments = new int[ROOM];
    private final long[] left = new long[ROOM];
    private int size;
    private int differing;
    private long print;

    VenueOrders(Books books) {
        this.books = books;
    }

    void clear() {
        Arrays.fill(ids, 0, Math.min(size, ROOM), 0);
        Arrays.fill(venueIdsHigh, 0, Math.min(size, ROOM), 0);
        Arrays.fill(venueIdsLow, 0, Math.min(size, ROOM), 0);
        Arrays.fill(instruments, 0, Math.min(size, ROOM), 0);
        Arrays.fill(left, 0, Math.min(size, ROOM), 0);
        size = 0;
        differing = 0;
        print = 0;
    }

    void add(VenueOrderDecoder order) {
        if (size < ROOM) {
            ids[size] = order.clientOrderId();
            venueIdsHigh[size] = order.venueOrderIdHigh();
            venueIdsLow[size] = order.venueOrderIdLow();
            instruments[size] = order.instrument();
            left[size] = order.quantity() - order.filled();
        }
        size++;
    }

    /// The same before anybody has journaled it.
    void add(Input.VenueOrder order) {
        if (size < ROOM) {
            ids[size] = order.clientOrderId();
            venueIdsHigh[size] = order.venueOrderIdHigh();
            venueIdsLow[size] = order.venueOrderIdLow();
        }
        size++;
    }

    /// How many were listed; a market of our own only says how many there are.
    int size() {
        return size;
    }

    /// Finds the orders that only one side knows. Which of ours are listed around them makes no difference.
    void compare() {
        differing = 0;
        print = 0;
        for (int i = 0; i < Math.min(size, ROOM); i++) {
            if (foreign(i)) {
                note(ids[i] + venueIdsHigh[i] * MIX ^ venueIdsLow[i]);
            }
        }
        for (Order order = books.orders.first(); order != null; order = books.orders.next(order)) {
            if (missing(order)) {
                note(order.clientOrderId());
            }
        }
    }

    private void note(long what) {
        differing++;
        print += (what + 1) * MIX | 1;
    }

    /// An order that is on its way counts as known: its acceptance is about to come.
    private boolean foreign(int i) {
        Order order = ids[i] == 0 ? null : books.orders.find(ids[i]);
        return order == null || order.state().terminal();
    }

    private boolean missing(Order order) {
        if (!order.acknowledged() || order.remaining() == 0) {
            return false;
        }
        for (int i = 0; i < Math.min(size, ROOM); i++) {
            if (ids[i] == order.clientOrderId()) {
                return false;
            }
        }
        return true;
    }

    /// Says of each instrument whether an order that is not ours rests in it, accepted or not.
    void mark(boolean[] byInstrument) {
        Arrays.fill(byInstrument, false);
        for (int i = 0; i < Math.min(size, ROOM); i++) {
            if (instruments[i] >= 0 && foreign(i)) {
                byInstrument[instruments[i]] = true;
            }
        }
    }

    /// Tells one set of differing orders from another; 0 when none differs.
    long print() {
        return print;
    }

    int named() {
        return Math.min(differing, NAMED);
    }

    void name(DecisionLog log) {
        int room = named();
        for (int i = 0; i < Math.min(size, ROOM) && room > 0; i++) {
            if (foreign(i)) {
                nameForeign(i, log);
                room--;
            }
        }
        for (Order order = books.orders.first(); order != null && room > 0; order = books.orders.next(order)) {
            if (missing(order)) {
                log.orderDifference(order.instrumentId(), order.remaining(), 0, order.clientOrderId());
                room--;
            }
        }
    }

    /// One that once was ours goes by our id, any other by the venue's.
    private void nameForeign(int i, DecisionLog log) {
        if (ids[i] != 0) {
            log.orderDifference(instruments[i], 0, left[i], ids[i]);
        } else {
            log.foreignOrder(instruments[i], left[i], venueIdsHigh[i], venueIdsLow[i]);
        }
    }

    @Override
    public void visitState(StateVisitor visitor) {
        visitor.visit(ids);
        visitor.visit(venueIdsHigh);
        visitor.visit(venueIdsLow);
        visitor.visit(instruments);
        visitor.visit(left);
        size = visitor.visit(size);
        differing = visitor.visit(differing);
        print = visitor.visit(print);
    }
}
