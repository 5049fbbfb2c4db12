package org.gradus.tools.run;

import java.time.Instant;
import java.time.format.DateTimeParseException;

/// Where a run shall stop for now: behind a record, or at an instant of engine time.
///
/// @param record last record number wanted
/// @param timeNs engine time, ns since 1970
public record Until(long record, long timeNs) {
    public static final Until END = new Until(Long.MAX_VALUE, Long.MAX_VALUE);
    private static final long SECOND_NS = 1_000_000_000L;

    public static Until record(long number) {
        return new Until(number, Long.MAX_VALUE);
    }

    /// Reads a record number, or an instant such as `2024-08-08T23:59:00Z`.
    public static Until parse(String text) {
        try {
            if (text.matches("[0-9]{1,19}")) {
                long number = Long.parseLong(text);
                if (number > 0) {
                    return record(number);
                }
            } else {
                Instant instant = Instant.parse(text);
                return new Until(Long.MAX_VALUE, Math.addExact(Math.multiplyExact(instant.getEpochSecond(), SECOND_NS),
                    instant.getNano()));
            }
        } catch (DateTimeParseException | NumberFormatException | ArithmeticException unreadable) {
            throw new IllegalArgumentException(expected(text));
        }
        throw new IllegalArgumentException(expected(text));
    }

    private static String expected(String text) {
        return "--until " + text + ": expected a record number from 1, or an instant such as 2024-08-08T23:59:00Z";
    }
}
