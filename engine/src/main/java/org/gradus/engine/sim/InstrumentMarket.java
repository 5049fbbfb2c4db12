package org.gradus.engine.sim;

import static org.gradus.engine.domain.FixedPoint.ONE;

import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.domain.Rounding;

/// What the venue knows of the market in one instrument: the standing quote, the last believed price, and whether ticks
/// or bars speak for it. Owned by [SimulatedMarket].
final class InstrumentMarket {
    /// A price further than this from the last believed one waits for a second that agrees with it.
    private static final long COLLAR = ONE / 10;
    /// How near the second has to be.
    private static final long AGREEMENT = ONE / 50;
    /// A quote wider than this part of its bid is no market.
    private static final long WIDEST = ONE / 10;
    /// Keeps a price with half of itself added, and the sum of two, within a long.
    private static final long HIGHEST_PRICE = Long.MAX_VALUE / 4;
    private static final long NEVER = Long.MIN_VALUE;

    final Instrument instrument;
    private final long quoteFreshNs;
    /// From the scale of sizes to that of quantities; one of the two is 1.
    private final long sizeMultiplier;
    private final long sizeDivisor;

    private long bid;
    private long ask;
    private long quoteNs = NEVER;
    /// What we already had of the size that stands at these prices.
    private long takenAtBid;
    private long takenAtAsk;
    private long last;
    private long suspect;
    private boolean ticks;
    private long shortestBarNs = Long.MAX_VALUE;
    private long eventNs = NEVER;
    private long previousEventNs = NEVER;
    private long unbelieved;
    /// Outside of its hours, and halted, nothing trades, whatever is quoted.
    boolean closed;
    boolean halted;

    InstrumentMarket(Instrument instrument, long quoteFreshNs) {
        this.instrument = instrument;
        this.quoteFreshNs = quoteFreshNs;
        this.sizeMultiplier = powerOfTen(FixedPoint.DECIMALS - instrument.sizeDecimals());
        this.sizeDivisor = powerOfTen(instrument.sizeDecimals() - FixedPoint.DECIMALS);
    }

    boolean trades() {
        return !closed && !halted;
    }

    /// Takes a print; false when it is not believed, which is to say that nothing trades at it.
    boolean print(long price, long nowNs) {
        ticks = true;
        event(nowNs);
        return price > 0 && price <= HIGHEST_PRICE && believes(price) || refused();
    }

    /// Takes a quote; false when it says nothing about where the market is. Then the one before stands no longer.
    boolean quote(long newBid, long newAsk, long nowNs) {
        ticks = true;
        event(nowNs);
        boolean sane = newBid > 0 && newAsk >= newBid && newAsk <= HIGHEST_PRICE
            && Rounding.productAtMost(newAsk - newBid, ONE, newBid, WIDEST);
        if (!sane || !believes(newBid + newAsk >>> 1)) {
            quoteNs = NEVER;
            return refused();
        }
        takenAtBid = newBid == bid ? takenAtBid : 0;
        takenAtAsk = newAsk == ask ? takenAtAsk : 0;
        bid = newBid;
        ask = newAsk;
        quoteNs = nowNs;
        return true;
    }

    /// Takes a bar; false when ticks or shorter bars speak for this instrument.
    boolean bar(FeedBar bar) {
        long lengthNs = bar.endNs - bar.startNs;
        if (ticks || lengthNs > shortestBarNs) {
            return false;
        }
        event(bar.endNs);
        shortestBarNs = lengthNs;
        boolean sane = bar.low > 0 && bar.low <= Math.min(bar.open, bar.close) && bar.high <= HIGHEST_PRICE
            && bar.high >= Math.max(bar.open, bar.close);
        if (!sane) {
            return refused();
        }
        last = bar.close;
        return true;
    }

    /// The prices before a split say nothing about those after it.
    void forgetPrices() {
        quoteNs = NEVER;
        last = 0;
        suspect = 0;
    }

    boolean quoteFresh(long nowNs) {
        return quoteNs != NEVER && nowNs - quoteNs <= quoteFreshNs;
    }

    long bid() {
        return bid;
    }

    long ask() {
        return ask;
    }

    /// What the venue values a buy at any price at; 0 when it has seen no price yet.
    long buyReference(long nowNs) {
        return quoteFresh(nowNs) ? Math.max(ask, last) : last;
    }

    /// A size on a tape as a quantity; what is larger than any quantity stops at the largest.
    long quantityOf(long size) {
        if (size <= 0) {
            return 0;
        }
        return size > Long.MAX_VALUE / sizeMultiplier ? Long.MAX_VALUE : size * sizeMultiplier / sizeDivisor;
    }

    long takenAtBid() {
        return takenAtBid;
    }

    long takenAtAsk() {
        return takenAtAsk;
    }

    void took(long boughtAtAsk, long soldAtBid) {
        takenAtAsk += boughtAtAsk;
        takenAtBid += soldAtBid;
    }

    /// How long nothing had happened before the present event.
    long pauseNs() {
        return previousEventNs == NEVER ? 0 : eventNs - previousEventNs;
    }

    /// Events that were not believed.
    long unbelieved() {
        return unbelieved;
    }

    private boolean believes(long price) {
        boolean believed = last == 0 || near(price, last, COLLAR) || suspect != 0 && near(price, suspect, AGREEMENT);
        suspect = believed ? 0 : price;
        last = believed ? price : last;
        return believed;
    }

    private boolean refused() {
        unbelieved++;
        return false;
    }

    private void event(long nowNs) {
        previousEventNs = eventNs;
        eventNs = nowNs;
    }

    private static boolean near(long price, long other, long ratio) {
        return Rounding.productAtMost(Math.abs(price - other), ONE, other, ratio);
    }

    private static long powerOfTen(int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= 10;
        }
        return power;
    }
}
