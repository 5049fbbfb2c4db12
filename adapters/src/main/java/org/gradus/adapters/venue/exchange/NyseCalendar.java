package org.gradus.adapters.venue.exchange;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The days and hours of the New York Stock Exchange by its rule 7.2, as the exchange publishes them: weekends,
/// the holidays of each year with their Friday and Monday observance, and the 13:00 closes around Independence Day,
/// Thanksgiving and Christmas. Right for 1998 (when Martin Luther King Day came) to 2029, closures by proclamation
/// included; earlier years have the rules only, not what was different then. Usable from any thread.
public final class NyseCalendar implements MarketDays {
    public static final LocalTime PRE_OPEN = LocalTime.of(4, 0);
    public static final LocalTime OPEN = LocalTime.of(9, 30);
    private static final LocalTime CLOSE = LocalTime.of(16, 0);
    private static final LocalTime EARLY_CLOSE = LocalTime.of(13, 0);
    /// Late trading lasts four hours, however early the core session ends.
    private static final int LATE_HOURS = 4;
    private static final int FIRST_KING_DAY = 1998;
    private static final int FIRST_JUNETEENTH = 2022;
    /// Attacks, funerals of presidents, a hurricane.
    private static final Set<LocalDate> CLOSED = Set.of(
        LocalDate.of(2001, 9, 11), LocalDate.of(2001, 9, 12), LocalDate.of(2001, 9, 13), LocalDate.of(2001, 9, 14),
        LocalDate.of(2004, 6, 11), LocalDate.of(2007, 1, 2), LocalDate.of(2012, 10, 29), LocalDate.of(2012, 10, 30),
        LocalDate.of(2018, 12, 5), LocalDate.of(2025, 1, 9));

    private final Map<Integer, Set<LocalDate>> holidays = new ConcurrentHashMap<>();

    @Override
    public ZoneId zone() {
        return Sessions.NEW_YORK;
    }

    @Override
    public LocalTime open() {
        return OPEN;
    }

    @Override
    public int settlesAfter() {
        return 1;
    }

    @Override
    public boolean trades(LocalDate day) {
        return !weekend(day) && !CLOSED.contains(day)
            && !holidays.computeIfAbsent(day.getYear(), NyseCalendar::holidaysOf).contains(day);
    }

    @Override
    public LocalTime close(LocalDate day) {
        return closesEarly(day) ? EARLY_CLOSE : CLOSE;
    }

    /// When trading after the core session ends.
    public LocalTime postClose(LocalDate day) {
        return close(day).plusHours(LATE_HOURS);
    }

    public LocalDate next(LocalDate day) {
        LocalDate next = day.plusDays(1);
        while (!trades(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    public LocalDate previous(LocalDate day) {
        LocalDate previous = day.minusDays(1);
        while (!trades(previous)) {
            previous = previous.minusDays(1);
        }
        return previous;
    }

    /// The day itself when it is one of trading.
    public LocalDate onOrAfter(LocalDate day) {
        return trades(day) ? day : next(day);
    }

    private static boolean closesEarly(LocalDate day) {
        boolean weekday = !weekend(day);
        if (day.getMonth() == Month.JULY && day.getDayOfMonth() == 3) {
            return weekday && day.getDayOfWeek() != DayOfWeek.FRIDAY;
        }
        if (day.getMonth() == Month.DECEMBER && day.getDayOfMonth() == 24) {
            return weekday && day.getDayOfWeek() != DayOfWeek.FRIDAY;
        }
        return day.getMonth() == Month.NOVEMBER && day.equals(thanksgiving(day.getYear()).plusDays(1));
    }

    private static Set<LocalDate> holidaysOf(int year) {
        Set<LocalDate> days = new HashSet<>();
        LocalDate newYear = LocalDate.of(year, 1, 1);
        // A New Year on a Saturday is not made up for: the Friday belongs to the old year's books.
        days.add(newYear.getDayOfWeek() == DayOfWeek.SATURDAY ? newYear : observed(newYear));
        if (year >= FIRST_KING_DAY) {
            days.add(monday(year, Month.JANUARY, 3));
        }
        days.add(monday(year, Month.FEBRUARY, 3));
        days.add(easter(year).minusDays(2));
        days.add(LocalDate.of(year, Month.MAY, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)));
        if (year >= FIRST_JUNETEENTH) {
            days.add(observed(LocalDate.of(year, Month.JUNE, 19)));
        }
        days.add(observed(LocalDate.of(year, Month.JULY, 4)));
        days.add(monday(year, Month.SEPTEMBER, 1));
        days.add(thanksgiving(year));
        days.add(observed(LocalDate.of(year, Month.DECEMBER, 25)));
        return days;
    }

    private static LocalDate observed(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.minusDays(1);
            case SUNDAY -> day.plusDays(1);
            default -> day;
        };
    }

    private static LocalDate monday(int year, Month month, int ordinal) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(ordinal, DayOfWeek.MONDAY));
    }

    private static LocalDate thanksgiving(int year) {
        return LocalDate.of(year, Month.NOVEMBER, 1)
            .with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.THURSDAY));
    }

    /// The Gregorian computus in the form of Meeus, Jones and Butcher.
    static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
        int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
        return LocalDate.of(year, f / 31, f % 31 + 1);
    }

    private static boolean weekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
