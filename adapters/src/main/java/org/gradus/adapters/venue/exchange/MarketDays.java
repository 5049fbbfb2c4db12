package org.gradus.adapters.venue.exchange;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/// The days and core hours of a market.
public interface MarketDays {
    ZoneId zone();

    boolean trades(LocalDate day);

    LocalTime open();

    /// When the core session of a trading day ends.
    LocalTime close(LocalDate day);

    /// Trading days from a trade to its settlement.
    int settlesAfter();
}
