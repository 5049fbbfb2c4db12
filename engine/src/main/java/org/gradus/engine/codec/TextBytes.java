package org.gradus.engine.codec;

/// UTF-8 bytes of a short text in a reused array, so that a text can be encoded without garbage. Text beyond the limit is cut.
final class TextBytes {
    private static final int LIMIT = 1024;
    private final byte[] bytes = new byte[LIMIT];
    private int length;

    void set(CharSequence text) {
        length = 0;
        for (int i = 0; i < text.length() && length <= LIMIT - 4; i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                bytes[length++] = (byte) c;
            } else if (c < 0x800) {
                bytes[length++] = (byte) (0xC0 | c >> 6);
                bytes[length++] = (byte) (0x80 | c & 0x3F);
            } else if (Character.isSurrogate(c)) {
                bytes[length++] = '?';
            } else {
                bytes[length++] = (byte) (0xE0 | c >> 12);
                bytes[length++] = (byte) (0x80 | c >> 6 & 0x3F);
                bytes[length++] = (byte) (0x80 | c & 0x3F);
            }
        }
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }
}
