package org.gradus.adapters.venue.market;

import java.math.BigDecimal;

/// One trade of the market.
///
/// @param taker  `B` when a buyer crossed the spread, `S` when a seller did; `B` where a tape does not tell
public record Print(long timeNs, long id, BigDecimal price, BigDecimal size, char taker) {
}
