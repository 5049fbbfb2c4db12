package org.gradus.engine.journal;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.agrona.DirectBuffer;
import org.gradus.engine.codec.RecordHeader;
import org.gradus.engine.codec.RecordSource;

/// Digests the journal segment by segment: SHA-256 over the bytes of every record since the last seal, that seal
/// included. Reads the journal behind the writer, off the hot path. Used by one thread, which need not be the writer's.
public final class Sealer implements AutoCloseable {
    /// A seal to be entered through the door.
    public record Seal(int segment, long fromSequence, long toSequence, byte[] sha256, byte[] previous) {
    }

    private final RecordSource source;
    private final MessageDigest digest = sha256();
    private final ByteBuffer chunk = ByteBuffer.allocate(1 << 16);
    private long digestedTo;
    private long from;
    private int segment;
    private byte[] previous;

    /// @param source      positioned before the first record
    /// @param skipTo      sequence of the last seal already in the journal, 0 when there is none
    /// @param segment     number of that seal
    /// @param previous    its SHA-256
    public Sealer(RecordSource source, long skipTo, int segment, byte[] previous) {
        this.source = source;
        this.segment = segment;
        this.previous = previous.clone();
        this.from = skipTo == 0 ? 1 : skipTo;
        while (digestedTo < skipTo - 1 && source.next()) {
            digestedTo = RecordHeader.sequence(source.buffer(), source.offset());
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new JournalFault("this JDK has no SHA-256", missing);
        }
    }

    /// Digests what has been appended until now, so that less is left to do at the seal.
    public void readBehind() {
        while (digestNext()) {
            // As far as the journal reaches.
        }
    }

    /// Digests up to the record and closes the segment there. The record must be the last that was appended.
    public Seal seal(long toSequence) {
        while (digestedTo < toSequence) {
            if (!digestNext()) {
                throw new JournalFault("the journal ends at " + digestedTo + ", before " + toSequence
                    + " that was to be sealed");
            }
        }
        flush();
        Seal seal = new Seal(++segment, from, toSequence, digest.digest(), previous);
        previous = seal.sha256();
        from = toSequence + 1;
        return seal;
    }

    private boolean digestNext() {
        if (!source.next()) {
            return false;
        }
        add(source.buffer(), source.offset());
        digestedTo = RecordHeader.sequence(source.buffer(), source.offset());
        return true;
    }

    private void add(DirectBuffer buffer, int offset) {
        int length = RecordHeader.length(buffer, offset);
        if (length > chunk.remaining()) {
            flush();
        }
        if (length > chunk.capacity()) {
            byte[] whole = new byte[length];
            buffer.getBytes(offset, whole);
            digest.update(whole);
        } else {
            buffer.getBytes(offset, chunk, length);
        }
    }

    private void flush() {
        digest.update(chunk.array(), 0, chunk.position());
        chunk.clear();
    }

    @Override
    public void close() {
        source.close();
    }
}
