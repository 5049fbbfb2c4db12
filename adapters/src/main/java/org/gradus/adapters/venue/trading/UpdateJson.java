package org.gradus.adapters.venue.trading;

import org.gradus.adapters.venue.exchange.Decimals;
import org.gradus.adapters.venue.exchange.EventRenderer;
import org.gradus.adapters.venue.exchange.Order;
import org.gradus.adapters.venue.exchange.OrderEvent;
import org.gradus.adapters.venue.exchange.Sessions;
import tools.jackson.databind.node.ObjectNode;

/// The `data` of a `trade_updates` message.
public final class UpdateJson implements EventRenderer {
    private final Sessions sessions = new Sessions();

    @Override
    public ObjectNode render(OrderEvent event) {
        ObjectNode node = Json.NODES.objectNode();
        node.put("event", event.name());
        node.put("at", Times.utc(event.timeNs()));
        node.put("event_id", event.eventId());
        node.put("timestamp", Times.utc(event.timeNs()));
        if (event.executionId() != null) {
            Json.put(node, "execution_id", event.executionId());
        }
        if (event.execution() != null) {
            node.put("price", Decimals.text(event.execution().price()));
            node.put("qty", Decimals.text(event.execution().qty()));
            node.put("position_qty", Decimals.text(event.execution().positionQty()));
            node.put("settle_date", settleDate(event));
            node.put("swap_rate", "1");
        }
        ObjectNode order = OrderJson.of(event.order(), true);
        Json.putTime(order, "cancel_requested_at", event.order().cancelAskedNs());
        node.set("order", order);
        return node;
    }

    /// Coins are there at once, stocks a trading day later.
    private String settleDate(OrderEvent event) {
        Order order = event.order();
        var day = Times.day(event.timeNs());
        return (order.asset.crypto() ? day : sessions.calendar().next(day)).toString();
    }
}
