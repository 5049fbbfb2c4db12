package org.gradus.adapters.venue.data;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.SortedSet;
import org.gradus.adapters.venue.Call;
import org.gradus.adapters.venue.market.BarFrame;
import org.gradus.adapters.venue.market.Timestamps;
import org.jspecify.annotations.Nullable;

/// What history a client asks for, checked.
///
/// @param frame    of bars; trades and quotes have none to choose
/// @param startNs  from here on
/// @param endNs    to here, included
/// @param limit    items of all symbols together
/// @param after    goes on behind this, or null from the beginning
record HistoryQuery(SortedSet<String> symbols, BarFrame frame, long startNs, long endNs, int limit, boolean descending,
                    @Nullable PageToken after) {
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final int LIMIT_USUAL = 1_000;
    private static final int LIMIT_MAX = 10_000;

    /// @param latestNs  the end where none is asked for: now, or as late as the caller may look
    static HistoryQuery of(Call call, SortedSet<String> symbols, boolean crypto, long latestNs) {
        ZoneId zone = crypto ? ZoneOffset.UTC : Timestamps.NEW_YORK;
        BarFrame days = new BarFrame(1, BarFrame.Unit.DAY, zone);
        long startNs = timeNs("start", call.query("start"), zone, days.startNs(latestNs), false);
        long endNs = timeNs("end", call.query("end"), zone, latestNs, true);
        if (endNs < startNs && call.query("end") != null && call.query("start") != null) {
            throw new DataRefusal("end should not be before start");
        }
        String token = call.query("page_token");
        BarFrame frame = call.path().endsWith("/bars") ? frame(call.query("timeframe"), zone) : days;
        return new HistoryQuery(symbols, frame, startNs, endNs, limit(call.query("limit"), LIMIT_USUAL, LIMIT_MAX),
                descending(call), token == null ? null : PageToken.parse(token));
    }

    private static BarFrame frame(@Nullable String text, ZoneId zone) {
        if (text == null) {
            throw new DataRefusal("timeframe is required");
        }
        return BarFrame.parse(text, zone).orElseThrow(() -> new DataRefusal("invalid timeframe: " + text));
    }

    static int limit(@Nullable String text, int usual, int max) {
        if (text == null) {
            return usual;
        }
        try {
            int limit = Integer.parseInt(text);
            if (limit > max) {
                throw new DataRefusal("invalid limit: larger than the allowed maximum of " + max);
            }
            if (limit < 1) {
                throw new DataRefusal("invalid limit: must be greater than 0");
            }
            return limit;
        } catch (NumberFormatException notANumber) {
            throw new DataRefusal("invalid limit: " + text);
        }
    }

    static boolean descending(Call call) {
        String sort = call.query("sort");
        if (sort != null && !sort.equals("asc") && !sort.equals("desc")) {
            throw new DataRefusal("invalid sort: " + sort);
        }
        return "desc".equals(sort);
    }

    /// A day alone is its first moment as a start, and the whole of it as an end.
    static long timeNs(String name, @Nullable String text, ZoneId zone, long usualNs, boolean end) {
        if (text == null) {
            return usualNs;
        }
        try {
            if (text.length() == "2006-01-02".length()) {
                LocalDate day = LocalDate.parse(text);
                return end ? startOfDayNs(day.plusDays(1), zone) - 1 : startOfDayNs(day, zone);
            }
            // A plus sign that was not encoded has become a space on its way.
            return epochNs(OffsetDateTime.parse(text.replace(' ', '+')).toInstant());
        } catch (DateTimeException unreadable) {
            throw new DataRefusal("Invalid format for parameter " + name + ": error parsing '" + text
                    + "' as RFC3339 or 2006-01-02 time: parsing time \"" + text
                    + "\" as \"2006-01-02\": cannot parse \"" + text + "\" as \"2006\"");
        }
    }

    private static long startOfDayNs(LocalDate day, ZoneId zone) {
        return epochNs(day.atStartOfDay(zone).toInstant());
    }

    /// Some clients ask from the year 1 on, or to the year 9999; nothing lies out there.
    private static long epochNs(Instant time) {
        return Timestamps.epochNs(time.isBefore(EARLIEST) ? EARLIEST : time.isAfter(LATEST) ? LATEST : time);
    }
}
