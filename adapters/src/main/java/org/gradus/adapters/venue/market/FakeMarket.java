package org.gradus.adapters.venue.market;

import java.math.BigDecimal;
import org.gradus.adapters.venue.VenueClock;

/// The symbol of the test stream, `FAKEPACA`: it trades once a step around one price, at any time of any day. Owned by
/// the thread that steps it.
public final class FakeMarket {
    public static final String SYMBOL = "FAKEPACA";
    private static final BigDecimal PRICE = new BigDecimal("133.85");
    private static final int CYCLE = 20;

    private final Market market;
    private final VenueClock clock;
    private long steps;

    /// @param market  its own: nothing else trades there
    public FakeMarket(Market market, VenueClock clock) {
        this.market = market;
        this.clock = clock;
    }

    /// Up a cent a step, and down again.
    public void step() {
        long nowNs = clock.nowNs();
        long place = Math.floorMod(steps++, 2 * CYCLE);
        BigDecimal away = BigDecimal.valueOf(Math.min(place, 2 * CYCLE - place), 2);
        market.printAndQuote(SYMBOL, PRICE.add(away), BigDecimal.valueOf(1 + place), 'B', nowNs);
        market.time(nowNs);
    }
}
