package org.gradus.adapters.venue.exchange;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What happened to an order.
///
/// @param name       `new`, `fill`, …
/// @param eventId    sorts by time
/// @param execution  null unless something traded or the order began to work
public record OrderEvent(String name, Order order, long timeNs, String eventId, @Nullable UUID executionId,
                         @Nullable Execution execution) {

    /// @param positionQty  after it
    public record Execution(BigDecimal price, BigDecimal qty, BigDecimal positionQty) {
    }
}
