package org.gradus.adapters.venue.exchange;

import java.util.HashMap;
import java.util.Map;

/// The market of each asset. Guarded by the lock of [Exchange].
final class Tickers {
    private final Map<String, Ticker> bySymbol = new HashMap<>();

    Ticker of(Asset asset) {
        return bySymbol.computeIfAbsent(asset.symbol(), symbol -> new Ticker());
    }

    void closeDay() {
        bySymbol.values().forEach(Ticker::closeDay);
    }

    Map<String, Ticker> all() {
        return bySymbol;
    }
}
