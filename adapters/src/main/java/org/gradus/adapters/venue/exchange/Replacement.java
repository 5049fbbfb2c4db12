package org.gradus.adapters.venue.exchange;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What a client wants changed of an order; null stays as it is.
///
/// @param trail  the new `trail_price` or `trail_percent`, whichever the order has
public record Replacement(@Nullable BigDecimal qty, @Nullable TimeInForce timeInForce, @Nullable BigDecimal limitPrice,
                          @Nullable BigDecimal stopPrice, @Nullable BigDecimal trail,
                          @Nullable String clientOrderId) {
}
