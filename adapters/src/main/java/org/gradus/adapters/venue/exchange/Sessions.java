package org.gradus.adapters.venue.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/// Where an instant lies in New York's trading day. Usable from any thread.
public final class Sessions {
    public static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final long SECOND_NS = 1_000_000_000L;
    private static final LocalTime OPG_UNTIL = LocalTime.of(9, 28);
    private static final int CLS_MINUTES = 10;
    private static final LocalTime AUCTIONS_FROM = LocalTime.of(19, 0);

    private final NyseCalendar calendar = new NyseCalendar();

    public NyseCalendar calendar() {
        return calendar;
    }

    public static ZonedDateTime at(long timeNs) {
        return Instant.ofEpochSecond(Math.floorDiv(timeNs, SECOND_NS), Math.floorMod(timeNs, SECOND_NS))
            .atZone(NEW_YORK);
    }

    static long ns(ZonedDateTime time) {
        return time.toEpochSecond() * SECOND_NS + time.getNano();
    }

    static long ns(LocalDate day, LocalTime time) {
        return ns(ZonedDateTime.of(day, time, NEW_YORK));
    }

    /// Whether stocks trade in their core session.
    public boolean core(long nowNs) {
        ZonedDateTime now = at(nowNs);
        LocalDate day = now.toLocalDate();
        return within(now.toLocalTime(), NyseCalendar.OPEN, calendar.close(day)) && calendar.trades(day);
    }

    /// Whether the core session has begun no longer ago than this.
    boolean opened(long nowNs, long agoNs) {
        return core(nowNs) && !core(nowNs - agoNs);
    }

    /// Whether they trade at all: before, in or after the core session.
    public boolean extended(long nowNs) {
        ZonedDateTime now = at(nowNs);
        LocalDate day = now.toLocalDate();
        return within(now.toLocalTime(), NyseCalendar.PRE_OPEN, calendar.postClose(day)) && calendar.trades(day);
    }

    public ZonedDateTime nextOpen(long nowNs) {
        ZonedDateTime now = at(nowNs);
        LocalDate day = calendar.onOrAfter(now.toLocalDate());
        ZonedDateTime open = ZonedDateTime.of(day, NyseCalendar.OPEN, NEW_YORK);
        return open.isAfter(now) ? open : ZonedDateTime.of(calendar.next(day), NyseCalendar.OPEN, NEW_YORK);
    }

    public ZonedDateTime nextClose(long nowNs) {
        ZonedDateTime now = at(nowNs);
        LocalDate day = calendar.onOrAfter(now.toLocalDate());
        ZonedDateTime close = closeOf(day);
        return close.isAfter(now) ? close : closeOf(calendar.next(day));
    }

    /// When a day order of now ends: with the session under way, or the next one.
    long dayEndNs(long nowNs, boolean extended) {
        ZonedDateTime now = at(nowNs);
        LocalDate day = calendar.onOrAfter(now.toLocalDate());
        if (!ZonedDateTime.of(day, end(day, extended), NEW_YORK).isAfter(now)) {
            day = calendar.next(day);
        }
        return ns(day, end(day, extended));
    }

    /// The 90th day of a good-till-canceled order, counting the first, at four in New York.
    static long gtcEndNs(long nowNs) {
        return ns(at(nowNs).toLocalDate().plusDays(89), LocalTime.of(16, 0));
    }

    /// Orders for the opening auction are refused from 09:28 to 19:00, for the closing auction from ten minutes before
    /// it on.
    boolean auctionTakesOrders(TimeInForce auction, long nowNs) {
        ZonedDateTime now = at(nowNs);
        LocalDate day = now.toLocalDate();
        LocalTime until = auction == TimeInForce.OPG ? OPG_UNTIL : calendar.close(day).minusMinutes(CLS_MINUTES);
        return !calendar.trades(day) || !within(now.toLocalTime(), until, AUCTIONS_FROM);
    }

    private LocalTime end(LocalDate day, boolean extended) {
        return extended ? calendar.postClose(day) : calendar.close(day);
    }

    private ZonedDateTime closeOf(LocalDate day) {
        return ZonedDateTime.of(day, calendar.close(day), NEW_YORK);
    }

    private static boolean within(LocalTime time, LocalTime from, LocalTime until) {
        return !time.isBefore(from) && time.isBefore(until);
    }
}
