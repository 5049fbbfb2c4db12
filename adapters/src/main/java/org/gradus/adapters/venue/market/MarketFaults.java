package org.gradus.adapters.venue.market;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// What goes wrong in the market itself. Used on the market's thread.
@FunctionalInterface
public interface MarketFaults {
    /// Nothing does.
    MarketFaults NONE = (_, _) -> null;

    /// What may happen to a symbol, or to a print of it.
    enum Kind {
        /// A stock is halted: for news to come.
        HALT,
        /// A stock is paused: its price has moved too fast.
        PAUSE,
        /// A print is told late, with its own time.
        LATE,
        /// A print is corrected.
        CORRECT,
        /// A print is taken back.
        BUST
    }

    /// Here this could happen: does it?
    ///
    /// @return tells whether its time is over; null when it does not happen
    @Nullable BooleanSupplier strike(Kind kind, String symbol);
}
