package org.gradus.adapters.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/// RFC 3339 times with any offset and up to nine decimals, as nanoseconds since 1970 and back.
public final class WireTimes {
    static final int SCALAR_CHARS_MAX = 100;
    private static final long SECOND_NS = 1_000_000_000L;

    private WireTimes() {
    }

    public static long parseNs(String text) {
        if (text.length() <= SCALAR_CHARS_MAX) {
            try {
                OffsetDateTime time = OffsetDateTime.parse(text);
                return Math.addExact(Math.multiplyExact(time.toEpochSecond(), SECOND_NS), time.getNano());
            } catch (DateTimeException | ArithmeticException e) {
                throw Unreadable.malformed("not a time: " + text);
            }
        }
        throw Unreadable.malformed("not a time");
    }

    public static String text(long timeNs) {
        return Instant.ofEpochSecond(Math.floorDiv(timeNs, SECOND_NS), Math.floorMod(timeNs, SECOND_NS)).toString();
    }
}
