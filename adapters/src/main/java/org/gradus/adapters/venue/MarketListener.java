package org.gradus.adapters.venue;

import java.math.BigDecimal;

/// Hears the market in the order of its time. Symbols are spelled `BTC/USD` and `AAPL`; times are the venue clock's.
public interface MarketListener {
    void onQuote(Quote quote);

    void onTrade(Trade trade);

    /// A bar, at its end.
    void onBar(Bar bar);

    /// Time went on without an event: orders may expire.
    void onTime(long nowNs);

    /// A symbol is not traded from now on, or is again; most do not mind.
    default void onHalt(String symbol, boolean halted, long timeNs) {
    }

    /// @param made  by us around a price, where the tape has no quotes
    record Quote(String symbol, BigDecimal bid, BigDecimal bidSize, BigDecimal ask, BigDecimal askSize, long timeNs,
                 boolean made) {
        public Quote(String symbol, BigDecimal bid, BigDecimal bidSize, BigDecimal ask, BigDecimal askSize,
                     long timeNs) {
            this(symbol, bid, bidSize, ask, askSize, timeNs, false);
        }

        /// The same said again.
        public Quote at(long laterNs) {
            return new Quote(symbol, bid, bidSize, ask, askSize, laterNs, made);
        }
    }

    record Trade(String symbol, BigDecimal price, BigDecimal size, long timeNs) {
    }

    record Bar(String symbol, BigDecimal open, BigDecimal high, BigDecimal low, BigDecimal close, BigDecimal volume,
               long startNs, long endNs) {
    }
}
