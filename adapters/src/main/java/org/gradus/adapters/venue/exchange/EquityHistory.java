package org.gradus.adapters.venue.exchange;

import java.math.BigDecimal;
import java.util.Map.Entry;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What an account was worth, at the end of each minute of the last 30 days and of each day. Guarded by the lock of
/// [Exchange].
public final class EquityHistory {
    private static final int MOST_MINUTES = 30 * 24 * 60;
    private static final int MOST_DAYS = 10_000;
    private static final long MINUTE_S = 60;
    private static final long DAY_S = 86_400;

    /// By the second that the minute, or the day in UTC, begins with.
    private final TreeMap<Long, BigDecimal> minutes = new TreeMap<>();
    private final TreeMap<Long, BigDecimal> days = new TreeMap<>();

    void note(long timeS, BigDecimal equity) {
        put(minutes, timeS - Math.floorMod(timeS, MINUTE_S), equity, MOST_MINUTES);
        put(days, timeS - Math.floorMod(timeS, DAY_S), equity, MOST_DAYS);
    }

    /// The equity at the end of a stretch of time; null when nothing is known of it.
    public @Nullable BigDecimal within(long fromS, long untilS) {
        TreeMap<Long, BigDecimal> series = untilS - fromS < DAY_S ? minutes : days;
        Entry<Long, BigDecimal> entry = series.lowerEntry(untilS);
        return entry == null || entry.getKey() < fromS ? null : entry.getValue();
    }

    /// The last that is known from before; null when nothing is.
    public @Nullable BigDecimal before(long timeS) {
        Entry<Long, BigDecimal> minute = minutes.lowerEntry(timeS);
        Entry<Long, BigDecimal> entry = minute != null ? minute : days.lowerEntry(timeS - DAY_S);
        return entry == null ? null : entry.getValue();
    }

    private static void put(TreeMap<Long, BigDecimal> series, long beginS, BigDecimal equity, int most) {
        series.put(beginS, equity);
        if (series.size() > most) {
            series.pollFirstEntry();
        }
    }
}
