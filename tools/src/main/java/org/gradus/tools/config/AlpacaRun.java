package org.gradus.tools.config;

import org.gradus.engine.runtime.LiveRules;

/// How a run trades at Alpaca, or at a venue that speaks as Alpaca does: addresses and manners. Immutable.
///
/// @param trading     address of orders and account; empty for Alpaca's own
/// @param data        address of market data; empty for Alpaca's own
/// @param streams     address of the market-data streams; empty for the one that goes with the market data
/// @param stockFeed   whose stock prices
/// @param cryptoFeed  whose crypto prices
/// @param messagePack whether market data comes packed
/// @param entryMarginNs before the close of stocks, in which no entry starts
/// @param venueClock  whether engine time is the venue's, else it is this machine's
public record AlpacaRun(String trading, String data, String streams, String stockFeed, String cryptoFeed,
                        boolean messagePack, Requests requests, Times times, long entryMarginNs, boolean venueClock,
                        LiveRules rules) {
    /// @param perMinute of one key
    /// @param reserved  of these, for cancels, exits and look-ups
    public record Requests(int perMinute, int reserved) {
    }

    /// @param connectNs      of a connection
    /// @param requestNs      of a request with its answer
    /// @param silenceNs      a stream without a message for this long is broken
    /// @param firstPauseNs   before a stream is connected again; doubles
    /// @param longestPauseNs and no longer than this
    public record Times(long connectNs, long requestNs, long silenceNs, long firstPauseNs, long longestPauseNs) {
    }
}
