package org.gradus.engine.ingress;

import org.gradus.engine.tape.TapeEvent;

/// Prints of one instrument that found no room and became one. Empty while the count is 0. Owned by [LiveDoor].
final class WaitingTrades {
    final int instrumentId;
    int count;
    long open;
    long high;
    long low;
    long last;
    long volume;
    byte aggressor;
    /// Of the newest print among them.
    long timeNs;
    long venueTimeNs;
    int source;
    long position;
    long arrival;

    WaitingTrades(int instrumentId) {
        this.instrumentId = instrumentId;
    }

    void add(TapeEvent print, long arrivalOrder) {
        long price = print.price();
        boolean first = count == 0;
        open = first ? price : open;
        high = first ? price : Math.max(high, price);
        low = first ? price : Math.min(low, price);
        volume = first ? print.size() : saturatingAdd(volume, print.size());
        last = price;
        count++;
        aggressor = print.aggressor();
        timeNs = print.timeNs();
        venueTimeNs = first ? print.venueTimeNs() : Math.max(venueTimeNs, print.venueTimeNs());
        source = print.source();
        position = print.position();
        arrival = arrivalOrder;
    }

    /// Volume is a statistic: it stops at the largest value rather than wrap.
    private static long saturatingAdd(long a, long b) {
        long sum = a + b;
        return ((a ^ sum) & (b ^ sum)) < 0 ? Long.MAX_VALUE : sum;
    }
}
