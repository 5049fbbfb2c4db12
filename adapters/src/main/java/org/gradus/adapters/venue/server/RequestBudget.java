package org.gradus.adapters.venue.server;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/// How many requests a caller may send in a minute. Without a limit none is refused, and the headers show a full one.
/// Usable from any thread.
final class RequestBudget {
    /// What the real service allows, and what is shown when nothing is enforced.
    static final int USUAL = 200;
    private static final long MINUTE_MS = 60_000;
    private static final int CALLERS_MAX = 10_000;

    private final int limit;
    private final boolean enforced;
    private final LongSupplier epochMs;
    /// In real time.
    private final double minuteMs;
    private final Map<String, Integer> used = new HashMap<>();
    private long minute = Long.MIN_VALUE;

    /// A budget is of the venue's minutes, which may be shorter than ours.
    ///
    /// @param perMinute  requests of one caller in a minute of the venue's clock; 0 refuses none
    /// @param speed      times real time at which that clock runs
    record Size(int perMinute, double speed) {
    }

    RequestBudget(Size size, LongSupplier epochMs) {
        limit = size.perMinute == 0 ? USUAL : size.perMinute;
        enforced = size.perMinute != 0;
        minuteMs = MINUTE_MS / size.speed;
        this.epochMs = epochMs;
    }

    /// What is left after a request.
    ///
    /// @param resetEpochS  when the budget is full again
    record Grant(boolean granted, int limit, int remaining, long resetEpochS) {
    }

    synchronized Grant take(String caller) {
        long now = (long) (epochMs.getAsLong() / minuteMs);
        if (now != minute || used.size() > CALLERS_MAX) {
            minute = now;
            used.clear();
        }
        int before = used.getOrDefault(caller, 0);
        boolean granted = !enforced || before < limit;
        if (granted && enforced) {
            used.put(caller, before + 1);
        }
        int remaining = enforced ? limit - used.getOrDefault(caller, 0) : limit - 1;
        return new Grant(granted, limit, remaining, (long) Math.ceil((minute + 1) * minuteMs / 1_000));
    }
}
