package org.gradus.adapters.alpaca;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.gradus.adapters.alpaca.trading.MarketClock;
import org.gradus.adapters.alpaca.trading.TradingDay;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.TradingReason;
import org.gradus.engine.message.TradingState;

/// Where a moment lies in the hours of the stock market.
///
/// @param untilNs when this ends, ns since 1970; 0 when nobody knows
record StockSession(boolean open, long untilNs, TradingReason reason) {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalTime USUAL_CLOSE = LocalTime.of(16, 0);
    private static final long SECOND_NS = 1_000_000_000L;

    static LocalDate day(long timeNs) {
        return Instant.ofEpochSecond(Math.floorDiv(timeNs, SECOND_NS)).atZone(NEW_YORK).toLocalDate();
    }

    /// @param days trading days, in order; those of the moment and of some time after it
    static StockSession at(long timeNs, List<TradingDay> days) {
        for (TradingDay day : days) {
            long opensNs = ns(day.date(), day.open());
            long closesNs = ns(day.date(), day.close());
            if (timeNs < opensNs) {
                return new StockSession(false, opensNs, TradingReason.CALENDAR);
            }
            if (timeNs < closesNs) {
                return new StockSession(true, closesNs,
                        day.close().isBefore(USUAL_CLOSE) ? TradingReason.EARLY_CLOSE : TradingReason.CALENDAR);
            }
        }
        return new StockSession(false, 0, TradingReason.CALENDAR);
    }

    static StockSession of(MarketClock clock) {
        return new StockSession(clock.open(), clock.open() ? clock.nextCloseNs() : clock.nextOpenNs(),
                TradingReason.VENUE_CLOCK);
    }

    private static long ns(LocalDate date, LocalTime time) {
        return ZonedDateTime.of(date, time, NEW_YORK).toEpochSecond() * SECOND_NS;
    }

    /// @param entryMarginNs so long before the close no entry starts
    Input.TradingStatus status(long entryMarginNs) {
        return new Input.TradingStatus(-1, open ? TradingState.OPEN : TradingState.CLOSED, reason, untilNs,
                open && untilNs != 0 ? untilNs - entryMarginNs : 0, "");
    }
}
