package org.gradus.engine.core;

import java.util.Arrays;
import org.gradus.engine.domain.OrderState;
import org.gradus.engine.domain.Purpose;
import org.gradus.engine.domain.Rounding;
import org.gradus.engine.order.Order;

/// Says when prices and the clock can make the core decide nothing, so that the publisher of a tape need not wait for
/// it: while it is flat, or while every position stands under a stop that rests at the venue and prices stay near where
/// they were. Only a bar's close, a report or a person can change that. Rather too seldom than too often: what is
/// decided all the same must be felt in time, and the source checks that. What it keeps is no part of the core's state;
/// used between events.
public final class Calm {
    /// So near, as a ratio of the mark.
    private static final long NEAR = 10_000_000L;

    private final Books books;
    private final PositionKeeper keeper;
    private final OperatorDesk operator;
    private final long[] from;
    private final long[] to;
    private boolean holds;

    Calm(Books books, PositionKeeper keeper, OperatorDesk operator) {
        this.books = books;
        this.keeper = keeper;
        this.operator = operator;
        from = new long[books.instruments()];
        to = new long[books.instruments()];
    }

    /// Takes the measure anew. To be called between events only; the answers then hold until the next call.
    public void look() {
        holds = books.work.empty() && !operator.entriesToCancel()
            && books.guardrails.parkedOrders().nextExpired(Long.MAX_VALUE) == null
            && onlyStopsRest() && settled() && farFromLimits() && measure();
    }

    /// Whether the clock can make it decide nothing, as long as no bar closes.
    public boolean holds() {
        return holds;
    }

    /// Whether a print or a bid at this price can make it decide nothing.
    public boolean holds(int instrumentId, long price) {
        return holds && within(instrumentId, price);
    }

    private boolean onlyStopsRest() {
        for (Order order = books.orders.first(); order != null; order = books.orders.next(order)) {
            if (order.purpose() != Purpose.PROTECTIVE_STOP || order.state() != OrderState.ACCEPTED
                    || order.cancelRequestedNs() != 0) {
                return false;
            }
        }
        return true;
    }

    private boolean settled() {
        for (int i = 0; i < from.length; i++) {
            if (!keeper.settled(i)) {
                return false;
            }
        }
        return true;
    }

    /// However prices move within the band, neither breaker nor the day's loss trips, not even after a new peak.
    private boolean farFromLimits() {
        long swing = Rounding.fraction(books.portfolio.exposure(), NEAR) + 1;
        long equity = books.equity();
        return books.guardrails.circuitBreaker().farFrom(equity - swing, equity + swing)
            && books.guardrails.dailyCaps().farFrom(equity - swing);
    }

    /// A bid of before the position may stand below its stop already: any price would trigger that.
    ///
    /// @return false when a mark is outside of its own band
    private boolean measure() {
        Arrays.fill(from, Long.MIN_VALUE);
        Arrays.fill(to, Long.MAX_VALUE);
        for (int i = 0; i < from.length; i++) {
            if (books.held(i) != 0) {
                long mark = books.portfolio.mark(i);
                long near = Rounding.fraction(mark, NEAR);
                from[i] = Math.max(mark - near, keeper.stopPrice(i) + 1);
                to[i] = mark + near;
                if (!within(i, mark) || !within(i, books.mark(i)) || !lastIsWithin(i)) {
                    return false;
                }
            }
        }
        return true;
    }

    /// The clock alone makes the last trade the mark, once the quote is stale.
    private boolean lastIsWithin(int instrumentId) {
        return books.bid(instrumentId) <= 0 || books.lastPrice(instrumentId) <= 0
            || within(instrumentId, books.lastPrice(instrumentId));
    }

    private boolean within(int instrumentId, long price) {
        return price >= from[instrumentId] && price <= to[instrumentId];
    }
}
