package org.gradus.engine.egress;

/// The sending side's own count of submissions in any rolling 60 s, a part of which is kept for orders that reduce. It
/// holds the times of the last ones in a ring. Owned by whoever sends.
public final class SendLimiter {
    private static final long WINDOW_NS = 60_000_000_000L;

    private final long[] sentNs;
    private final int forEntries;
    private int next;
    private int size;

    public SendLimiter(int perMinute, int reserved) {
        this.sentNs = new long[perMinute];
        this.forEntries = perMinute - reserved;
    }

    public boolean admits(boolean reduces, long nowNs) {
        int allowed = reduces ? sentNs.length : forEntries;
        return allowed > 0 && (size < allowed || nthNewest(allowed) <= nowNs - WINDOW_NS);
    }

    public void record(long nowNs) {
        sentNs[next] = nowNs;
        next = next + 1 == sentNs.length ? 0 : next + 1;
        size = Math.min(size + 1, sentNs.length);
    }

    private long nthNewest(int n) {
        int index = next - n;
        return sentNs[index < 0 ? index + sentNs.length : index];
    }
}
