package org.gradus.engine.risk;

import org.gradus.engine.state.StateVisitor;
import org.gradus.engine.state.Stateful;

/// Counts submissions in the rolling window (t − window, t] and keeps a part of them for orders that reduce. It holds
/// the times of the last `limit` submissions and nothing else. One instance belongs to the decision stage, another to
/// the gateway's thread.
public final class RateLimiter implements Stateful {
    /// The window of the contract.
    public static final long MINUTE_NS = 60_000_000_000L;

    private final long[] timesNs;
    private final int entryLimit;
    private final long windowNs;
    /// Where the next time goes.
    private int next;
    private int size;

    public RateLimiter(int limit, int reserved) {
        this(limit, reserved, MINUTE_NS);
    }

    public RateLimiter(int limit, int reserved, long windowNs) {
        if (limit < 1 || reserved < 0 || reserved > limit || windowNs < 1) {
            throw new IllegalArgumentException("limit " + limit + ", reserved " + reserved + ", window " + windowNs);
        }
        this.timesNs = new long[limit];
        this.entryLimit = limit - reserved;
        this.windowNs = windowNs;
    }

    /// All submissions a window may hold.
    public int limit() {
        return timesNs.length;
    }

    /// How many of them entries may use up.
    public int entryLimit() {
        return entryLimit;
    }

    public int used(long nowNs) {
        int used = 0;
        while (used < size && nthNewest(used + 1) > nowNs - windowNs) {
            used++;
        }
        return used;
    }

    public boolean admits(boolean reduces, long nowNs) {
        return used(nowNs) < allowed(reduces);
    }

    /// Counts a submission; times never decrease.
    public void record(long nowNs) {
        timesNs[next] = nowNs;
        next = next + 1 == timesNs.length ? 0 : next + 1;
        size = Math.min(size + 1, timesNs.length);
    }

    @Override
    public void visitState(StateVisitor visitor) {
        visitor.visit(timesNs);
        next = visitor.visit(next);
        size = visitor.visit(size);
    }

    private int allowed(boolean reduces) {
        return reduces ? timesNs.length : entryLimit;
    }

    private long nthNewest(int n) {
        int index = next - n;
        return timesNs[index < 0 ? index + timesNs.length : index];
    }
}
