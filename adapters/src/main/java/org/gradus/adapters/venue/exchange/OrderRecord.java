package org.gradus.adapters.venue.exchange;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.UUID;
import org.gradus.adapters.venue.exchange.Order.Birth;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// An order as the state file keeps it: all that a restarted venue needs to go on with it.
final class OrderRecord {
    private OrderRecord() {
    }

    static ObjectNode of(Order order) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("account", order.account.key).put("id", order.id.toString()).put("client", order.clientOrderId)
            .put("asset", order.asset.symbol()).put("side", order.side.name()).put("type", order.type.name())
            .put("life", order.timeInForce.name()).put("class", order.orderClass.name())
            .put("intent", order.intent.name()).put("extended", order.extendedHours).put("status", order.status.name());
        put(node, "qty", order.qty);
        put(node, "notional", order.notional);
        put(node, "limit", order.limitPrice);
        put(node, "stop", order.stopPrice);
        put(node, "trail", order.trailPrice);
        put(node, "percent", order.trailPercent);
        put(node, "mark", order.highWaterMark);
        put(node, "filled", order.filledQty);
        put(node, "value", order.filledValue);
        put(node, "hold", order.holdPrice);
        put(node, "replaces", order.replaces);
        put(node, "replacedBy", order.replacedBy);
        put(node, "parent", order.parent == null ? null : order.parent.id);
        node.put("triggered", order.triggered).put("rested", order.rested).put("short", order.cutShort);
        ArrayNode times = node.putArray("times");
        for (long time : times(order)) {
            times.add(time);
        }
        ArrayNode legs = node.putArray("legs");
        order.legs.forEach(leg -> legs.add(leg.id.toString()));
        return node;
    }

    /// Without its group: see [#link].
    static Order read(JsonNode node, Account account, Asset asset) {
        JsonNode times = node.get("times");
        OrderRequest.Prices prices = new OrderRequest.Prices(decimal(node, "limit"), decimal(node, "stop"),
            decimal(node, "trail"), decimal(node, "percent"));
        OrderRequest request = new OrderRequest(asset, Side.valueOf(text(node, "side")),
            OrderType.valueOf(text(node, "type")), TimeInForce.valueOf(text(node, "life")), decimal(node, "qty"),
            decimal(node, "notional"), prices, node.get("extended").booleanValue(), text(node, "client"),
            OrderClass.valueOf(text(node, "class")), OrderRequest.Exits.NONE,
            PositionIntent.valueOf(text(node, "intent")));
        Order order = new Order(account, request, new Birth(UUID.fromString(text(node, "id")), text(node, "client"),
            times.get(0).longValue(), times.get(1).longValue()));
        order.status = OrderStatus.valueOf(text(node, "status"));
        order.highWaterMark = decimal(node, "mark");
        order.filledQty = Objects.requireNonNull(decimal(node, "filled"));
        order.filledValue = Objects.requireNonNull(decimal(node, "value"));
        order.holdPrice = Objects.requireNonNull(decimal(node, "hold"));
        order.replaces = id(node, "replaces");
        order.replacedBy = id(node, "replacedBy");
        order.triggered = node.get("triggered").booleanValue();
        order.rested = node.get("rested").booleanValue();
        order.cutShort = node.get("short").booleanValue();
        setTimes(order, times);
        return order;
    }

    /// Finds the other orders of its group again.
    static void link(Order order, JsonNode node) {
        UUID parent = id(node, "parent");
        order.parent = parent == null ? null : order.account.order(parent);
        for (JsonNode leg : node.get("legs")) {
            order.legs.add(Objects.requireNonNull(order.account.order(UUID.fromString(leg.stringValue()))));
        }
    }

    private static long[] times(Order order) {
        return new long[] {order.createdNs, order.expiresNs, order.updatedNs, order.filledNs, order.expiredNs,
            order.canceledNs, order.cancelAskedNs, order.failedNs, order.replacedNs};
    }

    private static void setTimes(Order order, JsonNode times) {
        order.updatedNs = times.get(2).longValue();
        order.filledNs = times.get(3).longValue();
        order.expiredNs = times.get(4).longValue();
        order.canceledNs = times.get(5).longValue();
        order.cancelAskedNs = times.get(6).longValue();
        order.failedNs = times.get(7).longValue();
        order.replacedNs = times.get(8).longValue();
    }

    static void put(ObjectNode node, String name, @Nullable Object value) {
        if (value != null) {
            node.put(name, value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString());
        }
    }

    static String text(JsonNode node, String name) {
        return node.get(name).stringValue();
    }

    static @Nullable BigDecimal decimal(JsonNode node, String name) {
        return node.has(name) ? new BigDecimal(text(node, name)) : null;
    }

    private static @Nullable UUID id(JsonNode node, String name) {
        return node.has(name) ? UUID.fromString(text(node, name)) : null;
    }
}
