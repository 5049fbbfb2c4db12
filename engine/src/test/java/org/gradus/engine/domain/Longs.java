package org.gradus.engine.domain;

import java.util.SplittableRandom;

/// Longs that break arithmetic: extremes and their neighbours, powers of two, halves of the scale, and otherwise
/// numbers of every magnitude, so that small, large and overflowing products all occur. A failure names the seed.
final class Longs {

    static final long SEED = Long.getLong("gradus.seed", 20260101L);

    private static final long[] CORNERS = {
        0, 1, 2, 3, 10, 499_999_999, 500_000_000, 500_000_001, 999_999_999, 1_000_000_000, 1_000_000_001,
        1_500_000_000, 2_500_000_000L, (1L << 31) - 1, 1L << 31, (1L << 32) - 1, 1L << 32, (1L << 32) + 1,
        1L << 53, (1L << 62) - 1, 1L << 62, Long.MAX_VALUE - 1, Long.MAX_VALUE, Long.MIN_VALUE, Long.MIN_VALUE + 1};

    private final SplittableRandom random;

    Longs(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /// How a failing property names its case and the seed that leads to it.
    static String named(Object subject) {
        return " at " + subject + ", -Dgradus.seed=" + SEED;
    }

    long any() {
        return switch (random.nextInt(8)) {
            case 0 -> signed(CORNERS[random.nextInt(CORNERS.length)]);
            case 1 -> signed((1L << random.nextInt(63)) + random.nextInt(-2, 3));
            case 2 -> signed(random.nextInt(1, 40) * FixedPoint.ONE / 2);
            default -> random.nextLong() >> random.nextInt(64);
        };
    }

    long positive() {
        long value = any();
        return value > 0 ? value : Math.max(1, -Math.max(value, -Long.MAX_VALUE));
    }

    /// Doubles of every exponent that a scaled long can meet, and a few beyond on both sides.
    double anyDouble() {
        if (random.nextInt(4) == 0) {
            return any() / (double) FixedPoint.ONE;
        }
        long exponent = random.nextInt(1023 - 45, 1023 + 36);
        return Double.longBitsToDouble(random.nextLong() & 0x800F_FFFF_FFFF_FFFFL | exponent << 52);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    private long signed(long value) {
        return random.nextBoolean() ? value : -value;
    }
}
