package org.gradus.adapters.venue.market;

import java.math.BigDecimal;
import org.gradus.adapters.venue.MarketListener.Quote;

/// Hears what clients may subscribe to, on the market's thread: it must not block.
public interface MarketFeed {
    void onQuote(SymbolMarket market, Quote quote);

    void onPrint(SymbolMarket market, Print print);

    /// A bar is complete.
    ///
    /// @param day  the day so far
    void onCandle(SymbolMarket market, Candle candle, Candle day);

    /// A bar that was told is another now.
    void onUpdatedCandle(SymbolMarket market, Candle candle);

    void onStatus(SymbolMarket market, TradingStatus status);

    void onBand(SymbolMarket market, PriceBand band);

    /// One side has more orders than the other.
    void onImbalance(SymbolMarket market, BigDecimal price, long timeNs);

    void onCorrection(SymbolMarket market, Print wrong, Print right, long timeNs);

    /// A print is taken back.
    void onCancel(SymbolMarket market, Print print, long timeNs);
}
