package org.gradus.engine.codec;

import java.nio.ByteOrder;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/// The fixed header of every record, in the ring and in the journal: 56 bytes, little-endian. Written at the door,
/// except the length
/// (grows as stages append), the flags (market stage) and the checksum (journal stage).
public final class RecordHeader {
    /// Version of the header and of the rules below it; message versions live in each message's own SBE header.
    public static final int VERSION = 1;

    static final int LENGTH_OFFSET = 0;
    static final int VERSION_OFFSET = 4;
    static final int FLAGS_OFFSET = 6;
    static final int SEQUENCE_OFFSET = 8;
    static final int EPOCH_OFFSET = 16;
    static final int CHECKSUM_OFFSET = 20;
    static final int TIME_OFFSET = 24;
    static final int VENUE_TIME_OFFSET = 32;
    static final int SOURCE_OFFSET = 40;
    static final int RESERVED_OFFSET = 44;
    static final int SOURCE_POSITION_OFFSET = 48;
    public static final int SIZE = 56;

    /// Our own fault struck while this record was handled: recovery skips it.
    public static final int FAILED = 1;
    /// The print is too far from the mark and waits for confirmation: it moves no mark and enters no bar yet.
    public static final int PRINT_PENDING = 2;
    /// The highest price of conflated prints is too far from the mark to be believed: it enters no bar.
    public static final int HIGH_LEFT_OUT = 4;
    /// The lowest one is: it enters no bar and reaches no stop.
    public static final int LOW_LEFT_OUT = 8;

    private RecordHeader() {
    }

    public static int length(DirectBuffer buffer, int offset) {
        return buffer.getInt(offset + LENGTH_OFFSET, ByteOrder.LITTLE_ENDIAN);
    }

    public static int version(DirectBuffer buffer, int offset) {
        return buffer.getShort(offset + VERSION_OFFSET, ByteOrder.LITTLE_ENDIAN) & 0xFFFF;
    }

    public static int flags(DirectBuffer buffer, int offset) {
        return buffer.getShort(offset + FLAGS_OFFSET, ByteOrder.LITTLE_ENDIAN) & 0xFFFF;
    }

    public static long sequence(DirectBuffer buffer, int offset) {
        return buffer.getLong(offset + SEQUENCE_OFFSET, ByteOrder.LITTLE_ENDIAN);
    }

    public static int epoch(DirectBuffer buffer, int offset) {
        return buffer.getInt(offset + EPOCH_OFFSET, ByteOrder.LITTLE_ENDIAN);
    }

    public static int checksum(DirectBuffer buffer, int offset) {
        return buffer.getInt(offset + CHECKSUM_OFFSET, ByteOrder.LITTLE_ENDIAN);
    }

    public static long timeNs(DirectBuffer buffer, int offset) {
        return buffer.getLong(offset + TIME_OFFSET, ByteOrder.LITTLE_ENDIAN);
    }

    public static long venueTimeNs(DirectBuffer buffer, int offset) {
        return buffer.getLong(offset + VENUE_TIME_OFFSET, ByteOrder.LITTLE_ENDIAN);
    }

    /// Index of the source in the epoch's table; negative for sources of our own (see `ingress.Source`).
    public static int source(DirectBuffer buffer, int offset) {
        return buffer.getInt(offset + SOURCE_OFFSET, ByteOrder.LITTLE_ENDIAN);
    }

    /// Where in its source the input stood: a file's line, a stream's count.
    public static long sourcePosition(DirectBuffer buffer, int offset) {
        return buffer.getLong(offset + SOURCE_POSITION_OFFSET, ByteOrder.LITTLE_ENDIAN);
    }

    public static void length(MutableDirectBuffer buffer, int offset, int value) {
        buffer.putInt(offset + LENGTH_OFFSET, value, ByteOrder.LITTLE_ENDIAN);
    }

    public static void flags(MutableDirectBuffer buffer, int offset, int value) {
        buffer.putShort(offset + FLAGS_OFFSET, (short) value, ByteOrder.LITTLE_ENDIAN);
    }

    public static void checksum(MutableDirectBuffer buffer, int offset, int value) {
        buffer.putInt(offset + CHECKSUM_OFFSET, value, ByteOrder.LITTLE_ENDIAN);
    }
}
