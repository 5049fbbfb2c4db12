package org.gradus.engine.order;

import java.util.Arrays;
import org.gradus.engine.domain.Invariant;
import org.gradus.engine.domain.OrderState;
import org.gradus.engine.domain.Purpose;
import org.gradus.engine.domain.Rounding;
import org.gradus.engine.state.StateVisitor;
import org.gradus.engine.state.Stateful;
import org.jspecify.annotations.Nullable;

/// Every order that has not ended, in order of creation, and the last ones that have, for reports that come late. All
/// orders come from one pool, made at the start. Owned by the decision stage.
///
/// To walk: `for (Order o = orders.first(); o != null; o = orders.next(o))`. Orders may end during a walk; one
/// that is opened during it may be missed.
public final class OpenOrders implements Stateful {
    private final int capacity;
    private final int kept;
    private final OrderIndex index;
    private final EntryNotional entries;
    /// By instrument; derived from the ended orders, so it is no state.
    private final long[] missingSells;
    /// Orders nobody uses, a stack; which object an order gets is no state.
    private final @Nullable Order[] pool;
    private int pooled;
    private @Nullable Order first;
    private @Nullable Order last;
    private int open;
    private int parked;
    /// A ring of ended orders: `ended` of them, the oldest at `oldest`.
    private final @Nullable Order[] ring;
    private int oldest;
    private int ended;

    /// @param capacity  orders that may be open at once, parked ones included
    /// @param kept      ended orders that can still be found
    public OpenOrders(int capacity, int kept, int strategies, int instruments) {
        Invariant.hold(capacity > 0 && kept > 0, "an order table has room", capacity, kept);
        this.capacity = capacity;
        this.kept = kept;
        this.index = new OrderIndex(capacity + kept);
        this.entries = new EntryNotional(strategies, instruments);
        this.missingSells = new long[instruments];
        this.ring = new Order[kept];
        this.pool = new Order[capacity + kept];
        for (Order order = new Order(); pooled < pool.length; order = new Order()) {
            pool[pooled++] = order;
        }
    }

    /// Takes in an order that goes out with this record; null when the table is full.
    public @Nullable Order open(OrderDraft draft, long nowNs) {
        return begin(draft, OrderState.CREATED, nowNs);
    }

    /// Takes in an order that waits for the operator; null when the table is full.
    public @Nullable Order park(OrderDraft draft, long nowNs) {
        return begin(draft, OrderState.PARKED, nowNs);
    }

    /// The order with this id, open or among the last ended; null when it is neither.
    public @Nullable Order find(long clientOrderId) {
        return index.find(clientOrderId);
    }

    /// How many more orders can be opened.
    public int free() {
        return capacity - open;
    }

    /// Orders open now, parked ones included.
    public int size() {
        return open;
    }

    public int parked() {
        return parked;
    }

    /// How many the venue has confirmed and not ended. It walks over all of them.
    public int atVenue() {
        int count = 0;
        for (Order order = first(); order != null; order = next(order)) {
            count += order.acknowledged() && order.remaining() > 0 ? 1 : 0;
        }
        return count;
    }

    public @Nullable Order first() {
        return first;
    }

    /// The next open order after this one, which may itself have ended since.
    public @Nullable Order next(Order order) {
        Order next = order.next;
        while (next != null && next.state().terminal()) {
            next = next.next;
        }
        return next;
    }

    public @Nullable Order first(int instrumentId) {
        return first == null || first.instrumentId() == instrumentId ? first : next(first, instrumentId);
    }

    /// The next open order of the same instrument.
    public @Nullable Order next(Order order, int instrumentId) {
        Order next = next(order);
        while (next != null && next.instrumentId() != instrumentId) {
            next = next(next);
        }
        return next;
    }

    /// What working and parked entries of one strategy in one instrument may still add: Σ remaining × price.
    public long entryNotional(int strategyId, int instrumentId) {
        return entries.of(strategyId, instrumentId);
    }

    public long entryNotionalOfStrategy(int strategyId) {
        return entries.ofStrategy(strategyId);
    }

    public long entryNotionalOfInstrument(int instrumentId) {
        return entries.ofInstrument(instrumentId);
    }

    public boolean exitWorking(int instrumentId) {
        for (Order order = first(); order != null; order = next(order)) {
            if (order.instrumentId() == instrumentId && order.purpose().reduces()
                    && order.purpose() != Purpose.PROTECTIVE_STOP) {
                return true;
            }
        }
        return false;
    }

    public long entryNotional() {
        return entries.total();
    }

