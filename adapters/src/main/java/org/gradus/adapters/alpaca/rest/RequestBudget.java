package org.gradus.adapters.alpaca.rest;

/// How many requests one key may make in any rolling minute, of which some are kept for what cannot wait: because the
/// rest of the budget is never given to anything else, a cancel or an exit comes before whatever waits. What the
/// venue says about its own count corrects ours, for others may use the same key.
/// Any thread; a pure function of its calls and the times they give.
public final class RequestBudget {
    private static final long MINUTE_NS = 60_000_000_000L;
    private static final int MOST_PER_MINUTE = 20_000;
    /// A refusal without a time.
    private static final long REFUSED_NS = 1_000_000_000L;

    private final int reserved;
    private final int configured;
    /// When the last requests were made; the oldest is at `next`.
    private final long[] sentNs = new long[MOST_PER_MINUTE];
    private int first;
    private int count;
    private int perMinute;
    /// Requests in the venue's count that are not ours.
    private int foreign;
    private long foreignUntilNs;
    private boolean refused;
    private long refusedUntilNs;

    /// @param reserved of `perMinute`, kept for urgent requests
    public RequestBudget(int perMinute, int reserved) {
        if (perMinute < 1 || perMinute > MOST_PER_MINUTE || reserved < 0 || reserved >= perMinute) {
            throw new IllegalArgumentException("a budget of " + perMinute + " requests a minute with " + reserved
                    + " in reserve: expected 1 to " + MOST_PER_MINUTE + ", and less in reserve");
        }
        this.perMinute = perMinute;
        configured = perMinute;
        this.reserved = reserved;
    }

    /// Takes a place for one request if there is one.
    ///
    /// @return 0 when it was taken, else how long to wait before asking again
    public synchronized long takeNs(Urgency urgency, long nowNs) {
        forget(nowNs);
        if (refused) {
            return refusedUntilNs - nowNs;
        }
        int room = urgency.mayUseReserve() ? perMinute : Math.max(1, perMinute - reservedNow());
        int used = count + foreign;
        if (used < room) {
            sentNs[(first + count) % sentNs.length] = nowNs;
            count++;
            return 0;
        }
        return untilFreeNs(used - room, nowNs);
    }

    /// What the headers of an answer said; negative where they did not.
    ///
    /// @param resetInNs until the venue's own count begins anew
    public synchronized void answered(int limit, int remaining, long resetInNs, long nowNs) {
        forget(nowNs);
        if (limit > 0) {
            perMinute = Math.min(limit, MOST_PER_MINUTE);
        }
        if (remaining >= 0 && perMinute - remaining > count) {
            foreign = perMinute - remaining - count;
            foreignUntilNs = nowNs + (resetInNs > 0 ? Math.min(resetInNs, MINUTE_NS) : MINUTE_NS);
        }
    }

    /// The venue said *too many requests*: nothing is sent before the time it gave, or a second.
    public synchronized void refused(long retryAfterNs, long nowNs) {
        long untilNs = nowNs + (retryAfterNs > 0 ? retryAfterNs : REFUSED_NS);
        refusedUntilNs = refused && refusedUntilNs - untilNs > 0 ? refusedUntilNs : untilNs;
        refused = true;
    }

    /// How many a minute the venue grants, as far as is known.
    public synchronized int perMinute() {
        return perMinute;
    }

    /// Where the venue grants less than was thought, the reserve is the same part of it.
    private int reservedNow() {
        return perMinute >= configured ? reserved : Math.ceilDiv(reserved * perMinute, configured);
    }

    private void forget(long nowNs) {
        while (count > 0 && nowNs - sentNs[first] >= MINUTE_NS) {
            first = (first + 1) % sentNs.length;
            count--;
        }
        if (foreign > 0 && nowNs - foreignUntilNs >= 0) {
            foreign = 0;
        }
        refused = refused && nowNs - refusedUntilNs < 0;
    }

    /// When one place more than `excess` will have become free.
    private long untilFreeNs(int excess, long nowNs) {
        long foreignFreeNs = foreign > 0 ? foreignUntilNs - nowNs : Long.MAX_VALUE;
        if (excess < count) {
            long oursNs = sentNs[(first + excess) % sentNs.length] + MINUTE_NS - nowNs;
            return Math.max(1, foreign > excess ? Math.min(oursNs, foreignFreeNs) : oursNs);
        }
        return Math.max(1, foreign > 0 ? foreignFreeNs : MINUTE_NS);
    }
}
