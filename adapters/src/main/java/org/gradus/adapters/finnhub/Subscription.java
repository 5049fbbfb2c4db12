package org.gradus.adapters.finnhub;

import org.gradus.engine.domain.Instrument;

/// An instrument under the name that Finnhub knows it by.
///
/// @param symbol such as `AAPL` or `BINANCE:BTCUSDT`
/// @param fed    whether its trades enter the engine; else they are only compared
public record Subscription(String symbol, Instrument instrument, boolean fed) {
}
