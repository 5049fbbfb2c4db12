package org.gradus.adapters.venue.market;

import java.math.BigDecimal;

/// One trade of the market.
///
/// @param taker     `B` when a buyer crossed the spread, `S` when a seller did; `B` where a tape does not tell
/// @param standing  whether it counts
public record Print(long timeNs, long id, BigDecimal price, BigDecimal size, char taker, Standing standing) {
    /// What has become of a trade since it was told.
    public enum Standing {
        /// Nothing.
        VALID,
        /// It was taken back.
        CANCELED,
        /// Another one stands for it.
        INCORRECT,
        /// It stands for another one.
        CORRECTED
    }

    public Print(long timeNs, long id, BigDecimal price, BigDecimal size, char taker) {
        this(timeNs, id, price, size, taker, Standing.VALID);
    }

    /// Whether it counts.
    public boolean valid() {
        return standing == Standing.VALID || standing == Standing.CORRECTED;
    }

    Print standing(Standing changed) {
        return new Print(timeNs, id, price, size, taker, changed);
    }
}
