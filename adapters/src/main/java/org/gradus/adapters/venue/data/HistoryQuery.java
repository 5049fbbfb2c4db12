package org.gradus.adapters.venue.data;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.SortedSet;
import java.util.regex.Pattern;
import org.gradus.adapters.venue.Call;
import org.gradus.adapters.venue.market.BarFrame;
import org.gradus.adapters.venue.market.Timestamps;
import org.jspecify.annotations.Nullable;

/// What history a client asks for, checked.
///
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
    private static final Set<String> FEEDS = Set.of("iex", "sip", "otc", "boats", "overnight", "delayed_sip");
    private static final Set<String> ADJUSTMENTS = Set.of("raw", "split", "dividend", "spin-off", "all");
    private static final Pattern AS_OF = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    static HistoryQuery of(Call call, SortedSet<String> symbols, boolean crypto, long nowNs) {
        ZoneId zone = crypto ? ZoneOffset.UTC : Timestamps.NEW_YORK;
        BarFrame frame = frame(call.query("timeframe"), zone);
        long startNs = timeNs("start", call.query("start"), zone, new BarFrame(1, BarFrame.Unit.DAY, zone)
                .startNs(nowNs), false);
        long endNs = timeNs("end", call.query("end"), zone, nowNs, true);
        if (endNs < startNs && call.query("end") != null && call.query("start") != null) {
            throw new DataRefusal("end should not be before start");
        }
        checkWords(call);
        String token = call.query("page_token");
        return new HistoryQuery(symbols, frame, startNs, endNs, limit(call.query("limit")), descending(call),
                token == null ? null : PageToken.parse(token));
    }

    private static BarFrame frame(@Nullable String text, ZoneId zone) {
        String asked = text == null ? "1Min" : text;
        return BarFrame.parse(asked, zone).orElseThrow(() -> new DataRefusal("invalid timeframe: " + asked));
    }

    private static int limit(@Nullable String text) {
        if (text == null) {
            return LIMIT_USUAL;
        }
        try {
            int limit = Integer.parseInt(text);
            if (limit > LIMIT_MAX) {
                throw new DataRefusal("invalid limit: larger than the allowed maximum of " + LIMIT_MAX);
            }
            if (limit < 1) {
                throw new DataRefusal("invalid limit: must be greater than 0");
            }
            return limit;
        } catch (NumberFormatException notANumber) {
            throw new DataRefusal("invalid limit: " + text);
        }
    }

    private static boolean descending(Call call) {
        String sort = call.query("sort");
        if (sort != null && !sort.equals("asc") && !sort.equals("desc")) {
            throw new DataRefusal("invalid sort: " + sort);
        }
        return "desc".equals(sort);
    }

    /// Words that change nothing here, because a tape has one feed and prices as they were, but must be right.
    static void checkWords(Call call) {
        String feed = call.query("feed");
        if (feed != null && !FEEDS.contains(feed)) {
            throw new DataRefusal("invalid feed: " + feed);
        }
        String asOf = call.query("asof");
        if (asOf != null && !asOf.equals("-") && !AS_OF.matcher(asOf).matches()) {
            throw new DataRefusal("invalid asof: " + asOf);
        }
        String adjustment = call.query("adjustment");
        if (adjustment != null && !ADJUSTMENTS.containsAll(Set.of(adjustment.split(",", -1)))) {
            throw new DataRefusal("invalid adjustment: " + adjustment);
        }
    }

    /// A day alone is its first moment as a start, and the whole of it as an end.
    private static long timeNs(String name, @Nullable String text, ZoneId zone, long usualNs, boolean end) {
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
