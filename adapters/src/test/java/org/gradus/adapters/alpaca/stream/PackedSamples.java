package org.gradus.adapters.alpaca.stream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessagePacker;
import tools.jackson.databind.JsonNode;

/// Packs messages as the venue does: prices as doubles, times as timestamps, ids as 64-bit numbers.
final class PackedSamples {
    private PackedSamples() {
    }

    static byte[] pack(JsonNode node) {
        try (MessageBufferPacker packer = org.msgpack.core.MessagePack.newDefaultBufferPacker()) {
            pack("", node, packer);
            return packer.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pack(String name, JsonNode node, MessagePacker packer) throws IOException {
        if (node.isObject()) {
            packer.packMapHeader(node.size());
            for (var field : node.properties()) {
                packer.packString(field.getKey());
                pack(field.getKey(), field.getValue(), packer);
            }
        } else if (node.isArray()) {
            packer.packArrayHeader(node.size());
            for (JsonNode item : node) {
                pack("", item, packer);
            }
        } else if (node.isIntegralNumber()) {
            packer.packBigInteger(node.bigIntegerValue());
        } else if (node.isNumber()) {
            packer.packDouble(node.doubleValue());
        } else if (node.isString() && name.equals("t")) {
            packer.packTimestamp(Instant.parse(node.stringValue()));
        } else {
            packer.packString(node.asString());
        }
    }
}
