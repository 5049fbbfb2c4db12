package org.gradus.adapters.venue.exchange;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An entry in an account's book of what happened to its money.
public sealed interface Activity {
    /// `yyyyMMddHHmmssSSS::uuid` in New York's time.
    String id();

    long timeNs();

    /// `FILL`, `CFEE`, `FEE`.
    String type();

    @Nullable UUID orderId();

    /// @param last  whether it ended the order
    record Fill(String id, long timeNs, UUID orderId, String symbol, Side side, BigDecimal price, BigDecimal qty,
                BigDecimal cumulative, BigDecimal leaves, boolean last) implements Activity {
        @Override
        public String type() {
            return "FILL";
        }
    }

    /// @param coins   taken in coin; zero when the fee was money
    /// @param money   taken in dollars; zero when the fee was coins
    /// @param symbol  `ETHUSD`
    record Fee(String id, long timeNs, UUID orderId, String symbol, BigDecimal coins, BigDecimal money,
               BigDecimal price) implements Activity {
        @Override
        public String type() {
            return coins.signum() != 0 ? "CFEE" : "FEE";
        }
    }
}
