package org.gradus.engine.message;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/// A SHA-256 value, as four longs in big-endian order, so that it is compared by value.
public record Hash256(long first, long second, long third, long fourth) {

    public static final int BYTES = 32;
    public static final Hash256 ZERO = new Hash256(0, 0, 0, 0);

    /// @param bytes exactly 32
    public static Hash256 of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a hash of " + bytes.length + " bytes, not " + BYTES);
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        return new Hash256(in.getLong(), in.getLong(), in.getLong(), in.getLong());
    }

    /// Reads what [#hex()] writes.
    public static Hash256 parse(String hex) {
        return of(HexFormat.of().parseHex(hex));
    }

    public byte[] bytes() {
        return ByteBuffer.allocate(BYTES).putLong(first).putLong(second).putLong(third).putLong(fourth).array();
    }

    /// 64 lower-case digits.
    public String hex() {
        return HexFormat.of().formatHex(bytes());
    }

    @Override
    public String toString() {
        return hex();
    }
}
