package org.gradus.adapters.tape;

import org.gradus.engine.tape.TapeEvent;

/// The last good quote of a tape, to know the same message when it comes twice. Owned by its tape.
final class LastQuote {
    private long bid;
    private long bidSize;
    private long ask;
    private long askSize;

    void keep(TapeEvent quote) {
        bid = quote.bid();
        bidSize = quote.bidSize();
        ask = quote.ask();
        askSize = quote.askSize();
    }

    boolean repeats(TapeEvent quote) {
        return quote.bid() == bid && quote.bidSize() == bidSize && quote.ask() == ask && quote.askSize() == askSize;
    }
}
