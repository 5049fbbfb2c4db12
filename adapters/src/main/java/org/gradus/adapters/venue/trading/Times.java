package org.gradus.adapters.venue.trading;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import org.gradus.adapters.venue.exchange.Refusal;
import org.gradus.adapters.venue.exchange.Sessions;
import org.jspecify.annotations.Nullable;

/// How instants are written, and read from queries.
final class Times {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");
    private static final DateTimeFormatter NANOSECONDS =
        DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.nnnnnnnnnxxx");
    private static final DateTimeFormatter UTC = new DateTimeFormatterBuilder().appendPattern("uuuu-MM-dd'T'HH:mm:ss")
        .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true).appendLiteral('Z').toFormatter();

    private Times() {
    }

    /// Up to nine digits of fraction, trailing zeros dropped.
    static String utc(long timeNs) {
        return UTC.format(instant(timeNs).atOffset(ZoneOffset.UTC));
    }

    /// The offset of its zone and no fraction.
    static String seconds(ZonedDateTime time) {
        return SECONDS.format(time);
    }

    /// The same in UTC.
    static String zulu(ZonedDateTime time) {
        return UTC.format(time);
    }

    /// New York's offset and always a fraction: a client cuts this text at fixed places.
    static String newYorkExact(long timeNs) {
        return exact(Sessions.at(timeNs));
    }

    static String exact(ZonedDateTime time) {
        return NANOSECONDS.format(time);
    }

    static LocalDate day(long timeNs) {
        return Sessions.at(timeNs).toLocalDate();
    }

    /// An instant or a day (its beginning in New York) of a query; null when it was not given.
    static @Nullable Long parse(String name, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            if (text.length() == "2026-11-23".length()) {
                return epochNs(LocalDate.parse(text).atStartOfDay(Sessions.NEW_YORK).toInstant());
            }
            // A plus that was not percent-encoded arrives as a space.
            return epochNs(OffsetDateTime.parse(text.replace(' ', '+')).toInstant());
        } catch (DateTimeException | ArithmeticException e) {
            throw Refusal.malformed("invalid " + name + ": " + text);
        }
    }

    static @Nullable LocalDate parseDay(String name, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
        } catch (DateTimeException e) {
            throw Refusal.malformed("invalid " + name + ": " + text);
        }
    }

    private static long epochNs(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), SECOND_NS), instant.getNano());
    }

    private static Instant instant(long timeNs) {
        return Instant.ofEpochSecond(Math.floorDiv(timeNs, SECOND_NS), Math.floorMod(timeNs, SECOND_NS));
    }
}
