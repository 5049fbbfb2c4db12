package org.gradus.adapters.venue.exchange;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// What goes wrong with orders on purpose. Asked under the lock of [Exchange], each time it could happen.
public interface OrderFaults {
    /// Nothing does.
    OrderFaults NONE = new OrderFaults() {
    };

    /// Whether an order that was answered with 200 is rejected all the same.
    default boolean rejects(String symbol) {
        return false;
    }

    /// Whether an order gets a part, and then the venue cancels the rest.
    default boolean cancelsAfterPart(String symbol) {
        return false;
    }

    /// When a cancel that stays pending is done; null when it is done at once.
    default @Nullable BooleanSupplier cancelIsDone(String symbol) {
        return null;
    }

    /// Whether an asset is shown with increments that are not those its orders are held to.
    default boolean showsWrongIncrements(String symbol) {
        return false;
    }
}
