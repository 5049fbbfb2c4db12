package org.gradus.engine.state;

/// Hashes a state into 64 bits, to compare two runs. Order, type and array length count, doubles count by their bits.
/// Each step is a bijection of the hash so far and of the 64 bits mixed in, so two walks that differ in one value only
/// always differ in their hash; otherwise a collision is as likely as for a random function. No defence against an
/// opponent: seals use SHA-256. One instance per owning thread, reused.
public final class StateHasher implements StateVisitor {
    private static final long SEED = 0x9E37_79B9_7F4A_7C15L;
    private static final long SPREAD = 0xD6E8_FEB8_6659_FD93L;

    private long hash = SEED;

    public long hash() {
        return hash;
    }

    public void reset() {
        hash = SEED;
    }

    @Override
    public long visit(long value) {
        mix(value, StateLayout.LONG);
        return value;
    }

    @Override
    public double visit(double value) {
        mix(Double.doubleToRawLongBits(value), StateLayout.DOUBLE);
        return value;
    }

    @Override
    public int visit(int value) {
        mix(value, StateLayout.INT);
        return value;
    }

    @Override
    public boolean visit(boolean value) {
        mix(value ? 1 : 0, StateLayout.BOOLEAN);
        return value;
    }

    @Override
    public void visit(double[] values) {
        mix(values.length, StateLayout.DOUBLES);
        for (double value : values) {
            mix(Double.doubleToRawLongBits(value), StateLayout.DOUBLES);
        }
    }

    @Override
    public void visit(long[] values) {
        mix(values.length, StateLayout.LONGS);
        for (long value : values) {
            mix(value, StateLayout.LONGS);
        }
    }

    @Override
    public void visit(int[] values) {
        mix(values.length, StateLayout.INTS);
        for (int value : values) {
            mix(value, StateLayout.INTS);
        }
    }

    /// Multiplication by an odd number carries bits upwards, the shifts bring them down again: twice is enough for
    /// every bit to reach every other. The tag moves the hash so far, not the value, so that no value of one type can
    /// stand for a value of another.
    private void mix(long value, byte tag) {
        long mixed = (Long.rotateLeft(hash, 23) + tag * SEED) ^ value;
        mixed = (mixed ^ (mixed >>> 32)) * SPREAD;
        mixed = (mixed ^ (mixed >>> 32)) * SPREAD;
        hash = mixed ^ (mixed >>> 32);
    }
}
