package org.gradus.adapters.venue.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.gradus.adapters.venue.MarketListener;
import org.jspecify.annotations.Nullable;

/// What the venue knows of the market in one asset. Guarded by the lock of [Exchange].
public final class Ticker {
    private static final BigDecimal TWO = BigDecimal.TWO;

    private @Nullable BigDecimal bid;
    private @Nullable BigDecimal ask;
    private @Nullable BigDecimal last;
    private @Nullable BigDecimal lastClose;
    private boolean quoted;
    private boolean halted;
    private long quoteNs;
    private long saidNs;
    private long quotes;

    /// Takes a quote; false when it says nothing about where the market is.
    boolean quote(MarketListener.Quote quote) {
        if (quote.bid().signum() <= 0 || quote.ask().compareTo(quote.bid()) < 0) {
            return false;
        }
        quoted = true;
        standAt(quote.bid(), quote.ask(), quote.timeNs());
        return true;
    }

    /// Takes a print. Where nobody quotes, it stands for both sides.
    void print(BigDecimal price, long timeNs) {
        last = price;
        if (!quoted) {
            standAt(price, price, timeNs);
        }
    }

    /// The standing quote counts as a new one: a market that is silent on the tape still quotes.
    void repeatQuote(long nowNs) {
        quotes++;
        saidNs = nowNs;
    }

    void halt(boolean begins) {
        halted = begins;
    }

    /// Whether nothing of it is traded for a while.
    boolean halted() {
        return halted;
    }

    void closeDay() {
        lastClose = price();
    }

    void restore(@Nullable BigDecimal lastPrice, @Nullable BigDecimal closed) {
        last = lastPrice;
        lastClose = closed;
    }

    private void standAt(BigDecimal newBid, BigDecimal newAsk, long timeNs) {
        bid = newBid;
        ask = newAsk;
        quoteNs = timeNs;
        saidNs = timeNs;
        quotes++;
    }

    boolean known() {
        return bid != null;
    }

    /// When the standing quote came.
    long quoteNs() {
        return quoteNs;
    }

    /// When it came or was last taken for a new one.
    long saidNs() {
        return saidNs;
    }

    /// The number of the standing quote.
    long quotes() {
        return quotes;
    }

    /// Where this side trades at once; null before the first quote.
    @Nullable BigDecimal farSide(Side side) {
        return side == Side.BUY ? ask : bid;
    }

    @Nullable BigDecimal middle() {
        return bid == null || ask == null ? last : bid.add(ask).divide(TWO, Decimals.SCALE, RoundingMode.HALF_EVEN);
    }

    /// What a position is valued at: the last print, else the middle; null while nothing is known.
    public @Nullable BigDecimal price() {
        return last != null ? last : middle();
    }

    /// The price of the last session's end; null in the first session.
    public @Nullable BigDecimal lastClose() {
        return lastClose;
    }
}
