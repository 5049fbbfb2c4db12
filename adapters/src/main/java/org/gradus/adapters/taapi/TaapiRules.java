package org.gradus.adapters.taapi;

import java.util.Map;

/// How TAAPI is asked.
///
/// @param exchange     whose candles, such as `binance`
/// @param symbols      TAAPI's spelling by ours; what is missing here is not asked about
/// @param closedCandle how many candles back TAAPI's last closed one is: 1 where its latest still forms, 0 where it
///                     does not show that
/// @param bulk         several calculations in one request, with the key in the body
/// @param settleNs     after the end of a bar, before its candle is asked for
public record TaapiRules(String exchange, Map<String, String> symbols, int closedCandle, boolean bulk, long settleNs) {
    public TaapiRules {
        symbols = Map.copyOf(symbols);
    }
}
