package org.gradus.engine.state;

import org.agrona.DirectBuffer;

/// Restores what [StateWriter] wrote into an object built alike, then [#finish] makes sure that nothing is left over.
/// A state that does not fit is a [CorruptStateException] naming the byte; nothing is guessed. Used by the thread
/// that owns the restored object.
public final class StateReader implements StateVisitor {
    private final DirectBuffer buffer;
    private final int start;
    private final int end;
    private int position;

    public StateReader(DirectBuffer buffer, int offset, int length) {
        buffer.boundsCheck(offset, length);
        this.buffer = buffer;
        this.start = offset;
        this.end = offset + length;
        this.position = offset;
    }

    /// Says that the whole state has been visited: bytes left over mean that it was written by something larger.
    public void finish() {
        if (position != end) {
            throw new CorruptStateException((end - position) + " bytes left over after byte " + (position - start));
        }
    }

    @Override
    public long visit(long value) {
        expect(StateLayout.LONG);
        return takeLong();
    }

    @Override
    public double visit(double value) {
        expect(StateLayout.DOUBLE);
        return Double.longBitsToDouble(takeLong());
    }

    @Override
    public int visit(int value) {
        expect(StateLayout.INT);
        return takeInt();
    }

    @Override
    public boolean visit(boolean value) {
        expect(StateLayout.BOOLEAN);
        byte stored = takeByte();
        if (stored != 0 && stored != 1) {
            throw new CorruptStateException("neither true nor false before byte " + (position - start) + ": " + stored);
        }
        return stored == 1;
    }

    @Override
    public void visit(double[] values) {
        expectArray(StateLayout.DOUBLES, values.length);
        for (int i = 0; i < values.length; i++) {
            values[i] = Double.longBitsToDouble(takeLong());
        }
    }

    @Override
    public void visit(long[] values) {
        expectArray(StateLayout.LONGS, values.length);
        for (int i = 0; i < values.length; i++) {
            values[i] = takeLong();
        }
    }

    @Override
    public void visit(int[] values) {
        expectArray(StateLayout.INTS, values.length);
        for (int i = 0; i < values.length; i++) {
            values[i] = takeInt();
        }
    }

    private void expectArray(byte tag, int length) {
        expect(tag);
        int stored = takeInt();
        if (stored != length) {
            throw new CorruptStateException(StateLayout.nameOf(tag) + " of " + length + " values expected before byte "
                + (position - start) + ", of " + stored + " found");
        }
    }

    private void expect(byte tag) {
        byte stored = takeByte();
        if (stored != tag) {
            throw new CorruptStateException(StateLayout.nameOf(tag) + " expected before byte " + (position - start)
                + ", " + StateLayout.nameOf(stored) + " found");
        }
    }

    private byte takeByte() {
        need(Byte.BYTES);
        return buffer.getByte(position++);
    }

    private int takeInt() {
        need(Integer.BYTES);
        int value = buffer.getInt(position, StateLayout.BYTE_ORDER);
        position += Integer.BYTES;
        return value;
    }

    private long takeLong() {
        need(Long.BYTES);
        long value = buffer.getLong(position, StateLayout.BYTE_ORDER);
        position += Long.BYTES;
        return value;
    }

    private void need(int bytes) {
        if (end - position < bytes) {
            throw new CorruptStateException("cut off: " + bytes + " bytes needed after byte " + (position - start)
                + ", " + (end - position) + " left");
        }
    }
}
