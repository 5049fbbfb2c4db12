package org.gradus.engine.ingress;

import java.util.function.LongSupplier;

/// Follows a venue's clock, which may run faster than the world's: engine time is the venue's, as read last, and runs
/// on from there at its speed. It never goes back, and a reading far from it is believed only when others agree: engine
/// time that had leapt ahead would stand still until the venue caught up, and every wait with it.
public final class FollowedClock implements EngineClock {
    /// So far a reading may be off: a minute, or what a second of the world is at the venue's speed.
    private static final long OFF_NS = 60_000_000_000L;
    private static final long SECOND_NS = 1_000_000_000L;
    /// So many readings in a row that are off alike are right.
    private static final int AGREEING = 3;

    private final LongSupplier monotonicNs;
    private final double speed;
    private long anchorNs;
    private long readAtNs;
    private long lastNs;
    private long doubtedNs;
    private int doubts;

    /// @param monotonicNs the machine's clock
    /// @param speed       times real time at which the venue's clock runs
    /// @param venueNs     what the venue's clock says now
    public FollowedClock(LongSupplier monotonicNs, double speed, long venueNs) {
        this.monotonicNs = monotonicNs;
        this.speed = speed;
        follow(venueNs);
    }

    @Override
    public synchronized long nowNs() {
        lastNs = Math.max(lastNs, anchorNs + (long) ((monotonicNs.getAsLong() - readAtNs) * speed));
        return lastNs;
    }

    @Override
    public synchronized boolean venueSays(long venueNs) {
        long offNs = venueNs - nowNs();
        long mostNs = (long) Math.max(OFF_NS, SECOND_NS * speed);
        if (Math.abs(offNs) > mostNs) {
            doubts = doubts > 0 && Math.abs(offNs - doubtedNs) <= mostNs ? doubts + 1 : 1;
            doubtedNs = offNs;
            if (doubts < AGREEING) {
                return false;
            }
            if (offNs < 0) {
                // Engine time waits for it, so that the two have parted until then.
                follow(venueNs);
                return false;
            }
        }
        follow(venueNs);
        return true;
    }

    private void follow(long venueNs) {
        doubts = 0;
        anchorNs = venueNs;
        readAtNs = monotonicNs.getAsLong();
    }
}
