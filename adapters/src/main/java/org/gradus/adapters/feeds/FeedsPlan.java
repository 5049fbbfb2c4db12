package org.gradus.adapters.feeds;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.gradus.adapters.checks.FeedRules;
import org.gradus.adapters.finnhub.FinnhubEndpoints;
import org.gradus.engine.domain.Timeframe;

/// Second sources of prices and indicators of a run at a venue. Immutable.
///
/// @param rules when two sources of prices disagree
public record FeedsPlan(FeedRules rules, FinnhubPlan finnhub, TaapiPlan taapi) {
    /// @param enabled      whether it is asked for; it takes a key too
    /// @param fed          instruments whose trades come from here, by symbol
    /// @param symbols      Finnhub's spelling by ours, where it is not the usual one
    /// @param quoteEveryNs how old a price may become before it is asked for
    /// @param silenceNs    a stream without a message for this long is broken
    public record FinnhubPlan(boolean enabled, FinnhubEndpoints endpoints, List<String> fed,
                              Map<String, String> symbols, long quoteEveryNs, long silenceNs) {
        public FinnhubPlan {
            fed = List.copyOf(fed);
            symbols = Map.copyOf(symbols);
        }
    }

    /// @param enabled      whether it is asked for; it takes a key too
    /// @param symbols      TAAPI's spelling by ours, where it is not the usual one
    /// @param timeframes   whose closed bars are compared
    /// @param closedCandle how many candles back TAAPI's last closed one is
    /// @param spacingNs    between two requests
    /// @param rsiPoints    farthest our RSI may be from theirs
    /// @param macdOfPrice  farthest our MACD may be from theirs, as a ratio of the close, scaled 1e-9
    public record TaapiPlan(boolean enabled, URI address, String exchange, Map<String, String> symbols,
                            List<Timeframe> timeframes, int closedCandle, boolean bulk, long spacingNs, int rsiPoints,
                            long macdOfPrice) {
        public TaapiPlan {
            symbols = Map.copyOf(symbols);
            timeframes = List.copyOf(timeframes);
        }
    }
}
