package org.gradus.adapters.venue.exchange;

import java.math.BigDecimal;

/// Moves orders through their states and tells of it. An order that has ended is never moved again. Guarded by the
/// lock of [Exchange].
final class OrderLife {
    private final Events events;
    private final Books books;
    private final Tickers tickers;
    private final Changes changes;
    private final Booking booking;
    private final Sessions sessions;
    private final OrderFaults faults;
    private final boolean newAfterReplaced;
    private final Groups groups = new Groups(this);
    private Matching matching = Matching.NONE;

    OrderLife(Exchange.Parts parts, Booking booking) {
        this.events = parts.events();
        this.books = parts.market().books();
        this.tickers = parts.market().tickers();
        this.changes = parts.changes();
        this.booking = booking;
        this.sessions = parts.sessions();
        this.faults = parts.faults();
        this.newAfterReplaced = parts.rules().unconfirmed().newAfterReplaced();
    }

    /// Matching moves orders and is told of new ones: the two meet after both are made.
    void matchedBy(Matching other) {
        matching = other;
    }

    /// Something about it is different that no event tells.
    void touched(Order order) {
        changes.of(order);
    }

    /// An order of before a restart.
    void resume(Order order) {
        books.add(order);
        if (order.status == OrderStatus.PENDING_CANCEL || order.status == OrderStatus.PENDING_NEW) {
            cancel(order);
        } else if (order.status.working()) {
            matching.arrived(order);
        }
    }

    /// Whether the market of the order's asset trades it now.
    boolean inSession(Order order, long nowNs) {
        return order.asset.crypto() || !tickers.of(order.asset).halted()
            && (sessions.core(nowNs) || order.extendedHours && sessions.extended(nowNs));
    }

    /// The first word about an order.
    void open(Order order, OrderStatus first) {
        enter(order, first);
        events.tell(first.word(), order, order.createdNs);
    }

    /// Without a word: the order takes another's place, or sleeps until its entry is filled.
    void enter(Order order, OrderStatus first) {
        order.status = first;
        changes.of(order);
        order.account.add(order);
        books.add(order);
    }

    /// The order begins to work, and may trade at once.
    void begin(Order order) {
        if (order.open()) {
            order.status = OrderStatus.NEW;
            changes.of(order);
            order.updatedNs = events.stamp();
            if (order.replaces == null || newAfterReplaced) {
                events.tell("new", order, order.updatedNs);
            }
            matching.arrived(order);
            groups.begun(order);
        }
    }

    /// Whether the venue takes what keeps its rules; when not, the order is rejected here.
    boolean takes(Order order) {
        boolean taken = matching.takes(order) && !faults.rejects(order.asset.symbol());
        order.cutShort = taken && faults.cancelsAfterPart(order.asset.symbol());
        if (!taken) {
            reject(order);
        }
        return taken;
    }

    void cancel(Order order) {
        if (order.open()) {
            order.canceledNs = end(order, OrderStatus.CANCELED);
            events.tell("canceled", order, order.updatedNs);
            groups.ended(order);
        }
    }

    void expire(Order order) {
        if (order.open()) {
            order.expiredNs = end(order, OrderStatus.EXPIRED);
            events.tell("expired", order, order.updatedNs);
            groups.ended(order);
        }
    }

    void reject(Order order) {
        if (order.open()) {
            order.failedNs = end(order, OrderStatus.REJECTED);
            events.tell("rejected", order, order.updatedNs);
            groups.ended(order);
        }
    }

    /// @param told  whose state the event carries
    void replaced(Order old, Order successor, Order told) {
        old.replacedNs = end(old, OrderStatus.REPLACED);
        old.replacedBy = successor.id;
        changes.of(old);
        events.tell("replaced", told, old.updatedNs);
    }

    /// Asked for by a client: done at once, unless something is wrong with the venue.
    void askCancel(Order order) {
        if (order.cancelAskedNs == 0) {
            order.cancelAskedNs = events.stamp();
            changes.of(order);
        }
        if (order.open() && order.status != OrderStatus.PENDING_CANCEL) {
            order.cancelIsDone = faults.cancelIsDone(order.asset.symbol());
        }
        if (order.cancelIsDone == null) {
            cancel(order);
        } else {
            pendCancel(order);
        }
    }

    private void pendCancel(Order order) {
        if (order.open() && order.status != OrderStatus.PENDING_CANCEL) {
            order.status = OrderStatus.PENDING_CANCEL;
            order.updatedNs = events.stamp();
            events.tell("pending_cancel", order, order.updatedNs);
        }
    }

    void fill(Order order, BigDecimal price, BigDecimal qty, boolean complete) {
        booking.execute(order, price, qty, complete);
        if (complete) {
            forget(order);
        }
        groups.filled(order);
    }

    private long end(Order order, OrderStatus status) {
        order.status = status;
        changes.of(order);
        order.updatedNs = events.stamp();
        forget(order);
        return order.updatedNs;
    }

    private void forget(Order order) {
        books.remove(order);
        order.account.ended(order);
        matching.ended(order);
    }
}
