package org.gradus.engine.codec;

import java.util.function.IntFunction;
import org.gradus.engine.domain.Coded;
import org.jspecify.annotations.Nullable;

/// How flags and words that may be missing stand in a one-byte code.
final class Codes {
    static final byte NONE = -1;

    private Codes() {
    }

    static byte of(@Nullable Coded word) {
        return word == null ? NONE : word.code();
    }

    static byte of(boolean flag) {
        return flag ? (byte) 1 : 0;
    }

    static boolean flag(byte code) {
        return code == 1;
    }

    /// For readers at the rim.
    static <E> @Nullable E word(byte code, IntFunction<E> words) {
        return code == NONE ? null : words.apply(code);
    }
}
