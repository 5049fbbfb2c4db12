package org.gradus.adapters.venue.trading;

import java.util.List;
import org.gradus.adapters.venue.Reply;
import org.gradus.adapters.venue.exchange.Refusal;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Refusals as answers: code, message, and the extras beside them.
final class Errors {
    private Errors() {
    }

    static Reply reply(Refusal refusal) {
        return new Reply(refusal.status(), body(refusal));
    }

    static ObjectNode body(Refusal refusal) {
        ObjectNode node = Json.NODES.objectNode();
        node.put("code", refusal.code());
        node.put("message", refusal.getMessage());
        refusal.extras().forEach((name, value) -> {
            if (value instanceof List<?> values) {
                ArrayNode array = node.putArray(name);
                values.forEach(one -> array.add(one.toString()));
            } else {
                node.put(name, value.toString());
            }
        });
        return node;
    }
}
