package org.gradus.adapters.alpaca;

import java.util.List;
import org.gradus.adapters.alpaca.stream.MarketStream.Packing;
import org.gradus.adapters.wire.StreamSettings;
import org.gradus.adapters.wire.WireHttp;

/// How we deal with the venue, all of it configurable.
///
/// @param requestsPerMinute a key's budget, until the venue's answers say otherwise
/// @param reservedRequests  of it, kept for cancels, exits and look-ups
/// @param cryptoFeeRate     of what is received, scaled by 1e-9
/// @param speed             times real time at which the venue's clock runs, whose minutes the budget is for
/// @param feeds             one for each market-data endpoint
public record AlpacaSettings(WireHttp.Times times, StreamSettings streams, int requestsPerMinute,
                             int reservedRequests, long cryptoFeeRate, double speed, List<MarketFeed> feeds) {
    /// What one endpoint is asked for.
    ///
    /// @param endpoint such as `/v2/iex` or `/v1beta3/crypto/us`
    /// @param symbols  of instruments
    /// @param source   of its events, as the journal numbers it
    public record MarketFeed(String endpoint, Packing packing, List<String> symbols, boolean trades, boolean quotes,
                             boolean bars, int source) {
        public MarketFeed {
            symbols = List.copyOf(symbols);
        }
    }

    public AlpacaSettings {
        feeds = List.copyOf(feeds);
        if (feeds.stream().map(MarketFeed::endpoint).distinct().count() != feeds.size()) {
            throw new IllegalArgumentException("the venue grants one connection an endpoint: two feeds share one");
        }
    }
}
