package org.gradus.engine.sim;

import org.gradus.engine.domain.FixedPoint;

/// Random draws without a state: each is a hash of the seed, a key (an order) and the number of the draw. So a draw is
/// the same whatever was drawn before it, and no interleaving of threads or orders can change a simulated run.
/// Immutable; usable from any thread.
public final class StatelessRandom {
    private static final long KEY_STEP = 0x9E37_79B9_7F4A_7C15L;
    private static final long DRAW_STEP = 0xD1B5_4A32_D192_ED03L;
    private static final double DOUBLE_UNIT = 0x1.0p-53;

    private final long seed;

    public StatelessRandom(long seed) {
        this.seed = mix(seed + KEY_STEP);
    }

    /// All 64 bits of the draw.
    public long bits(long key, long n) {
        return mix(mix(seed + key * KEY_STEP) + n * DRAW_STEP);
    }

    /// A number in [0, bound), by the high half of a product: the bias is below bound ÷ 2^64. The bound is positive.
    public long below(long bound, long key, long n) {
        return Math.unsignedMultiplyHigh(bits(key, n), bound);
    }

    /// True with this probability, scaled 1e-9: never at 0, always at 1.
    public boolean chance(long probability, long key, long n) {
        return probability > 0 && below(FixedPoint.ONE, key, n) < probability;
    }

    /// A number in [0, 1).
    public double uniform(long key, long n) {
        return (bits(key, n) >>> 11) * DOUBLE_UNIT;
    }

    /// The finaliser of SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014), in the
    /// variant 13 of Stafford: every input bit reaches every output bit.
    private static long mix(long value) {
        long z = value;
        z = (z ^ z >>> 30) * 0xBF58_476D_1CE4_E5B9L;
        z = (z ^ z >>> 27) * 0x94D0_49BB_1331_11EBL;
        return z ^ z >>> 31;
    }
}
