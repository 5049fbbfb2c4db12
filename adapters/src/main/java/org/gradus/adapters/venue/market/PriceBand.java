package org.gradus.adapters.venue.market;

import java.math.BigDecimal;

/// Between which prices a stock may trade: limit up, limit down.
///
/// @param indicator  `A` opens a day, `B` is a later one, `D` is suspended while nothing trades, `E` reopens
public record PriceBand(BigDecimal up, BigDecimal down, char indicator, long timeNs) {
}
