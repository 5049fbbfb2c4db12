package org.gradus.adapters.venue.stream;

/// How strict the streams are.
///
/// @param connectionLimit  whether a key may have one connection to each data stream only
/// @param symbolsMax       symbols of trades, quotes and order books that one connection may hear
/// @param authTimeoutMs    how long a client of a data stream may take to authenticate
/// @param textUpdates      order updates in text frames; in binary ones otherwise, as the paper service has it
public record StreamRules(boolean connectionLimit, int symbolsMax, long authTimeoutMs, boolean textUpdates) {
    public static final StreamRules USUAL = new StreamRules(true, Integer.MAX_VALUE, 10_000, false);
}
