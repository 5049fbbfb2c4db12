package org.gradus.adapters.venue.stream;

import java.util.EnumMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// A message to many clients, encoded once for each encoding among them. Used by one thread.
final class Message {
    private final JsonNode node;
    private final Map<Encoding, Encoding.Frame> frames = new EnumMap<>(Encoding.class);

    Message(JsonNode node) {
        this.node = node;
    }

    Encoding.Frame frame(Encoding encoding) {
        return frames.computeIfAbsent(encoding, each -> each.frame(node));
    }
}
