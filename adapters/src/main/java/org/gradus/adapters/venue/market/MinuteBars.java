package org.gradus.adapters.venue.market;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.Consumer;
import org.gradus.adapters.venue.MarketListener.Quote;
import org.jspecify.annotations.Nullable;

/// Builds the minute bars of one symbol from its prints. A coin's minute without a print has a bar of the quote's
/// middle, without volume, as the real service sends it. Owned by the market's thread.
final class MinuteBars {
    private static final long MINUTE_NS = Timestamps.MINUTE_NS;
    /// A longer silence is a hole in the tape, not a quiet market.
    private static final long QUIET_MAX_NS = Timestamps.DAY_NS;

    private static final int MIDDLE_DECIMALS = 9;

    private final SymbolMarket market;
    private final Consumer<Candle> complete;
    private @Nullable Candle forming;
    private long minuteEndNs = Long.MIN_VALUE;

    MinuteBars(SymbolMarket market, Consumer<Candle> complete) {
        this.market = market;
        this.complete = complete;
    }

    /// A coin's minutes go by from its first quote on, whether it trades or not.
    void begin(long nowNs) {
        if (minuteEndNs == Long.MIN_VALUE) {
            minuteEndNs = nowNs - Math.floorMod(nowNs, MINUTE_NS) + MINUTE_NS;
        }
    }

    void print(Print print) {
        time(print.timeNs());
        long startNs = print.timeNs() - Math.floorMod(print.timeNs(), MINUTE_NS);
        minuteEndNs = startNs + MINUTE_NS;
        forming = forming == null ? first(print, startNs) : forming.with(print);
        market.forming(forming);
    }

    private static Candle first(Print print, long startNs) {
        BigDecimal price = print.price();
        return new Candle(startNs, startNs + MINUTE_NS, price, price, price, price, print.size(),
                price.multiply(print.size()), 1);
    }

    /// Completes the minutes that are over.
    void time(long nowNs) {
        if (minuteEndNs == Long.MIN_VALUE || nowNs < minuteEndNs) {
            return;
        }
        finish();
        BigDecimal middle = middle();
        if (middle == null || nowNs - minuteEndNs > QUIET_MAX_NS) {
            minuteEndNs = Long.MIN_VALUE;
            return;
        }
        for (; nowNs >= minuteEndNs + MINUTE_NS; minuteEndNs += MINUTE_NS) {
            add(Candle.quiet(minuteEndNs, minuteEndNs + MINUTE_NS, middle));
        }
        minuteEndNs += MINUTE_NS;
    }

    private void finish() {
        if (forming != null) {
            Candle done = forming;
            forming = null;
            market.forming(null);
            add(done);
        } else if (market.crypto() && middle() != null) {
            add(Candle.quiet(minuteEndNs - MINUTE_NS, minuteEndNs, middle()));
        }
    }

    private void add(Candle candle) {
        if (market.add(candle, MINUTE_NS)) {
            complete.accept(candle);
        }
    }

    private @Nullable BigDecimal middle() {
        Quote quote = market.crypto() ? market.lastQuote() : null;
        return quote == null ? null : quote.bid().add(quote.ask()).divide(BigDecimal.TWO, MathContext.DECIMAL64)
                .setScale(MIDDLE_DECIMALS, RoundingMode.HALF_EVEN).stripTrailingZeros();
    }
}
