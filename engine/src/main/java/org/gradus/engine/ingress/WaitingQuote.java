package org.gradus.engine.ingress;

import org.gradus.engine.tape.TapeEvent;

/// The latest quote of one instrument that found no room, and how many it took the place of. Owned by [LiveDoor].
final class WaitingQuote {
    final int instrumentId;
    boolean waits;
    int replaced;
    long bid;
    long bidSize;
    long ask;
    long askSize;
    long timeNs;
    long venueTimeNs;
    int source;
    long position;
    long arrival;

    WaitingQuote(int instrumentId) {
        this.instrumentId = instrumentId;
    }

    void replace(TapeEvent quote, long arrivalOrder) {
        replaced = waits ? replaced + 1 : 0;
        waits = true;
        bid = quote.bid();
        bidSize = quote.bidSize();
        ask = quote.ask();
        askSize = quote.askSize();
        timeNs = quote.timeNs();
        venueTimeNs = quote.venueTimeNs();
        source = quote.source();
        position = quote.position();
        arrival = arrivalOrder;
    }
}
