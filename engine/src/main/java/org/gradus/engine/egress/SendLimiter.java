package org.gradus.engine.egress;

/// The sending side's own count of submissions in any rolling 60 s, a part of which is kept for orders that reduce. It
/// holds the times of the last ones in a ring. What counts is the time under which a sending is journaled, which may be
/// a little later than the sending itself: until that is known, it has just been sent. Owned by whoever sends.
public final class SendLimiter {
    private static final long WINDOW_NS = 60_000_000_000L;

    private final long[] sentNs;
    private final int forEntries;
    private int next;
    private int size;
    private int unstamped;

    public SendLimiter(int perMinute, int reserved) {
        this.sentNs = new long[perMinute];
        this.forEntries = perMinute - reserved;
    }

    public boolean admits(boolean reduces, long nowNs) {
        int allowed = reduces ? sentNs.length : forEntries;
        return allowed > 0 && (size < allowed || nthNewest(allowed) <= nowNs - WINDOW_NS);
    }

    /// A sending whose time is known.
    public void record(long timeNs) {
        add(timeNs);
    }

    /// A sending whose time [#stamp(int, long)] will tell.
    void record() {
        add(Long.MAX_VALUE);
        unstamped = Math.min(unstamped + 1, size);
    }

    /// Tells the time of the oldest sendings that have none yet.
    void stamp(int sendings, long timeNs) {
        for (int i = 0; i < sendings && unstamped > 0; i++) {
            int index = next - unstamped--;
            sentNs[index < 0 ? index + sentNs.length : index] = timeNs;
        }
    }

    private void add(long timeNs) {
        sentNs[next] = timeNs;
        next = next + 1 == sentNs.length ? 0 : next + 1;
        size = Math.min(size + 1, sentNs.length);
    }

    private long nthNewest(int n) {
        int index = next - n;
        return sentNs[index < 0 ? index + sentNs.length : index];
    }
}
