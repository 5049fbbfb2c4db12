package org.gradus.adapters.alpaca.trading;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gradus.adapters.wire.Unreadable;
import org.gradus.adapters.wire.WireObject;
import org.gradus.engine.domain.Side;

/// An order as the venue tells it. Prices and quantities are scaled by 1e-9 and 0 where there is none.
///
/// @param clientOrderId      ours, or the venue's own for a leg
/// @param quantity           0 for an order by notional
/// @param filled             in all, before any fee
/// @param averageFillPrice   rounded to 1e-9
/// @param replaces           the order it took the place of
public record AlpacaOrder(UUID id, String clientOrderId, String symbol, OrderStatus status, Side side, String type,
                          String timeInForce, long quantity, long filled, long averageFillPrice, long limitPrice,
                          long stopPrice, long createdNs, long updatedNs, long expiresNs, Optional<UUID> replaces,
                          Optional<UUID> replacedBy, List<AlpacaOrder> legs) {
    /// Legs have no legs; deeper nesting is nobody's order.
    private static final int DEPTH_MAX = 2;

    public AlpacaOrder {
        legs = List.copyOf(legs);
    }

    public static AlpacaOrder of(WireObject order) {
        return of(order, DEPTH_MAX);
    }

    private static AlpacaOrder of(WireObject order, int depth) {
        List<AlpacaOrder> legs = depth == 0 ? List.of()
                : order.objects("legs").stream().map(leg -> of(leg, depth - 1)).toList();
        return new AlpacaOrder(order.id("id"), order.textOr("client_order_id", ""), order.textOr("symbol", ""),
                OrderStatus.of(order.textOr("status", "")), side(order.text("side")),
                order.textOr("type", order.textOr("order_type", "")), order.textOr("time_in_force", ""),
                order.nearestOr("qty", 0), order.nearestOr("filled_qty", 0), order.nearestOr("filled_avg_price", 0),
                order.nearestOr("limit_price", 0), order.nearestOr("stop_price", 0), order.timeNsOrZero("created_at"),
                order.timeNsOrZero("updated_at"), order.timeNsOrZero("expires_at"), order.idIfAny("replaces"),
                order.idIfAny("replaced_by"), legs);
    }

    /// Short sales have words of their own in some answers.
    static Side side(String word) {
        return switch (word) {
            case "buy" -> Side.BUY;
            case "sell", "sell_short" -> Side.SELL;
            default -> throw Unreadable.malformed("side: neither buy nor sell");
        };
    }
}
