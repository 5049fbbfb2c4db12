package org.gradus.engine.codec;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.gradus.engine.message.Journaled;

/// A journal in memory.
public final class RecordList implements RecordSource {
    private final DirectBuffer bytes;
    private final int end;
    private int offset = -1;

    private RecordList(DirectBuffer bytes, int end) {
        this.bytes = bytes;
        this.end = end;
    }

    /// Records one behind the other, without a gap.
    public static RecordList of(byte[] bytes) {
        return new RecordList(new UnsafeBuffer(bytes), bytes.length);
    }

    public static RecordList of(List<Journaled> records) {
        return of(bytes(records));
    }

    public static byte[] bytes(List<Journaled> records) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RecordCodec codec = new RecordCodec();
        EventSlot slot = EventSlot.ofCapacity(1 << 20);
        for (Journaled record : records) {
            codec.write(slot, record);
            byte[] one = new byte[slot.length()];
            slot.buffer().getBytes(0, one);
            out.writeBytes(one);
        }
        return out.toByteArray();
    }

    @Override
    public boolean next() {
        offset = offset < 0 ? 0 : offset + RecordHeader.length(bytes, offset);
        return offset < end;
    }

    @Override
    public DirectBuffer buffer() {
        return bytes;
    }

    @Override
    public int offset() {
        return offset;
    }

    @Override
    public void close() {
        offset = end;
    }
}
