package org.gradus.engine.core;

import org.agrona.DirectBuffer;
import org.gradus.engine.codec.EventSlot;
import org.gradus.engine.codec.RecordCursor;
import org.gradus.engine.codec.RecordHeader;
import org.gradus.engine.codec.sbe.FeedBarDecoder;
import org.gradus.engine.codec.sbe.PrintConfirmedDecoder;
import org.gradus.engine.codec.sbe.QuoteDecoder;
import org.gradus.engine.codec.sbe.TradeAggregateDecoder;
import org.gradus.engine.codec.sbe.TradeDecoder;

/// Takes prices into the books: marks, the equity they make, and the stops they reach. Owned by the decision stage.
final class MarketDesk {
    private final Books books;
    private final PositionKeeper keeper;
    private final OperatorDesk operator;
    private final TradeDecoder trade = new TradeDecoder();
    private final TradeAggregateDecoder aggregate = new TradeAggregateDecoder();
    private final QuoteDecoder quote = new QuoteDecoder();
    private final FeedBarDecoder feedBar = new FeedBarDecoder();
    private boolean restoring;

    MarketDesk(Books books, PositionKeeper keeper, OperatorDesk operator) {
        this.books = books;
        this.keeper = keeper;
        this.operator = operator;
    }

    /// While a recorded record is applied nothing trips: what did is recorded with it.
    void restoring(boolean recorded) {
        restoring = recorded;
    }

    /// @return false when the message is no price
    boolean handle(EventSlot slot, RecordCursor cursor) {
        DirectBuffer buffer = cursor.buffer();
        switch (cursor.templateId()) {
            case TradeDecoder.TEMPLATE_ID -> {
                trade.wrap(buffer, cursor.body(), cursor.blockLength(), cursor.version());
                print(slot, trade.instrument(), trade.price());
            }
            case QuoteDecoder.TEMPLATE_ID -> {
                quote.wrap(buffer, cursor.body(), cursor.blockLength(), cursor.version());
                books.marks.quote(quote.instrument(), quote.bid(), quote.ask(), books.nowNs);
                marked(quote.instrument());
            }
            case TradeAggregateDecoder.TEMPLATE_ID -> {
                aggregate.wrap(buffer, cursor.body(), cursor.blockLength(), cursor.version());
                print(slot, aggregate.instrument(), aggregate.price());
                if ((slot.flags() & (RecordHeader.PRINT_PENDING | RecordHeader.LOW_LEFT_OUT)) == 0) {
                    low(aggregate.instrument(), aggregate.low());
                }
            }
            case FeedBarDecoder.TEMPLATE_ID -> {
                feedBar.wrap(buffer, cursor.body(), cursor.blockLength(), cursor.version());
                print(slot, feedBar.instrument(), feedBar.close());
                if (keeper.triggers.heldFromStart(feedBar.instrument(), feedBar.startNs(), feedBar.endNs())) {
                    low(feedBar.instrument(), feedBar.low());
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void print(EventSlot slot, int instrumentId, long price) {
        if ((slot.flags() & RecordHeader.PRINT_PENDING) == 0) {
            books.marks.trade(instrumentId, price, books.nowNs);
            marked(instrumentId);
        }
    }

    /// The lowest price in between reaches a stop as a mark of its own would have; of equity nobody knows whether it
    /// ever stood there.
    private void low(int instrumentId, long price) {
        if (books.held(instrumentId) != 0) {
            keeper.triggers.onLow(instrumentId, books.marks.markAt(instrumentId, books.nowNs, price));
        }
    }

    /// A new mark moves equity, the breaker and the stop of a position. Without one it is only kept, so that the next
    /// position is not valued at a price of long ago.
    private void marked(int instrumentId) {
        long mark = books.mark(instrumentId);
        if (mark <= 0) {
            return;
        }
        books.portfolio.mark(instrumentId, mark);
        if (books.held(instrumentId) != 0) {
            operator.watchEquity(restoring);
            keeper.triggers.onMark(instrumentId, mark);
        }
    }

    /// A quote that has gone stale says no longer what a position is worth: the last trade does from now on.
    void onTime() {
        for (int i = 0; i < books.instruments(); i++) {
            if (books.held(i) != 0 && books.mark(i) != books.portfolio.mark(i)) {
                marked(i);
            }
        }
    }

    /// More units, or fewer, at prices that are less by as much; or a payment. Whatever is kept as a price is for the
    /// new unit from now on, so that nothing trips on what is no move of the market.
    void corporateAction(int instrumentId, long ratio, long cash) {
        books.portfolio.corporateAction(instrumentId, ratio, cash);
        if (ratio > 0) {
            books.marks.split(instrumentId, ratio);
            keeper.split(instrumentId, ratio);
            if (instrumentId == books.setup.reference()) {
                books.guardrails.extremeMarket().split(ratio);
            }
        }
        operator.watchEquity(restoring);
        books.work.add(instrumentId);
    }

    /// The second print has moved the mark already when it came with the same input; a lapsed wait has not.
    void confirmed(PrintConfirmedDecoder confirmed) {
        if (books.marks.timeOfLast(confirmed.instrument()) != books.nowNs) {
            books.marks.trade(confirmed.instrument(), confirmed.price(), books.nowNs);
            marked(confirmed.instrument());
        }
    }
}
