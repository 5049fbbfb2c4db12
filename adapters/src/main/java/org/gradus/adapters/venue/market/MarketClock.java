package org.gradus.adapters.venue.market;

import java.util.function.LongSupplier;
import org.gradus.adapters.venue.VenueClock;

/// Time at the venue: it begins at the market's present and runs so many times as fast as real time. Immutable.
public final class MarketClock implements VenueClock {
    private final LongSupplier realNs;
    private final long startedNs;
    private final long presentNs;
    private final double speed;

    /// @param realNs     elapsed real time, as of `System.nanoTime()`
    /// @param presentNs  the venue's time now
    public MarketClock(LongSupplier realNs, long presentNs, double speed) {
        this(realNs, realNs.getAsLong(), presentNs, speed);
    }

    /// @param startedNs  real time when the venue's was this
    public MarketClock(LongSupplier realNs, long startedNs, long presentNs, double speed) {
        this.realNs = realNs;
        this.startedNs = startedNs;
        this.presentNs = presentNs;
        this.speed = speed;
    }

    public double speed() {
        return speed;
    }

    /// Real time when the venue's present was that of its tape.
    public long startedNs() {
        return startedNs;
    }

    @Override
    public long nowNs() {
        long elapsedNs = realNs.getAsLong() - startedNs;
        return presentNs + (speed == 1 ? elapsedNs : (long) (elapsedNs * speed));
    }

    /// How long real time takes until the venue's clock shows this; zero or less when it does already.
    public long realUntilNs(long venueNs) {
        return (long) ((venueNs - nowNs()) / speed);
    }
}
