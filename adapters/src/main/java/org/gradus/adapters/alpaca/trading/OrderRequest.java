package org.gradus.adapters.alpaca.trading;

import java.util.Locale;
import java.util.OptionalLong;
import org.gradus.adapters.wire.WireJson;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.domain.OrderType;
import org.gradus.engine.domain.Side;
import org.gradus.engine.domain.TimeInForce;
import tools.jackson.databind.node.ObjectNode;

/// An order to submit. Prices and quantity are scaled by 1e-9 and 0 where the type has none.
///
/// @param stopLoss a resting stop that the venue arms when the order has filled, for stocks; empty for none
public record OrderRequest(String clientOrderId, String symbol, Side side, OrderType type, TimeInForce timeInForce,
                           long quantity, long limitPrice, long triggerPrice, OptionalLong stopLoss) {
    ObjectNode body() {
        ObjectNode body = WireJson.object();
        body.put("symbol", symbol);
        body.put("qty", FixedPoint.format(quantity));
        body.put("side", side == Side.BUY ? "buy" : "sell");
        body.put("type", type.name().toLowerCase(Locale.ROOT));
        body.put("time_in_force", timeInForce.name().toLowerCase(Locale.ROOT));
        if (type.limited()) {
            body.put("limit_price", FixedPoint.format(limitPrice));
        }
        if (type.triggered()) {
            body.put("stop_price", FixedPoint.format(triggerPrice));
        }
        if (stopLoss.isPresent()) {
            body.put("order_class", "oto");
            body.putObject("stop_loss").put("stop_price", FixedPoint.format(stopLoss.getAsLong()));
        }
        body.put("client_order_id", clientOrderId);
        return body;
    }
}
