package org.gradus.adapters.venue.trading;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.gradus.adapters.venue.VenueJson;
import org.gradus.adapters.venue.exchange.Decimals;
import org.gradus.adapters.venue.exchange.VenueRules;
import org.gradus.adapters.venue.exchange.Refusal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What calls carry and answers show, in JSON.
final class Json {
    static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Json() {
    }

    /// An empty body counts as an empty object.
    static ObjectNode object(String body, VenueRules.Unconfirmed unconfirmed) {
        if (body.isBlank()) {
            return NODES.objectNode();
        }
        try {
            if (VenueJson.read(body.getBytes(StandardCharsets.UTF_8)) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException e) {
            throw malformed(unconfirmed);
        }
        throw malformed(unconfirmed);
    }

    private static Refusal malformed(VenueRules.Unconfirmed unconfirmed) {
        int status = unconfirmed.malformedJsonStatus();
        return new Refusal(status, status == 400 ? 40010000 : 40010001, "request body format is invalid");
    }

    /// A number as text, null where there is none.
    static void put(ObjectNode node, String name, @Nullable BigDecimal value) {
        node.put(name, value == null ? null : Decimals.text(value));
    }

    static void put(ObjectNode node, String name, @Nullable Object value) {
        node.put(name, value == null ? null : value.toString());
    }

    static void putTime(ObjectNode node, String name, long timeNs) {
        node.put(name, timeNs == 0 ? null : Times.utc(timeNs));
    }
}
