package org.gradus.adapters.venue.stream;

import java.util.stream.Stream;
import org.gradus.adapters.venue.VenueJson;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// What a data stream says when it says no.
public enum StreamError {
    INVALID_SYNTAX(400, "invalid syntax"),
    NOT_AUTHENTICATED(401, "not authenticated"),
    AUTH_FAILED(402, "auth failed"),
    ALREADY_AUTHENTICATED(403, "already authenticated"),
    AUTH_TIMEOUT(404, "auth timeout"),
    SYMBOL_LIMIT_EXCEEDED(405, "symbol limit exceeded"),
    CONNECTION_LIMIT_EXCEEDED(406, "connection limit exceeded"),
    SLOW_CLIENT(407, "slow client"),
    V2_NOT_ENABLED(408, "v2 not enabled"),
    INSUFFICIENT_SUBSCRIPTION(409, "insufficient subscription"),
    INVALID_SUBSCRIBE_ACTION(410, "invalid subscribe action for this feed"),
    INTERNAL_ERROR(500, "internal error");

    private final int code;
    private final String text;

    StreamError(int code, String text) {
        this.code = code;
        this.text = text;
    }

    /// @return an internal error for a code that no stream has
    static StreamError of(int code) {
        return Stream.of(values()).filter(each -> each.code == code).findFirst().orElse(INTERNAL_ERROR);
    }

    String text() {
        return text;
    }

    ArrayNode message() {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        array.add(VenueJson.object().put("T", "error").put("code", code).put("msg", text));
        return array;
    }
}
