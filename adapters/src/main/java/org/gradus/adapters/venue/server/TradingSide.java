package org.gradus.adapters.venue.server;

import org.gradus.adapters.venue.MarketListener;
import org.gradus.adapters.venue.OrderUpdates;
import org.gradus.adapters.venue.TradingApi;
import org.gradus.adapters.venue.VenueClock;
import org.gradus.adapters.venue.exchange.Exchange;
import org.gradus.adapters.venue.exchange.VenueRules;
import org.gradus.adapters.venue.fault.Faults;
import org.gradus.adapters.venue.fault.ScriptedOrderFaults;
import org.gradus.adapters.venue.trading.TradingEndpoints;
import org.gradus.adapters.venue.trading.UpdateJson;

/// What trades behind the server: it answers calls and hears the market.
public record TradingSide(TradingApi api, MarketListener market) {
    /// Makes one.
    public interface Maker {
        /// The exchange of this venue.
        static Maker exchange(VenueRules rules) {
            return (settings, clock, updates, faults) -> {
                VenueRules.Accounts accounts =
                        new VenueRules.Accounts(settings.cash(), rules.accounts().multiplier());
                Exchange exchange = new Exchange(clock, rules.with(accounts), new UpdateJson(), updates,
                        new ScriptedOrderFaults(faults));
                if (settings.state() != null) {
                    exchange.keepIn(settings.state());
                }
                return new TradingSide(new TradingEndpoints(exchange), exchange);
            };
        }

        TradingSide make(VenueSettings settings, VenueClock clock, OrderUpdates updates, Faults faults);
    }
}
