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

    record Quote(String symbol, BigDecimal bid, BigDecimal bidSize, BigDecimal ask, BigDecimal askSize, long timeNs) {
    }

    record Trade(String symbol, BigDecimal price, BigDecimal size, long timeNs) {
    }

    record Bar(String symbol, BigDecimal open, BigDecimal high, BigDecimal low, BigDecimal close, BigDecimal volume,
               long startNs, long endNs) {
    }
}
