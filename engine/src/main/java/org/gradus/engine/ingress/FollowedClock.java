package org.gradus.engine.ingress;

import java.util.function.LongSupplier;

/// Follows a venue's clock, which may run faster than the world's: engine time is the venue's, as read last, and runs
/// on from there at its speed. It never goes back.
public final class FollowedClock implements EngineClock {
    private final LongSupplier monotonicNs;
    private final double speed;
    private long anchorNs;
    private long readAtNs;
    private long lastNs;

    /// @param monotonicNs the machine's clock
    /// @param speed       times real time at which the venue's clock runs
    /// @param venueNs     what the venue's clock says now
    public FollowedClock(LongSupplier monotonicNs, double speed, long venueNs) {
        this.monotonicNs = monotonicNs;
        this.speed = speed;
        venueSays(venueNs);
    }

    @Override
    public synchronized long nowNs() {
        lastNs = Math.max(lastNs, anchorNs + (long) ((monotonicNs.getAsLong() - readAtNs) * speed));
        return lastNs;
    }

    @Override
    public synchronized void venueSays(long venueNs) {
        anchorNs = venueNs;
        readAtNs = monotonicNs.getAsLong();
    }

    @Override
    public boolean follows() {
        return true;
    }
}
