package org.gradus.adapters.venue.trading;

import org.gradus.adapters.venue.exchange.Decimals;
import org.gradus.adapters.venue.exchange.Order;
import org.gradus.adapters.venue.exchange.OrderClass;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// An order as Alpaca writes it: every key is there, with null where there is nothing.
final class OrderJson {
    private OrderJson() {
    }

    /// @param nested  whether the exits it brought stand in `legs`
    static ObjectNode of(Order order, boolean nested) {
        ObjectNode node = Json.NODES.objectNode();
        Json.put(node, "id", order.id);
        node.put("client_order_id", order.clientOrderId);
        putTimes(node, order);
        Json.put(node, "replaced_by", order.replacedBy());
        Json.put(node, "replaces", order.replaces());
        Json.put(node, "asset_id", order.asset.id());
        node.put("symbol", order.asset.symbol());
        node.put("asset_class", order.asset.assetClass().word());
        Json.put(node, "notional", order.notional);
        Json.put(node, "qty", order.qty());
        node.put("filled_qty", Decimals.text(order.filledQty()));
        Json.put(node, "filled_avg_price", order.filledAveragePrice());
        putKind(node, order);
        node.set("legs", legs(order, nested));
        Json.put(node, "trail_percent", order.trailPercent);
        Json.put(node, "trail_price", order.trailPrice);
        Json.put(node, "hwm", order.highWaterMark());
        node.putNull("ratio_qty");
        node.putNull("subtag");
        node.putNull("source");
        Json.putTime(node, "expires_at", order.expiresNs);
        return node;
    }

    private static void putTimes(ObjectNode node, Order order) {
        Json.putTime(node, "created_at", order.createdNs);
        Json.putTime(node, "updated_at", order.updatedNs());
        Json.putTime(node, "submitted_at", order.createdNs);
        Json.putTime(node, "filled_at", order.filledNs());
        Json.putTime(node, "expired_at", order.expiredNs());
        Json.putTime(node, "canceled_at", order.canceledNs());
        Json.putTime(node, "failed_at", order.failedNs());
        Json.putTime(node, "replaced_at", order.replacedNs());
    }

    private static void putKind(ObjectNode node, Order order) {
        node.put("order_class", order.orderClass == OrderClass.SIMPLE ? "" : order.orderClass.word());
        node.put("order_type", order.type.word());
        node.put("type", order.type.word());
        node.put("side", order.side.word());
        node.put("position_intent", order.intent.word());
        node.put("time_in_force", order.timeInForce.word());
        Json.put(node, "limit_price", order.limitPrice);
        Json.put(node, "stop_price", order.stopPrice());
        node.put("status", order.status().word());
        node.put("extended_hours", order.extendedHours);
    }

    private static JsonNode legs(Order order, boolean nested) {
        if (!nested || order.legs().isEmpty()) {
            return Json.NODES.nullNode();
        }
        ArrayNode legs = Json.NODES.arrayNode();
        order.legs().forEach(leg -> legs.add(of(leg, false)));
        return legs;
    }
}
