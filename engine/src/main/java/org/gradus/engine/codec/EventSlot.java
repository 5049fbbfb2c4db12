package org.gradus.engine.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/// One preallocated ring entry: the bytes of one record. The publisher writes header and input, each stage in turn
/// appends its messages;
/// whoever holds the slot's sequence owns it. Messages are length-prefixed: an int, then the SBE header and body.
public final class EventSlot {
    /// Bytes before the SBE message header: the length prefix.
    public static final int PREFIX = 4;
    /// Strides are padded by this much, so that slots of a power-of-two capacity do not share cache sets.
    private static final int STRIDE_PADDING = 192;

    private final UnsafeBuffer buffer;
    private final ByteBuffer bytes;
    private final int capacity;
    private int length;
    /// When the input reached the door, on the machine's monotonic clock: for latency histograms only, never journaled.
    /// 0 when not measured.
    private long arrivedNs;
    /// The record had to be forced to disk and could not be: what it decided must not leave. Never journaled.
    private boolean unforced;

    private EventSlot(ByteBuffer bytes) {
        this.bytes = bytes.order(ByteOrder.LITTLE_ENDIAN);
        this.buffer = new UnsafeBuffer(bytes);
        this.capacity = bytes.capacity();
    }

    /// A slot with memory of its own, for driving stages without a ring.
    public static EventSlot ofCapacity(int capacity) {
        return new EventSlot(ByteBuffer.allocateDirect(capacity));
    }

    /// `count` slots carved from one block of memory.
    public static EventSlot[] carve(int count, int capacity) {
        int stride = capacity + STRIDE_PADDING;
        EventSlot[] slots = new EventSlot[count];
        int perBlock = Math.max(1, (1 << 30) / stride);
        ByteBuffer block = null;
        for (int i = 0; i < count; i++) {
            int inBlock = i % perBlock;
            if (inBlock == 0) {
                block = ByteBuffer.allocateDirect(Math.min(perBlock, count - i) * stride);
            }
            slots[i] = new EventSlot(block.slice(inBlock * stride, capacity));
        }
        return slots;
    }

    /// Starts a record; everything in the slot before is gone.
    public void begin(long sequence, int epoch, long timeNs, long venueTimeNs) {
        length = RecordHeader.SIZE;
        buffer.putInt(RecordHeader.LENGTH_OFFSET, RecordHeader.SIZE, ByteOrder.LITTLE_ENDIAN);
        buffer.putShort(RecordHeader.VERSION_OFFSET, (short) RecordHeader.VERSION, ByteOrder.LITTLE_ENDIAN);
        buffer.putShort(RecordHeader.FLAGS_OFFSET, (short) 0, ByteOrder.LITTLE_ENDIAN);
        buffer.putLong(RecordHeader.SEQUENCE_OFFSET, sequence, ByteOrder.LITTLE_ENDIAN);
        buffer.putInt(RecordHeader.EPOCH_OFFSET, epoch, ByteOrder.LITTLE_ENDIAN);
        buffer.putInt(RecordHeader.CHECKSUM_OFFSET, 0, ByteOrder.LITTLE_ENDIAN);
        buffer.putLong(RecordHeader.TIME_OFFSET, timeNs, ByteOrder.LITTLE_ENDIAN);
        buffer.putLong(RecordHeader.VENUE_TIME_OFFSET, venueTimeNs, ByteOrder.LITTLE_ENDIAN);
        buffer.putInt(RecordHeader.RESERVED_OFFSET, 0, ByteOrder.LITTLE_ENDIAN);
        from(-1, 0);
        arrivedNs = 0;
        unforced = false;
    }

    /// Names the source of the input and its place in it.
    public void from(int source, long sourcePosition) {
        buffer.putInt(RecordHeader.SOURCE_OFFSET, source, ByteOrder.LITTLE_ENDIAN);
        buffer.putLong(RecordHeader.SOURCE_POSITION_OFFSET, sourcePosition, ByteOrder.LITTLE_ENDIAN);
    }

    /// Where the next message's SBE header goes: wrap an encoder here, fill it, then call [#append(int)].
    public int messageOffset() {
        return length + PREFIX;
    }

    /// Seals the message just encoded at [#messageOffset()].
    ///
    /// @param encodedLength bytes of SBE header and body together
    public void append(int encodedLength) {
        buffer.putInt(length, encodedLength, ByteOrder.LITTLE_ENDIAN);
        length += PREFIX + encodedLength;
        if (length > capacity) {
            throw new IllegalStateException("record of " + length + " bytes exceeds the slot's " + capacity);
        }
        buffer.putInt(RecordHeader.LENGTH_OFFSET, length, ByteOrder.LITTLE_ENDIAN);
    }

    /// Takes over a whole recorded record, for replay.
    public void load(DirectBuffer source, int offset, int recordLength) {
        buffer.putBytes(0, source, offset, recordLength);
        length = recordLength;
        arrivedNs = 0;
        unforced = false;
    }

    /// Cuts the record after its input, so that the stages can derive and decide anew.
    public void truncateToInput() {
        length = endOfInput();
        RecordHeader.length(buffer, 0, length);
        RecordHeader.flags(buffer, 0, 0);
        RecordHeader.checksum(buffer, 0, 0);
    }

    /// A stage failed on this record: only its input stands, flagged, and recovery will skip it.
    public void fail() {
        truncateToInput();
        flag(RecordHeader.FAILED);
    }

    public boolean failed() {
        return (flags() & RecordHeader.FAILED) != 0;
    }

    /// Whether nothing stands behind the input: most records are so, and stages that look for decisions pass them by.
    public boolean inputOnly() {
        return length == endOfInput();
    }

    private int endOfInput() {
        return RecordHeader.SIZE + PREFIX + buffer.getInt(RecordHeader.SIZE, ByteOrder.LITTLE_ENDIAN);
    }

    public void flag(int bits) {
        RecordHeader.flags(buffer, 0, flags() | bits);
    }

    public int remaining() {
        return capacity - length;
    }

    public int capacity() {
        return capacity;
    }

    public int length() {
        return length;
    }

    public int flags() {
        return RecordHeader.flags(buffer, 0);
    }

    public long sequence() {
        return RecordHeader.sequence(buffer, 0);
    }

    public long timeNs() {
        return RecordHeader.timeNs(buffer, 0);
    }

    public long venueTimeNs() {
        return RecordHeader.venueTimeNs(buffer, 0);
    }

    public long arrivedNs() {
        return arrivedNs;
    }

    public void arrivedNs(long value) {
        arrivedNs = value;
    }

    public boolean unforced() {
        return unforced;
    }

    public void unforced(boolean value) {
        unforced = value;
    }

    public MutableDirectBuffer buffer() {
        return buffer;
    }

    /// The same memory as a NIO buffer, for checksums and writes; position and limit are the caller's to set.
    public ByteBuffer bytes() {
        return bytes;
    }
}
