package org.gradus.adapters.venue.stream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessageUnpacker;
import org.msgpack.value.Value;
import org.gradus.adapters.venue.VenueJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

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

    /// Reads what a client sent.
    ///
    /// @throws IllegalArgumentException for what is no message
    static JsonNode read(byte[] bytes) {
        try (MessageUnpacker unpacker = org.msgpack.core.MessagePack.newDefaultUnpacker(bytes)) {
            JsonNode node = node(unpacker.unpackValue(), 0);
            if (unpacker.hasNext()) {
                throw new IllegalArgumentException("more than one value");
            }
            return node;
        } catch (IOException | RuntimeException | StackOverflowError malformed) {
            throw new IllegalArgumentException("not MessagePack", malformed);
        }
    }

    private static JsonNode node(Value value, int depth) {
        if (depth > NESTING_MAX) {
            throw new IllegalArgumentException("nested too deep");
        }
        JsonNodeFactory make = JsonNodeFactory.instance;
        return switch (value.getValueType()) {
            case NIL -> make.nullNode();
            case BOOLEAN -> make.booleanNode(value.asBooleanValue().getBoolean());
            case INTEGER -> make.numberNode(bigInteger(value));
            case FLOAT -> make.numberNode(value.asFloatValue().toDouble());
            case STRING, BINARY -> make.stringNode(value.asRawValue().asString());
            case ARRAY -> {
                ArrayNode array = make.arrayNode();
                value.asArrayValue().forEach(element -> array.add(node(element, depth + 1)));
                yield array;
            }
            case MAP -> {
                var object = VenueJson.object();
                value.asMapValue().map().forEach((key, field) ->
                        object.set(key.asRawValue().asString(), node(field, depth + 1)));
                yield object;
            }
            case EXTENSION -> throw new DateTimeException("no extension is expected of a client");
        };
    }

    private static BigInteger bigInteger(Value value) {
        return value.asIntegerValue().toBigInteger();
    }
}
