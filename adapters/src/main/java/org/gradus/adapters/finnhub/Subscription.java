package org.gradus.adapters.finnhub;

import org.gradus.adapters.checks.ForeignSymbols;
import org.gradus.engine.domain.Instrument;

/// An instrument under the name that Finnhub knows it by.
///
/// @param symbol such as `AAPL` or `BINANCE:BTCUSDT`
/// @param fed    whether its trades enter the engine; else they are only compared
public record Subscription(String symbol, Instrument instrument, boolean fed) {
    /// Stocks go by their own name, pairs by Binance's, where dollars are tethers.
    public static String usualSymbol(Instrument instrument) {
        return ForeignSymbols.tetherPair(instrument).map(pair -> "BINANCE:" + pair.replace("/", ""))
                .orElse(instrument.symbol());
    }
}
