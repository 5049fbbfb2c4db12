package org.gradus.engine.codec;

import org.agrona.concurrent.UnsafeBuffer;

/// Turns characters into UTF-8 without garbage, cut at a whole character when they do not fit. Owned by one encoder.
final class TextBytes {
    private static final char REPLACEMENT = '\uFFFD';

    private final UnsafeBuffer bytes;
    private int length;

    TextBytes(int capacity) {
        bytes = new UnsafeBuffer(new byte[capacity]);
    }

    void set(CharSequence text) {
        length = 0;
        int i = 0;
        while (i < text.length()) {
            int point = codePoint(text, i);
            if (!put(point)) {
                return;
            }
            i += Character.charCount(point);
        }
    }

    UnsafeBuffer bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    /// A lone surrogate has no bytes of its own.
    private static int codePoint(CharSequence text, int index) {
        int point = Character.codePointAt(text, index);
        return Character.MIN_SURROGATE <= point && point <= Character.MAX_SURROGATE ? REPLACEMENT : point;
    }

    private boolean put(int point) {
        int size = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
        if (length + size > bytes.capacity()) {
            return false;
        }
        if (size == 1) {
            bytes.putByte(length++, (byte) point);
            return true;
        }
        // The lead byte has as many leading ones as there are bytes.
        bytes.putByte(length++, (byte) (0xF00 >> size | point >> 6 * (size - 1)));
        for (int shift = 6 * (size - 2); shift >= 0; shift -= 6) {
            bytes.putByte(length++, (byte) (0x80 | point >> shift & 0x3F));
        }
        return true;
    }
}
