package org.gradus.adapters.alpaca.trading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import org.gradus.adapters.wire.Unreadable;
import org.gradus.adapters.wire.WireObject;

/// A day on which stocks are traded, with its hours in New York. An early close shows.
public record TradingDay(LocalDate date, LocalTime open, LocalTime close) {
    static TradingDay of(WireObject day) {
        try {
            return new TradingDay(LocalDate.parse(day.text("date")), LocalTime.parse(day.text("open")),
                    LocalTime.parse(day.text("close")));
        } catch (DateTimeException e) {
            throw Unreadable.malformed("not a trading day");
        }
    }
}
