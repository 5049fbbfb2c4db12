package org.gradus.engine.codec;

import java.nio.ByteOrder;
import org.agrona.DirectBuffer;
import org.gradus.engine.codec.sbe.MessageHeaderDecoder;

/// Walks the messages of one record, input first. One instance per owning thread, re-wrapped, never allocated on the
/// hot path.
public final class RecordCursor {
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private DirectBuffer buffer;
    private int end;
    private int next;
    private int body;

    public void wrap(DirectBuffer record, int offset) {
        buffer = record;
        end = offset + RecordHeader.length(record, offset);
        next = offset + RecordHeader.SIZE;
    }

    /// Moves to the next message; false after the last. Check [#templateId()] then and wrap the decoder at [#body()].
    public boolean advance() {
        if (next >= end) {
            return false;
        }
        int messageLength = buffer.getInt(next, ByteOrder.LITTLE_ENDIAN);
        int start = next + EventSlot.PREFIX;
        header.wrap(buffer, start);
        body = start + MessageHeaderDecoder.ENCODED_LENGTH;
        next = start + messageLength;
        return true;
    }

    public int templateId() {
        return header.templateId();
    }

    public int blockLength() {
        return header.blockLength();
    }

    public int version() {
        return header.version();
    }

    public DirectBuffer buffer() {
        return buffer;
    }

    /// Where the current message's block begins, behind its SBE header.
    public int body() {
        return body;
    }
}
