package org.gradus.adapters.venue.server;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/// How many requests a caller may send in a minute. Without a limit none is refused, and the headers show a full one.
/// Usable from any thread.
final class RequestBudget {
    /// What the real service allows, and what is shown when nothing is enforced.
    static final int USUAL = 200;
    private static final long MINUTE_S = 60;
    private static final int CALLERS_MAX = 10_000;

    private final int limit;
    private final boolean enforced;
    private final LongSupplier epochSeconds;
    private final Map<String, Integer> used = new HashMap<>();
    private long minute = Long.MIN_VALUE;

    /// @param limit  requests a minute and caller; 0 refuses none
    RequestBudget(int limit, LongSupplier epochSeconds) {
        this.limit = limit == 0 ? USUAL : limit;
        enforced = limit != 0;
        this.epochSeconds = epochSeconds;
    }

    /// What is left after a request.
    ///
    /// @param resetEpochS  when the budget is full again
    record Grant(boolean granted, int limit, int remaining, long resetEpochS) {
    }

    synchronized Grant take(String caller) {
        long nowS = epochSeconds.getAsLong();
        if (nowS / MINUTE_S != minute || used.size() > CALLERS_MAX) {
            minute = nowS / MINUTE_S;
            used.clear();
        }
        int before = used.getOrDefault(caller, 0);
        boolean granted = !enforced || before < limit;
        if (granted && enforced) {
            used.put(caller, before + 1);
        }
        int remaining = enforced ? limit - used.getOrDefault(caller, 0) : limit - 1;
        return new Grant(granted, limit, remaining, (minute + 1) * MINUTE_S);
    }
}
