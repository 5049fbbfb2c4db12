package org.gradus.adapters.venue.trading;

import java.math.BigDecimal;
import org.gradus.adapters.venue.exchange.Decimals;
import org.gradus.adapters.venue.exchange.VenueRules;
import org.gradus.adapters.venue.exchange.Refusal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Reading and writing of JSON trees with exact numbers.
final class Json {
    static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper MAPPER =
        JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private Json() {
    }

    /// An empty body counts as an empty object.
    static ObjectNode object(String body, VenueRules.Unconfirmed unconfirmed) {
        if (body.isBlank()) {
            return NODES.objectNode();
        }
        @Nullable JsonNode node = null;
        try {
            node = MAPPER.readTree(body);
        } catch (JacksonException | StackOverflowError e) {
            // Told below, with what is no object at all.
            node = null;
        }
        if (node instanceof ObjectNode object) {
            return object;
        }
        int status = unconfirmed.malformedJsonStatus();
        throw new Refusal(status, status == 400 ? 40010000 : 40010001, "request body format is invalid");
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
