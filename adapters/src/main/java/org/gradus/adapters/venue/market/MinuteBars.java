package org.gradus.adapters.venue.market;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.gradus.adapters.venue.MarketListener.Quote;
import org.jspecify.annotations.Nullable;

/// Builds the minute bars of one symbol from its prints. A coin's minute without a print has a bar of the quote's
/// middle, without volume, as the real service sends it. Owned by the market's thread.
final class MinuteBars {
    private static final long MINUTE_NS = Timestamps.MINUTE_NS;
    private static final long HALF_MINUTE_NS = MINUTE_NS / 2;
    /// A longer silence is a hole in the tape, not a quiet market.
    private static final long QUIET_MAX_NS = Timestamps.DAY_NS;

    private static final int MIDDLE_DECIMALS = 9;

    private final SymbolMarket market;
    private final Consumer<Candle> complete;
    private final Consumer<Candle> updated;
    /// Bars that were told and are others now, by their start.
    private final Map<Long, Candle> outdated = new TreeMap<>();
    private @Nullable Candle forming;
    private long minuteEndNs = Long.MIN_VALUE;
    private long updateNs;

    MinuteBars(SymbolMarket market, Consumer<Candle> complete, Consumer<Candle> updated) {
        this.market = market;
        this.complete = complete;
        this.updated = updated;
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
        if (!outdated.isEmpty() && nowNs >= updateNs) {
            List<Candle> told = List.copyOf(outdated.values());
            outdated.clear();
            told.forEach(updated);
        }
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

    /// Among the prints of a minute this one has changed; a bar that was told is told again at the next half minute.
    void changed(Print print, long nowNs) {
        long startNs = print.timeNs() - Math.floorMod(print.timeNs(), MINUTE_NS);
        Candle rebuilt = null;
        for (Print each : market.prints(startNs, startNs + MINUTE_NS - 1)) {
            if (each.valid()) {
                rebuilt = rebuilt == null ? first(each, startNs) : rebuilt.with(each);
            }
        }
        if (startNs + MINUTE_NS > nowNs) {
            forming = rebuilt;
            market.forming(rebuilt);
            minuteEndNs = startNs + MINUTE_NS;
            return;
        }
        Candle candle = rebuilt == null ? Candle.quiet(startNs, startNs + MINUTE_NS, print.price()) : rebuilt;
        market.put(candle, MINUTE_NS);
        if (outdated.isEmpty()) {
            long halfNs = nowNs - Math.floorMod(nowNs, MINUTE_NS) + HALF_MINUTE_NS;
            updateNs = halfNs > nowNs ? halfNs : halfNs + MINUTE_NS;
        }
        outdated.put(startNs, candle);
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
