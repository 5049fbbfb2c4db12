package org.gradus.adapters.venue.server;

import java.math.BigDecimal;
import org.gradus.adapters.venue.Keys;
import org.gradus.adapters.venue.MarketListener;
import org.gradus.adapters.venue.OrderUpdates;
import org.gradus.adapters.venue.TradingApi;
import org.gradus.adapters.venue.VenueClock;

/// What trades behind the server: it answers calls and hears the market.
public record TradingSide(TradingApi api, MarketListener market) {
    /// Makes one.
    public interface Maker {
        TradingSide make(Keys keys, BigDecimal cash, VenueClock clock, OrderUpdates updates);
    }
}
