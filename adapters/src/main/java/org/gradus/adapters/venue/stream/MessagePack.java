package org.gradus.adapters.venue.stream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import org.gradus.adapters.venue.VenueJson;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessageUnpacker;
import org.msgpack.value.ValueType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The same messages as MessagePack: the field `t` of market data is a time stamp of the format's own, whole numbers
/// are integers of up to 64 bits, all others doubles.
final class MessagePack {
    private static final String TIME_FIELD = "t";
    private static final int NESTING_MAX = 16;

    private MessagePack() {
    }

    static byte[] bytes(JsonNode node) {
        try (MessageBufferPacker packer = org.msgpack.core.MessagePack.newDefaultBufferPacker()) {
            pack(packer, "", node);
            return packer.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pack(MessageBufferPacker packer, String name, JsonNode node) throws IOException {
        if (node.isObject()) {
            packer.packMapHeader(node.size());
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                packer.packString(field.getKey());
                pack(packer, field.getKey(), field.getValue());
            }
        } else if (node.isArray()) {
            packer.packArrayHeader(node.size());
            for (JsonNode element : node) {
                pack(packer, "", element);
            }
        } else {
            packScalar(packer, name, node);
        }
    }

    private static void packScalar(MessageBufferPacker packer, String name, JsonNode node) throws IOException {
        if (node.isString()) {
            if (name.equals(TIME_FIELD)) {
                packer.packTimestamp(Instant.parse(node.stringValue()));
            } else {
                packer.packString(node.stringValue());
            }
        } else if (node.isIntegralNumber()) {
            packer.packBigInteger(node.bigIntegerValue());
        } else if (node.isNumber()) {
            packer.packDouble(node.doubleValue());
        } else if (node.isBoolean()) {
            packer.packBoolean(node.booleanValue());
        } else {
            packer.packNil();
        }
    }

    /// Reads what a client sent. Nothing is made in the size that a message claims for itself: five bytes may claim
    /// four billion elements.
    ///
    /// @throws IllegalArgumentException for what is no message
    static JsonNode read(byte[] bytes) {
        try (MessageUnpacker unpacker = org.msgpack.core.MessagePack.newDefaultUnpacker(bytes)) {
            JsonNode node = node(unpacker, 0);
            if (unpacker.hasNext()) {
                throw new IllegalArgumentException("more than one value");
            }
            return node;
        } catch (IOException | RuntimeException malformed) {
            throw new IllegalArgumentException("not MessagePack", malformed);
        }
    }

    private static JsonNode node(MessageUnpacker unpacker, int depth) throws IOException {
        if (depth > NESTING_MAX) {
            throw new IllegalArgumentException("nested too deep");
        }
        JsonNodeFactory make = JsonNodeFactory.instance;
        ValueType type = unpacker.getNextFormat().getValueType();
        return switch (type) {
            case NIL -> {
                unpacker.unpackNil();
                yield make.nullNode();
            }
            case BOOLEAN -> make.booleanNode(unpacker.unpackBoolean());
            case INTEGER -> make.numberNode(unpacker.unpackBigInteger());
            case FLOAT -> make.numberNode(unpacker.unpackDouble());
            case STRING -> make.stringNode(unpacker.unpackString());
            case ARRAY -> array(unpacker, depth);
            case MAP -> object(unpacker, depth);
            case BINARY, EXTENSION -> throw new IllegalArgumentException(type + " is not expected of a client");
        };
    }

    private static ArrayNode array(MessageUnpacker unpacker, int depth) throws IOException {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (int left = unpacker.unpackArrayHeader(); left > 0; left--) {
            array.add(node(unpacker, depth + 1));
        }
        return array;
    }

    private static ObjectNode object(MessageUnpacker unpacker, int depth) throws IOException {
        ObjectNode object = VenueJson.object();
        for (int left = unpacker.unpackMapHeader(); left > 0; left--) {
            object.set(unpacker.unpackString(), node(unpacker, depth + 1));
        }
        return object;
    }
}
