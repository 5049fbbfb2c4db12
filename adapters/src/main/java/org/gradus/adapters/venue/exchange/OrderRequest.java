package org.gradus.adapters.venue.exchange;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// An order as a client asks for it: well-formed, not yet checked against its asset's rules or anybody's money.
///
/// @param qty            exactly one of `qty` and `notional` is given
/// @param clientOrderId  made by the venue when null
/// @param intent         null: found out from the position
public record OrderRequest(Asset asset, Side side, OrderType type, TimeInForce timeInForce, @Nullable BigDecimal qty,
                           @Nullable BigDecimal notional, Prices prices, boolean extendedHours,
                           @Nullable String clientOrderId, OrderClass orderClass, Exits exits,
                           @Nullable PositionIntent intent) {

    /// @param trailPercent  2 = 2 %
    public record Prices(@Nullable BigDecimal limit, @Nullable BigDecimal stop, @Nullable BigDecimal trail,
                         @Nullable BigDecimal trailPercent) {
        public static final Prices NONE = new Prices(null, null, null, null);

        public static Prices limit(BigDecimal price) {
            return new Prices(price, null, null, null);
        }
    }

    /// What a bracket brings with it.
    ///
    /// @param stopLimit  null: the stop sells at the market
    public record Exits(@Nullable BigDecimal takeProfit, @Nullable BigDecimal stop, @Nullable BigDecimal stopLimit) {
        public static final Exits NONE = new Exits(null, null, null);
    }

    static OrderRequest market(Asset asset, Side side, BigDecimal qty) {
        TimeInForce life = asset.crypto() ? TimeInForce.GTC : TimeInForce.DAY;
        return new OrderRequest(asset, side, OrderType.MARKET, life, qty, null, Prices.NONE, false, null,
            OrderClass.SIMPLE, Exits.NONE, null);
    }

    OrderRequest withIntent(PositionIntent other) {
        return new OrderRequest(asset, side, type, timeInForce, qty, notional, prices, extendedHours, clientOrderId,
            orderClass, exits, other);
    }
}
