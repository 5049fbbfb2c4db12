package org.gradus.adapters.venue.stream;

import org.gradus.adapters.venue.DataPlan;

/// How strict the streams are.
///
/// @param connectionLimit  whether a key may have one connection to each data stream only
/// @param symbolsMax       symbols of trades, quotes and order books that one connection may hear
/// @param authTimeoutMs    how long a client of a data stream may take to authenticate
/// @param textUpdates      order updates in text frames; in binary ones otherwise, as the paper service has it
/// @param plan             what market data may be seen, in streams and over HTTP
public record StreamRules(boolean connectionLimit, int symbolsMax, long authTimeoutMs, boolean textUpdates,
                          DataPlan plan) {
    public static final StreamRules USUAL = new StreamRules(true, Integer.MAX_VALUE, 10_000, false, DataPlan.PLUS);
}
