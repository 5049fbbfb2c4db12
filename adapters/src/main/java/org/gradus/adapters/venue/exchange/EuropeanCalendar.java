package org.gradus.adapters.venue.exchange;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/// The days and hours of European exchanges by their rules of today; a day that a government once moved or added is not
/// known. Usable from any thread.
public enum EuropeanCalendar implements MarketDays {
    LONDON("Europe/London", 8, LocalTime.of(16, 30), LocalTime.of(12, 30)) {
        @Override
        boolean holiday(LocalDate day) {
            return bank(day) || easter(day);
        }

        /// The last trading days before Christmas and before the new year.
        @Override
        boolean closesEarly(LocalDate day) {
            LocalDate eve = LocalDate.of(day.getYear(), Month.DECEMBER, 24);
            return day.equals(onOrBefore(eve)) || day.equals(onOrBefore(eve.plusDays(WEEK_DAYS)));
        }
    },
    PARIS("Europe/Paris", 9, LocalTime.of(17, 30), LocalTime.of(14, 5)),
    AMSTERDAM("Europe/Amsterdam", 9, LocalTime.of(17, 30), LocalTime.of(14, 5)),
    BRUSSELS("Europe/Brussels", 9, LocalTime.of(17, 30), LocalTime.of(14, 5)),
    FRANKFURT("Europe/Berlin", 9, LocalTime.of(17, 30), LocalTime.of(17, 30)) {
        @Override
        boolean holiday(LocalDate day) {
            return super.holiday(day) || CHRISTMAS_EVE.equals(MonthDay.from(day)) || LAST.equals(MonthDay.from(day));
        }
    };

    private static final int WEEK_DAYS = 7;
    private static final MonthDay FIRST = MonthDay.of(1, 1);
    private static final MonthDay LABOUR = MonthDay.of(5, 1);
    private static final MonthDay CHRISTMAS_EVE = MonthDay.of(12, 24);
    private static final MonthDay CHRISTMAS = MonthDay.of(12, 25);
    private static final MonthDay BOXING = MonthDay.of(12, 26);
    private static final MonthDay LAST = MonthDay.of(12, 31);

    private final ZoneId zone;
    private final LocalTime open;
    private final LocalTime close;
    private final LocalTime earlyClose;

    EuropeanCalendar(String zone, int openHour, LocalTime close, LocalTime earlyClose) {
        this.zone = ZoneId.of(zone);
        this.open = LocalTime.of(openHour, 0);
        this.close = close;
        this.earlyClose = earlyClose;
    }

    @Override
    public ZoneId zone() {
        return zone;
    }

    @Override
    public boolean trades(LocalDate day) {
        return day.getDayOfWeek().getValue() < DayOfWeek.SATURDAY.getValue() && !holiday(day);
    }

    @Override
    public LocalTime open() {
        return open;
    }

    @Override
    public LocalTime close(LocalDate day) {
        return closesEarly(day) ? earlyClose : close;
    }

    @Override
    public int settlesAfter() {
        return 2;
    }

    /// Of Euronext; the others have some more.
    boolean holiday(LocalDate day) {
        MonthDay date = MonthDay.from(day);
        return date.equals(FIRST) || date.equals(LABOUR) || date.equals(CHRISTMAS) || date.equals(BOXING)
            || easter(day);
    }

    boolean closesEarly(LocalDate day) {
        MonthDay date = MonthDay.from(day);
        return date.equals(CHRISTMAS_EVE) || date.equals(LAST);
    }

    /// Good Friday and Easter Monday.
    static boolean easter(LocalDate day) {
        LocalDate sunday = NyseCalendar.easter(day.getYear());
        return day.equals(sunday.minusDays(2)) || day.equals(sunday.plusDays(1));
    }

    /// England's bank holidays; those on a weekend are made up for on the next day that is none.
    static boolean bank(LocalDate day) {
        LocalDate newYear = LocalDate.of(day.getYear(), Month.JANUARY, 1);
        LocalDate christmas = LocalDate.of(day.getYear(), Month.DECEMBER, 25);
        LocalDate first = workday(christmas);
        LocalDate second = workday(first.plusDays(1));
        return day.equals(workday(newYear)) || day.equals(first) || day.equals(second)
            || day.equals(monday(day, Month.MAY, 1)) || day.equals(monday(day, Month.MAY, -1))
            || day.equals(monday(day, Month.AUGUST, -1));
    }

    LocalDate onOrBefore(LocalDate day) {
        LocalDate before = day;
        while (!trades(before)) {
            before = before.minusDays(1);
        }
        return before;
    }

    private static LocalDate workday(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.plusDays(2);
            case SUNDAY -> day.plusDays(1);
            default -> day;
        };
    }

    private static LocalDate monday(LocalDate of, Month month, int ordinal) {
        return LocalDate.of(of.getYear(), month, 1).with(TemporalAdjusters.dayOfWeekInMonth(ordinal, DayOfWeek.MONDAY));
    }
}
