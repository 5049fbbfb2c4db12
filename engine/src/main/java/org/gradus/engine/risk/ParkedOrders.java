package org.gradus.engine.risk;

import org.gradus.engine.domain.Invariant;
import org.gradus.engine.domain.Rule;
import org.gradus.engine.order.OrderDraft;
import org.gradus.engine.state.StateVisitor;
import org.gradus.engine.state.Stateful;
import org.jspecify.annotations.Nullable;

/// The orders that wait for a person, in the order they were parked; a bounded table with reused places. Owned by the
/// decision stage.
public final class ParkedOrders implements Stateful {
    private final ParkedOrder[] places;
    private int size;

    public ParkedOrders(int capacity) {
        places = new ParkedOrder[capacity];
        for (int i = 0; i < capacity; i++) {
            places[i] = new ParkedOrder();
        }
    }

    public int size() {
        return size;
    }

    public int free() {
        return places.length - size;
    }

    public ParkedOrder at(int index) {
        if (index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        return places[index];
    }

    /// Keeps a copy of the draft.
    ///
    /// @param rule      `CONFIRMATION` or `VETO`
    /// @param expiresNs the first moment at which the waiting is over
    /// @return false when the table is full or holds this order already
    public boolean park(OrderDraft draft, Rule rule, long expiresNs, long notional) {
        Invariant.hold(rule == Rule.CONFIRMATION || rule == Rule.VETO, "an order waits for a confirmation or a veto");
        if (size == places.length || find(draft.clientOrderId) != null) {
            return false;
        }
        places[size++].fill(draft, rule, expiresNs, notional);
        return true;
    }

    public @Nullable ParkedOrder find(long clientOrderId) {
        int index = indexOf(clientOrderId);
        return index < 0 ? null : places[index];
    }

    /// The first parked order whose waiting is over. Ask again once it has been released or dropped.
    public @Nullable ParkedOrder nextExpired(long nowNs) {
        for (int i = 0; i < size; i++) {
            if (places[i].expiresNs() <= nowNs) {
                return places[i];
            }
        }
        return null;
    }

    /// Takes an order out to be checked again, marked as released.
    ///
    /// @return false when it is not parked; `into` is untouched then
    public boolean release(long clientOrderId, OrderDraft into) {
        ParkedOrder parked = find(clientOrderId);
        if (parked == null) {
            return false;
        }
        into.copyFrom(parked.draft());
        into.released = true;
        return drop(clientOrderId);
    }

    /// Takes an order out for good: refused, or expired without an answer.
    public boolean drop(long clientOrderId) {
        int index = indexOf(clientOrderId);
        if (index < 0) {
            return false;
        }
        ParkedOrder dropped = places[index];
        size--;
        System.arraycopy(places, index + 1, places, index, size - index);
        places[size] = dropped;
        return true;
    }

    public long notionalOfTrade(int strategyId, int instrumentId) {
        long sum = 0;
        for (int i = 0; i < size; i++) {
            boolean same = places[i].draft().strategyId == strategyId && places[i].draft().instrumentId == instrumentId;
            sum = same ? Capped.add(sum, places[i].notional()) : sum;
        }
        return sum;
    }

    public long notionalOfInstrument(int instrumentId) {
        long sum = 0;
        for (int i = 0; i < size; i++) {
            sum = places[i].draft().instrumentId == instrumentId ? Capped.add(sum, places[i].notional()) : sum;
        }
        return sum;
    }

    public long notional() {
        long sum = 0;
        for (int i = 0; i < size; i++) {
            sum = Capped.add(sum, places[i].notional());
        }
        return sum;
    }

    /// Only what is parked: an empty place has no state, so two tables that hold the same orders show the same.
    @Override
    public void visitState(StateVisitor visitor) {
        size = visitor.visit(size);
        Invariant.hold(size >= 0 && size <= places.length, "parked orders fit their table", size, places.length);
        for (int i = 0; i < size; i++) {
            places[i].visitState(visitor);
        }
    }

    private int indexOf(long clientOrderId) {
        for (int i = 0; i < size; i++) {
            if (places[i].draft().clientOrderId == clientOrderId) {
                return i;
            }
        }
        return -1;
    }
}
