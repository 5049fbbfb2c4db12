package org.gradus.engine.journal;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.gradus.engine.codec.EventSlot;
import org.gradus.engine.codec.RecordHeader;

/// The checksum chain: a record's CRC32C is taken over its bytes with the checksum of the record before in its checksum
/// field, so that changing, dropping or swapping any record breaks the chain at its successor, repaired checksum or
/// not.
public final class RecordChain {
    private final CRC32C crc = new CRC32C();
    private int last;

    /// @param last checksum of the record before the next one; 0 before the first
    public RecordChain(int last) {
        this.last = last;
    }

    /// Stamps the record with its checksum and takes it into the chain.
    public void seal(EventSlot slot) {
        RecordHeader.checksum(slot.buffer(), 0, last);
        last = checksum(slot);
        RecordHeader.checksum(slot.buffer(), 0, last);
    }

    /// True when the record carries the checksum this chain expects; takes it into the chain either way. The record is
    /// left as it was.
    public boolean accepts(EventSlot slot) {
        int claimed = RecordHeader.checksum(slot.buffer(), 0);
        RecordHeader.checksum(slot.buffer(), 0, last);
        int expected = checksum(slot);
        RecordHeader.checksum(slot.buffer(), 0, claimed);
        last = claimed;
        return expected == claimed;
    }

    private int checksum(EventSlot slot) {
        ByteBuffer bytes = slot.bytes();
        bytes.limit(slot.length()).position(0);
        crc.reset();
        crc.update(bytes);
        return (int) crc.getValue();
    }

    public int last() {
        return last;
    }
}
