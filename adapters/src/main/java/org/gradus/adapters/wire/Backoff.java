package org.gradus.adapters.wire;

/// How long to wait before coming back: twice as long after each failure, up to a limit, and never exactly as long as
/// somebody else. Owned by the thread that waits.
public final class Backoff {
    private static final double SPREAD = 0.3;
    private static final int MOST_DOUBLINGS = 20;

    private final long firstNs;
    private final long longestNs;
    private int failures;

    public Backoff(long firstNs, long longestNs) {
        this.firstNs = firstNs;
        this.longestNs = longestNs;
    }

    /// @param draw from 0 up to 1
    public long nextNs(double draw) {
        return failedNs(Math.min(longestNs, firstNs << Math.min(failures, MOST_DOUBLINGS)), draw);
    }

    /// Where to come back soon would be of no use.
    ///
    /// @param draw from 0 up to 1
    public long longestNs(double draw) {
        return failedNs(longestNs, draw);
    }

    private long failedNs(long pauseNs, double draw) {
        failures++;
        return (long) (pauseNs * (1 - SPREAD + 2 * SPREAD * draw));
    }

    /// It went well for as long as the longest pause lasts: what fails next is something new.
    public void worked(long forNs) {
        failures = forNs >= longestNs ? 0 : failures;
    }
}
