package org.gradus.adapters.alpaca.trading;

import org.gradus.adapters.wire.WireObject;

/// The venue's time, and the stock session around it.
public record MarketClock(long timeNs, boolean open, long nextOpenNs, long nextCloseNs) {
    static MarketClock of(WireObject clock) {
        return new MarketClock(clock.timeNs("timestamp"), clock.flagOr("is_open", false),
                clock.timeNsOrZero("next_open"), clock.timeNsOrZero("next_close"));
    }
}
