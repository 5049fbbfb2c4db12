package org.gradus.adapters.alpaca;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.gradus.adapters.alpaca.rest.Answer;
import org.gradus.adapters.alpaca.trading.MarketClock;
import org.gradus.adapters.alpaca.trading.TradingDay;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.TradingReason;
import org.gradus.engine.message.TradingState;
import org.gradus.engine.message.UnknownReason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Hours of Thanksgiving week 2026: closed on Thursday, an early close on Friday.
class StockHoursTest {
    private static final long MINUTE_NS = 60_000_000_000L;
    private static final List<TradingDay> WEEK = List.of(day("2026-11-25", "16:00"), day("2026-11-27", "13:00"),
            day("2026-11-30", "16:00"));

    private final AtomicLong nowNs = new AtomicLong();
    private final Heard heard = new Heard();
    private volatile Answer<List<TradingDay>> answer = new Answer.Given<>(WEEK, "");
    private final StockHours hours = new StockHours(this::read, nowNs::get, MINUTE_NS, heard::note);

    private static TradingDay day(String date, String close) {
        return new TradingDay(LocalDate.parse(date), LocalTime.parse("09:30"), LocalTime.parse(close));
    }

    private static long ns(String time) {
        return Instant.parse(time).getEpochSecond() * 1_000_000_000L;
    }

    private Answer<List<TradingDay>> read(LocalDate first, LocalDate last) {
        return Objects.requireNonNull(answer, "on purpose");
    }

    @AfterEach
    void close() {
        hours.close();
    }

    private void startAt(String time) {
        nowNs.set(ns(time));
        hours.start(heard, heard);
    }

    private static Input.TradingStatus open(TradingReason reason, String until) {
        return new Input.TradingStatus(-1, TradingState.OPEN, reason, ns(until), ns(until) - MINUTE_NS, "");
    }

    private static Input.TradingStatus closed(TradingReason reason, String until) {
        return new Input.TradingStatus(-1, TradingState.CLOSED, reason, ns(until), 0, "");
    }

    @Test
    void tellsTheStateAtTheStartAndEachChangeAHolidayAndAnEarlyCloseIncluded() throws InterruptedException {
        startAt("2026-11-25T14:00:00Z");
        assertEquals(closed(TradingReason.CALENDAR, "2026-11-25T14:30:00Z"), heard.next());
        assertEquals("up", heard.next());
        nowNs.set(ns("2026-11-25T14:30:00Z"));
        assertEquals(open(TradingReason.CALENDAR, "2026-11-25T21:00:00Z"), heard.next());
        nowNs.set(ns("2026-11-25T21:00:00Z"));
        assertEquals(closed(TradingReason.CALENDAR, "2026-11-27T14:30:00Z"), heard.next());
        nowNs.set(ns("2026-11-27T15:00:00Z"));
        assertEquals(open(TradingReason.EARLY_CLOSE, "2026-11-27T18:00:00Z"), heard.next());
        nowNs.set(ns("2026-11-27T18:00:00Z"));
        assertEquals(closed(TradingReason.CALENDAR, "2026-11-30T14:30:00Z"), heard.next());
    }

    @Test
    void isDownUntilTheCalendarCanBeRead() throws InterruptedException {
        answer = new Answer.Unknown<>(UnknownReason.TIMEOUT, "no answer");
        startAt("2026-11-25T15:00:00Z");
        assertTrue(heard.next().toString().startsWith("the venue's calendar cannot be read: timeout"));
        answer = new Answer.Given<>(WEEK, "");
        assertEquals(open(TradingReason.CALENDAR, "2026-11-25T21:00:00Z"), heard.next());
        assertEquals("up", heard.next());
    }

    @Test
    void looksAgainAfterALookThatFailed() throws InterruptedException {
        answer = null;
        startAt("2026-11-25T15:00:00Z");
        assertTrue(heard.next().toString().startsWith("the hours of stocks are not known: "));
        answer = new Answer.Given<>(WEEK, "");
        assertEquals(open(TradingReason.CALENDAR, "2026-11-25T21:00:00Z"), heard.next());
    }

    @Test
    void theVenuesClockGoesBeforeItsCalendar() throws InterruptedException {
        startAt("2026-11-25T15:00:00Z");
        heard.next();
        heard.next();
        hours.heard(clock("2026-11-25T15:00:00Z", false, "2026-11-27T14:30:00Z"));
        assertTrue(heard.next().toString().contains("not traded now, against its calendar"));
        assertEquals(closed(TradingReason.VENUE_CLOCK, "2026-11-27T14:30:00Z"), heard.next());
        hours.heard(clock("2026-11-25T15:00:01Z", true, "2026-11-27T14:30:00Z"));
        assertEquals(open(TradingReason.CALENDAR, "2026-11-25T21:00:00Z"), heard.next());
    }

    @Test
    void aMomentBesideAChangeTheClockMaySayEither() throws InterruptedException {
        startAt("2026-11-25T14:30:01Z");
        heard.next();
        heard.next();
        hours.heard(clock("2026-11-25T14:30:01Z", false, "2026-11-25T14:30:00Z"));
        nowNs.set(ns("2026-11-25T21:00:00Z"));
        assertEquals(closed(TradingReason.CALENDAR, "2026-11-27T14:30:00Z"), heard.next());
        assertEquals(List.of(), heard.all());
    }

    private static MarketClock clock(String time, boolean open, String nextOpen) {
        return new MarketClock(ns(time), open, ns(nextOpen), ns("2026-11-25T21:00:00Z"));
    }
}
