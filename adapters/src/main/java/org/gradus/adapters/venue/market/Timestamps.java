package org.gradus.adapters.venue.market;

import java.time.Instant;
import java.time.ZoneId;

/// Times as the venue spells them, and days as its markets count them.
public final class Timestamps {
    public static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    public static final long SECOND_NS = 1_000_000_000L;
    public static final long MINUTE_NS = 60 * SECOND_NS;
    public static final long DAY_NS = 1_440 * MINUTE_NS;

    private Timestamps() {
    }

    /// RFC 3339 in UTC; the fraction has as many digits as it needs, up to nine, or is left out.
    public static String text(long epochNs) {
        Instant instant = instant(epochNs);
        String seconds = Instant.ofEpochSecond(instant.getEpochSecond()).toString();
        if (instant.getNano() == 0) {
            return seconds;
        }
        String digits = Integer.toString(1_000_000_000 + instant.getNano()).substring(1).replaceFirst("0+$", "");
        return seconds.substring(0, seconds.length() - 1) + "." + digits + "Z";
    }

    public static Instant instant(long epochNs) {
        return Instant.ofEpochSecond(0, epochNs);
    }

    public static long epochNs(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), SECOND_NS), instant.getNano());
    }
}
