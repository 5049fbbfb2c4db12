package org.gradus.engine.core;

import org.gradus.engine.domain.Purpose;

/// Gets strategies out of their positions: notes who wants out and why, and sends the orders once nothing is in their
/// way. Its state is the exit book's. Owned by the position keeper.
final class ExitDesk {
    private final Books books;
    private final OrderDesk desk;
    private final ExitBook exits;

    ExitDesk(Books books, OrderDesk desk, ExitBook exits) {
        this.books = books;
        this.desk = desk;
        this.exits = exits;
    }

    void want(int strategyId, int instrumentId, Purpose purpose) {
        if (books.held(strategyId, instrumentId) > 0) {
            exits.want(strategyId, instrumentId, purpose);
            books.work.add(instrumentId);
        }
    }

    void wantAll(int instrumentId) {
        for (int strategy = 0; strategy < books.strategies(); strategy++) {
            want(strategy, instrumentId, Purpose.STOP_ESCALATION);
        }
    }

    /// Everything must go now, also what an entry already at the venue may still bring.
    void flatten(int instrumentId) {
        exits.hurry(instrumentId);
        for (int strategy = 0; strategy < books.strategies(); strategy++) {
            if (books.held(strategy, instrumentId) > 0 || books.orders.entryNotional(strategy, instrumentId) != 0) {
                exits.want(strategy, instrumentId, Purpose.FLATTEN);
                books.work.add(instrumentId);
            }
        }
    }

    /// Sends what is wanted and may go now.
    void tend(int instrumentId) {
        for (int strategy = 0; strategy < books.strategies(); strategy++) {
            if (exits.actionable(strategy, instrumentId, books.state())) {
                tend(strategy, instrumentId);
            }
        }
    }

    private void tend(int strategyId, int instrumentId) {
        if (exits.orderId(strategyId, instrumentId) != 0 || exits.paused(strategyId, instrumentId, books.nowNs)) {
            return;
        }
        long quantity = books.sellable(strategyId, instrumentId);
        if (quantity == 0) {
            exits.forget(strategyId, instrumentId);
            return;
        }
        long deliverable = Math.min(quantity, books.deliverable(instrumentId,
            Math.max(books.mark(instrumentId), books.lastPrice(instrumentId))));
        if (deliverable > 0) {
            exits.working(strategyId, instrumentId,
                    desk.exit(strategyId, instrumentId, exits.purpose(strategyId, instrumentId), deliverable));
        }
    }
}
