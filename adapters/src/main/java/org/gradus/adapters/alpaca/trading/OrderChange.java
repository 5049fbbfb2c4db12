package org.gradus.adapters.alpaca.trading;

import org.gradus.adapters.wire.WireJson;
import org.gradus.engine.domain.FixedPoint;
import tools.jackson.databind.node.ObjectNode;

/// What a replacement changes, scaled by 1e-9; 0 leaves a value as it is. The venue makes a new order of it.
public record OrderChange(String clientOrderId, long quantity, long limitPrice, long triggerPrice) {
    ObjectNode body() {
        ObjectNode body = WireJson.object();
        put(body, "qty", quantity);
        put(body, "limit_price", limitPrice);
        put(body, "stop_price", triggerPrice);
        body.put("client_order_id", clientOrderId);
        return body;
    }

    private static void put(ObjectNode body, String name, long value) {
        if (value != 0) {
            body.put(name, FixedPoint.format(value));
        }
    }
}
