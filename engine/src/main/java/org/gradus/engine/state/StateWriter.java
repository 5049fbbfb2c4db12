package org.gradus.engine.state;

import org.agrona.MutableDirectBuffer;

/// Writes a state into a buffer, for [StateReader]. The buffer may be one that grows or one of a fixed size; a fixed
/// one that is too small is an error that says how much was needed at least. One instance per owning thread, reused;
/// allocates only where the buffer grows.
public final class StateWriter implements StateVisitor {
    private final MutableDirectBuffer buffer;
    private final int start;
    private int position;

    public StateWriter(MutableDirectBuffer buffer) {
        this(buffer, 0);
    }

    public StateWriter(MutableDirectBuffer buffer, int offset) {
        this.buffer = buffer;
        this.start = offset;
        this.position = offset;
    }

    /// Bytes written since the last reset.
    public int length() {
        return position - start;
    }

    public void reset() {
        position = start;
    }

    @Override
    public long visit(long value) {
        begin(StateLayout.LONG, Long.BYTES);
        putLong(value);
        return value;
    }

    @Override
    public double visit(double value) {
        begin(StateLayout.DOUBLE, Double.BYTES);
        putLong(Double.doubleToRawLongBits(value));
        return value;
    }

    @Override
    public int visit(int value) {
        begin(StateLayout.INT, Integer.BYTES);
        putInt(value);
        return value;
    }

    @Override
    public boolean visit(boolean value) {
        begin(StateLayout.BOOLEAN, Byte.BYTES);
        buffer.putByte(position++, (byte) (value ? 1 : 0));
        return value;
    }

    @Override
    public void visit(double[] values) {
        beginArray(StateLayout.DOUBLES, values.length, Double.BYTES);
        for (double value : values) {
            putLong(Double.doubleToRawLongBits(value));
        }
    }

    @Override
    public void visit(long[] values) {
        beginArray(StateLayout.LONGS, values.length, Long.BYTES);
        for (long value : values) {
            putLong(value);
        }
    }

    @Override
    public void visit(int[] values) {
        beginArray(StateLayout.INTS, values.length, Integer.BYTES);
        for (int value : values) {
            putInt(value);
        }
    }

    private void beginArray(byte tag, int count, int bytesEach) {
        begin(tag, Integer.BYTES + (long) count * bytesEach);
        putInt(count);
    }

    private void begin(byte tag, long bytes) {
        long end = position + Byte.BYTES + bytes;
        if (end > Integer.MAX_VALUE || !buffer.isExpandable() && end > buffer.capacity()) {
            throw new IllegalStateException("the state needs at least " + (end - start)
                + " bytes, the buffer has room for " + (buffer.capacity() - start));
        }
        buffer.putByte(position++, tag);
    }

    private void putLong(long value) {
        buffer.putLong(position, value, StateLayout.BYTE_ORDER);
        position += Long.BYTES;
    }

    private void putInt(int value) {
        buffer.putInt(position, value, StateLayout.BYTE_ORDER);
        position += Integer.BYTES;
    }
}
