package org.gradus.engine.codec;

import java.nio.ByteOrder;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.gradus.engine.message.Hash256;

/// How a hash stands in a message: its 32 bytes in order, whatever the order of the numbers around it.
final class Hashes {

    private Hashes() {
    }

    static void put(MutableDirectBuffer buffer, int offset, Hash256 hash) {
        buffer.putLong(offset, hash.first(), ByteOrder.BIG_ENDIAN);
        buffer.putLong(offset + 8, hash.second(), ByteOrder.BIG_ENDIAN);
        buffer.putLong(offset + 16, hash.third(), ByteOrder.BIG_ENDIAN);
        buffer.putLong(offset + 24, hash.fourth(), ByteOrder.BIG_ENDIAN);
    }

    static Hash256 get(DirectBuffer buffer, int offset) {
        return new Hash256(buffer.getLong(offset, ByteOrder.BIG_ENDIAN), buffer.getLong(offset + 8,
                                                                                        ByteOrder.BIG_ENDIAN),
                           buffer.getLong(offset + 16, ByteOrder.BIG_ENDIAN), buffer.getLong(offset + 24,
                                                                                             ByteOrder.BIG_ENDIAN));
    }
}
