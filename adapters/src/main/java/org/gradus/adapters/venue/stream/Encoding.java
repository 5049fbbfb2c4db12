package org.gradus.adapters.venue.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.gradus.adapters.venue.VenueJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// How a client and the venue spell their messages on one connection.
enum Encoding {
    JSON_TEXT, JSON_BINARY, MESSAGE_PACK;

    private static final String MESSAGE_PACK_TYPE = "application/msgpack";

    /// By the header of the upgrade; JSON where it asks for nothing else.
    static Encoding of(@Nullable String contentType, Encoding json) {
        return contentType != null && contentType.strip().regionMatches(true, 0, MESSAGE_PACK_TYPE, 0,
                MESSAGE_PACK_TYPE.length()) ? MESSAGE_PACK : json;
    }

    /// @throws IllegalArgumentException for what is no message
    JsonNode read(byte[] bytes, boolean text) {
        if (this == MESSAGE_PACK && !text) {
            return MessagePack.read(bytes);
        }
        try {
            return VenueJson.read(bytes);
        } catch (JacksonException malformed) {
            throw new IllegalArgumentException("not JSON", malformed);
        }
    }

    Frame frame(JsonNode node) {
        return switch (this) {
            case JSON_TEXT -> new Frame(true, VenueJson.bytes(node));
            case JSON_BINARY -> new Frame(false, VenueJson.bytes(node));
            case MESSAGE_PACK -> new Frame(false, MessagePack.bytes(node));
        };
    }

    /// One WebSocket message.
    record Frame(boolean text, byte[] bytes) {
        String string() {
            return new String(bytes, UTF_8);
        }
    }
}
