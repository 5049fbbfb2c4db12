package org.gradus.adapters.venue.exchange;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What may be changed of an order, and the order that comes out of it. `qty` counts what was filled already: the
/// successor is for the rest.
final class Replacements {
    private Replacements() {
    }

    static void checkState(Order old) {
        switch (old.status) {
            case NEW, PARTIALLY_FILLED, HELD -> { }
            case REPLACED -> throw Refusal.unprocessable("order already replaced");
            default -> throw Refusal.unprocessable("cannot replace order in " + old.status.word() + " status");
        }
        if (old.notional != null) {
            throw Refusal.unprocessable("notional orders cannot be replaced");
        }
    }

    static OrderRequest request(Order old, Replacement change) {
        BigDecimal qty = Objects.requireNonNullElse(change.qty(), Objects.requireNonNull(old.qty));
        if (qty.compareTo(old.filledQty) <= 0) {
            throw Refusal.unprocessable("qty must be > filled_qty");
        }
        if (change.qty() != null && !old.asset.crypto() && !Decimals.whole(change.qty())) {
            throw Refusal.unprocessable("qty must be integer");
        }
        checkPrices(old, change);
        OrderRequest.Prices prices = prices(old, change);
        TimeInForce life = Objects.requireNonNullElse(change.timeInForce(), old.timeInForce);
        if (same(qty, old.qty) && life == old.timeInForce && same(prices, old)) {
            throw Refusal.unprocessable("order parameters are not changed");
        }
        return new OrderRequest(old.asset, old.side, old.type, life, qty.subtract(old.filledQty), null, prices,
            old.extendedHours, change.clientOrderId(), old.orderClass, OrderRequest.Exits.NONE, old.intent);
    }

    private static void checkPrices(Order old, Replacement change) {
        if (change.limitPrice() != null && !old.type.limited()) {
            throw Refusal.unprocessable("limit_price cannot be set for " + old.type.word() + " orders");
        }
        boolean stops = old.type == OrderType.STOP || old.type == OrderType.STOP_LIMIT;
        if (change.stopPrice() != null && !stops) {
            throw Refusal.unprocessable("stop_price cannot be set for " + old.type.word() + " orders");
        }
        if (change.trail() != null && old.type != OrderType.TRAILING_STOP) {
            throw Refusal.unprocessable("trail cannot be set for " + old.type.word() + " orders");
        }
    }

    private static OrderRequest.Prices prices(Order old, Replacement change) {
        boolean trails = old.type == OrderType.TRAILING_STOP;
        return new OrderRequest.Prices(either(change.limitPrice(), old.limitPrice),
            trails ? null : either(change.stopPrice(), old.stopPrice),
            old.trailPrice == null ? null : either(change.trail(), old.trailPrice),
            old.trailPercent == null ? null : either(change.trail(), old.trailPercent));
    }

    private static boolean same(OrderRequest.Prices prices, Order old) {
        boolean trails = old.type == OrderType.TRAILING_STOP;
        return same(prices.limit(), old.limitPrice) && (trails || same(prices.stop(), old.stopPrice))
            && same(prices.trail(), old.trailPrice) && same(prices.trailPercent(), old.trailPercent);
    }

    private static @Nullable BigDecimal either(@Nullable BigDecimal changed, @Nullable BigDecimal old) {
        return changed != null ? changed : old;
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? one == other : one.compareTo(other) == 0;
    }
}
