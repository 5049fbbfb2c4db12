package org.gradus.adapters.venue.market;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The length of the bars that a client asks for. Minutes and hours are counted from midnight, weeks begin on Monday,
/// months in January; midnight is New York's for stocks and UTC's for coins.
public record BarFrame(int count, Unit unit, ZoneId zone) {
    /// What a frame is counted in.
    public enum Unit { MINUTE, HOUR, DAY, WEEK, MONTH }

    private static final Pattern TEXT = Pattern.compile(
            "([1-9][0-9]?)(min|t|hour|h|day|d|week|w|month|m)", Pattern.CASE_INSENSITIVE);
    private static final Set<Integer> MONTHS = Set.of(1, 2, 3, 4, 6, 12);
    private static final int MINUTES_MAX = 59;
    private static final int HOURS_MAX = 23;

    /// Reads `5Min`, `1Hour`, `1Day`, in any case; empty for what the service refuses.
    public static Optional<BarFrame> parse(String text, ZoneId zone) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int count = Integer.parseInt(matcher.group(1));
        Unit unit = switch (matcher.group(2).toLowerCase(Locale.ROOT)) {
            case "min", "t" -> Unit.MINUTE;
            case "hour", "h" -> Unit.HOUR;
            case "day", "d" -> Unit.DAY;
            case "week", "w" -> Unit.WEEK;
            default -> Unit.MONTH;
        };
        return allowed(count, unit) ? Optional.of(new BarFrame(count, unit, zone)) : Optional.empty();
    }

    private static boolean allowed(int count, Unit unit) {
        return switch (unit) {
            case MINUTE -> count <= MINUTES_MAX;
            case HOUR -> count <= HOURS_MAX;
            case DAY, WEEK -> count == 1;
            case MONTH -> MONTHS.contains(count);
        };
    }

    /// The longest bars that may be put together to one of these.
    long longestPartNs() {
        return switch (unit) {
            case MINUTE -> count * Timestamps.MINUTE_NS;
            case HOUR -> count * 60 * Timestamps.MINUTE_NS;
            case DAY, WEEK, MONTH -> Timestamps.DAY_NS;
        };
    }

    /// The start of the bar that covers this time.
    public long startNs(long timeNs) {
        ZonedDateTime time = Timestamps.instant(timeNs).atZone(zone);
        LocalDate day = time.toLocalDate();
        return switch (unit) {
            case MINUTE -> withinDay(timeNs, day, count * Timestamps.MINUTE_NS);
            case HOUR -> withinDay(timeNs, day, count * 60 * Timestamps.MINUTE_NS);
            case DAY -> midnightNs(day);
            case WEEK -> midnightNs(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
            case MONTH -> midnightNs(day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % count));
        };
    }

    /// The end of the bar that starts at this time.
    public long endNs(long startNs) {
        LocalDate day = Timestamps.instant(startNs).atZone(zone).toLocalDate();
        return switch (unit) {
            case MINUTE, HOUR -> Math.min(startNs + longestPartNs(), midnightNs(day.plusDays(1)));
            case DAY -> midnightNs(day.plusDays(1));
            case WEEK -> midnightNs(day.plusWeeks(1));
            case MONTH -> midnightNs(day.plusMonths(count));
        };
    }

    private long withinDay(long timeNs, LocalDate day, long lengthNs) {
        return timeNs - (timeNs - midnightNs(day)) % lengthNs;
    }

    private long midnightNs(LocalDate day) {
        Instant midnight = day.atStartOfDay(zone).toInstant();
        return Timestamps.epochNs(midnight);
    }
}
