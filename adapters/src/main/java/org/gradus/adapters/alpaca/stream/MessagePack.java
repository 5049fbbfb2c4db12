package org.gradus.adapters.alpaca.stream;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.Base64;
import org.gradus.adapters.wire.Unreadable;
import org.gradus.adapters.wire.WireJson;
import org.gradus.engine.domain.FeedFault;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessageFormat;
import org.msgpack.core.MessageInsufficientBufferException;
import org.msgpack.core.MessagePackException;
import org.msgpack.core.MessageUnpacker;
import org.msgpack.value.ValueType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// MessagePack as the same trees that JSON becomes, so that there is one reader of messages. A double becomes its
/// shortest decimal, which is what its sender was given; a timestamp becomes text.
final class MessagePack {
    private static final int DEPTH_MAX = 32;
    private static final byte TIMESTAMP = -1;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private MessagePack() {
    }

    /// @throws Unreadable when it is not one value
    static JsonNode read(byte[] message) {
        try (MessageUnpacker unpacker = org.msgpack.core.MessagePack.newDefaultUnpacker(message)) {
            JsonNode node = value(unpacker, message.length, 0);
            if (unpacker.hasNext()) {
                throw Unreadable.malformed("bytes behind the message");
            }
            return node;
        } catch (MessageInsufficientBufferException e) {
            throw new Unreadable(FeedFault.TRUNCATED, "MessagePack that ends too early");
        } catch (MessagePackException | IOException | DateTimeException | ArithmeticException e) {
            throw Unreadable.malformed("not MessagePack");
        }
    }

    /// For what we send: texts, flags, lists and objects of them.
    static byte[] write(JsonNode node) {
        try (MessageBufferPacker packer = org.msgpack.core.MessagePack.newDefaultBufferPacker()) {
            write(node, packer);
            return packer.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException("a buffer in memory failed", e);
        }
    }

    private static void write(JsonNode node, MessageBufferPacker packer) throws IOException {
        if (node.isObject()) {
            packer.packMapHeader(node.size());
            for (var field : node.properties()) {
                packer.packString(field.getKey());
                write(field.getValue(), packer);
            }
        } else if (node.isArray()) {
            packer.packArrayHeader(node.size());
            for (JsonNode item : node) {
                write(item, packer);
            }
        } else if (node.isString()) {
            packer.packString(node.stringValue());
        } else if (node.isBoolean()) {
            packer.packBoolean(node.booleanValue());
        } else {
            throw new IllegalArgumentException("nothing we send: " + node.getNodeType());
        }
    }

    /// @param length of the whole message: what claims to hold more than that is a lie, and would cost memory
    private static JsonNode value(MessageUnpacker unpacker, int length, int depth) throws IOException {
        if (depth > DEPTH_MAX) {
            throw Unreadable.malformed("MessagePack beyond our limits");
        }
        ValueType type = unpacker.hasNext() ? unpacker.getNextFormat().getValueType() : null;
        if (type == null) {
            throw new Unreadable(FeedFault.TRUNCATED, "MessagePack that ends too early");
        }
        return switch (type) {
            case NIL -> {
                unpacker.unpackNil();
                yield NODES.nullNode();
            }
            case BOOLEAN -> NODES.booleanNode(unpacker.unpackBoolean());
            case INTEGER -> NODES.numberNode(unpacker.unpackBigInteger());
            case FLOAT -> shortest(unpacker);
            case STRING -> NODES.stringNode(unpacker.unpackString());
            case BINARY -> NODES.stringNode(Base64.getEncoder().encodeToString(
                    unpacker.readPayload(bounded(unpacker.unpackBinaryHeader(), length))));
            case ARRAY -> array(unpacker, length, depth);
            case MAP -> map(unpacker, length, depth);
            case EXTENSION -> extension(unpacker, length);
        };
    }

    private static JsonNode shortest(MessageUnpacker unpacker) throws IOException {
        boolean single = unpacker.getNextFormat() == MessageFormat.FLOAT32;
        double number = single ? Double.parseDouble(Float.toString(unpacker.unpackFloat())) : unpacker.unpackDouble();
        if (!Double.isFinite(number)) {
            return NODES.stringNode(String.valueOf(number));
        }
        return NODES.numberNode(new BigDecimal(Double.toString(number)));
    }

    private static JsonNode array(MessageUnpacker unpacker, int length, int depth) throws IOException {
        int size = bounded(unpacker.unpackArrayHeader(), length);
        ArrayNode array = NODES.arrayNode();
        for (int i = 0; i < size; i++) {
            array.add(value(unpacker, length, depth + 1));
        }
        return array;
    }

    private static JsonNode map(MessageUnpacker unpacker, int length, int depth) throws IOException {
        int size = bounded(unpacker.unpackMapHeader(), length);
        ObjectNode object = WireJson.object();
        for (int i = 0; i < size; i++) {
            JsonNode name = value(unpacker, length, depth + 1);
            object.set(name.isContainer() ? "" : name.asString(), value(unpacker, length, depth + 1));
        }
        return object;
    }

    private static JsonNode extension(MessageUnpacker unpacker, int length) throws IOException {
        var header = unpacker.unpackExtensionTypeHeader();
        bounded(header.getLength(), length);
        if (header.getType() == TIMESTAMP) {
            return NODES.stringNode(unpacker.unpackTimestamp(header).toString());
        }
        unpacker.readPayload(header.getLength());
        return NODES.nullNode();
    }

    private static int bounded(int size, int length) {
        if (size < 0 || size > length) {
            throw new Unreadable(FeedFault.TRUNCATED, "MessagePack that ends too early");
        }
        return size;
    }
}
