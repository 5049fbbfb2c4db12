package org.gradus.adapters.venue.market;

import org.gradus.adapters.venue.MarketListener.Quote;

/// Hears what clients may subscribe to, on the market's thread: it must not block.
public interface MarketFeed {
    void onQuote(SymbolMarket market, Quote quote);

    void onPrint(SymbolMarket market, Print print);

    /// A bar is complete.
    ///
    /// @param day  the day so far
    void onCandle(SymbolMarket market, Candle candle, Candle day);
}
