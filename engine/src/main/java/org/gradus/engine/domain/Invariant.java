package org.gradus.engine.domain;

/// Checks that are always on. The sentence says what holds; numbers are passed apart, so that no text is built while
/// it does.
public final class Invariant {

    private Invariant() {
    }

    public static void hold(boolean holds, String sentence) {
        if (!holds) {
            throw new BrokenInvariant(sentence);
        }
    }

    public static void hold(boolean holds, String sentence, long value) {
        if (!holds) {
            throw new BrokenInvariant(sentence + ": " + value);
        }
    }

    public static void hold(boolean holds, String sentence, long left, long right) {
        if (!holds) {
            throw new BrokenInvariant(sentence + ": " + left + ", " + right);
        }
    }
}