    /// Moves an order to its next state, and out of the open ones when that is an end.
    void move(Order order, OrderState next, long nowNs) {
        OrderState from = order.state();
        Invariant.hold(from.mayBecome(next), "an order moves by the state table", from.code(), next.code());
        order.become(next, nowNs);
        parked -= from == OrderState.PARKED ? 1 : 0;
        measure(order);
        if (next.terminal()) {
            unlink(order);
            keep(order);
        }
    }

    /// Takes over what a changed order may still do to the book: what is left of it, and once it has ended what the
    /// venue has counted and no fill has told yet.
    void measure(Order order) {
        long left = order.state().terminal() ? order.missing() : order.remaining();
        count(order, order.purpose().reduces() ? 0 : Rounding.money(order.price(), left),
                order.purpose().reduces() && order.state().terminal() ? left : 0);
    }

    private void count(Order order, long entryNotional, long missingSell) {
        entries.change(order.strategyId(), order.instrumentId(), entryNotional - order.entryNotional);
        missingSells[order.instrumentId()] += missingSell - order.missingSell;
        order.entryNotional = entryNotional;
        order.missingSell = missingSell;
    }

    /// What ended sells of an instrument have sold for which the fills have not arrived yet.
    public long missingSells(int instrumentId) {
        return missingSells[instrumentId];
    }

    @Override
    public void visitState(StateVisitor visitor) {
        resize(visitor.visit(open), visitor.visit(ended));
        for (Order order = first; order != null; order = order.next) {
            order.visitState(visitor);
        }
        for (int i = 0; i < ended; i++) {
            endedAt(i).visitState(visitor);
        }
        deriveAnew();
    }

    private @Nullable Order begin(OrderDraft draft, OrderState state, long nowNs) {
        if (open == capacity) {
            return null;
        }
        Order order = takeFromPool();
        order.begin(draft, state, nowNs);
        index.put(order);
        link(order);
        parked += state == OrderState.PARKED ? 1 : 0;
        measure(order);
        return order;
    }

    private void link(Order order) {
        order.previous = last;
        order.next = null;
        if (last == null) {
            first = order;
        } else {
            last.next = order;
        }
        last = order;
        open++;
    }

    private void unlink(Order order) {
        if (order.previous == null) {
            first = order.next;
        } else {
            order.previous.next = order.next;
        }
        if (order.next == null) {
            last = order.previous;
        } else {
            order.next.previous = order.previous;
        }
        open--;
    }

    /// Keeps an ended order findable; the one that ended longest ago makes room.
    private void keep(Order order) {
        if (ended == kept) {
            Order forgotten = endedAt(0);
            index.remove(forgotten);
            count(forgotten, 0, 0);
            pool[pooled++] = forgotten;
            oldest = oldest + 1 == kept ? 0 : oldest + 1;
            ended--;
        }
        ring[(oldest + ended) % kept] = order;
        ended++;
    }

    private Order endedAt(int i) {
        return held(ring[(oldest + i) % kept]);
    }

    private Order takeFromPool() {
        return held(pool[--pooled]);
    }

    /// Makes room for a state that is about to be read: blank orders, as many as it has. A no-op when hashing or
    /// writing.
    private void resize(int newOpen, int newEnded) {
        if (newOpen == open && newEnded == ended) {
            return;
        }
        Invariant.hold(newOpen <= capacity && newEnded <= kept, "a stored order table fits", newOpen, newEnded);
        while (ended > 0) {
            pool[pooled++] = endedAt(--ended);
        }
        for (; last != null; unlink(last)) {
            pool[pooled++] = last;
        }
        oldest = 0;
        while (open < newOpen) {
            link(takeFromPool());
        }
        while (ended < newEnded) {
            ring[ended++] = takeFromPool();
        }
    }

    private void deriveAnew() {
        index.clear();
        entries.clear();
        Arrays.fill(missingSells, 0);
        parked = 0;
        for (Order order = first; order != null; order = order.next) {
            index.put(order);
            forgetCounts(order);
            measure(order);
            parked += order.state() == OrderState.PARKED ? 1 : 0;
        }
        for (int i = 0; i < ended; i++) {
            index.put(endedAt(i));
            forgetCounts(endedAt(i));
            measure(endedAt(i));
        }
    }

    private static void forgetCounts(Order order) {
        order.entryNotional = 0;
        order.missingSell = 0;
    }

    private static Order held(@Nullable Order order) {
        if (order == null) {
            throw new IllegalStateException("a pooled order is missing");
        }
        return order;
    }
}
