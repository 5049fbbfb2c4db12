package org.gradus.engine.journal;

import java.util.Optional;
import org.agrona.DirectBuffer;
import org.gradus.engine.codec.EventSlot;
import org.gradus.engine.codec.RecordHeader;

/// Checks each record of a journal against the one before it: frame, order, checksum chain. Used by one thread.
final class RecordCheck {
    private final RecordChain chain = new RecordChain(0);
    private EventSlot record = EventSlot.ofCapacity(1 << 16);
    private long sequence;

    /// @return empty when the record is right; it is in [#record()] then
    Optional<JournalVerifier.Fault> check(DirectBuffer buffer, int offset) {
        int available = buffer.capacity() - offset;
        int length = available < RecordHeader.SIZE ? -1 : RecordHeader.length(buffer, offset);
        if (length < RecordHeader.SIZE || length > available || length > ChronicleReader.LARGEST_RECORD) {
            return fault("frame", "the record after it claims " + length + " bytes where " + available + " are");
        }
        load(buffer, offset, length);
        if (record.sequence() != sequence + 1) {
            return fault("order", "record " + record.sequence() + " follows where " + (sequence + 1) + " was expected");
        }
        if (!chain.accepts(record)) {
            return fault("checksum", "record " + record.sequence()
                + " does not fit the checksum chain: it or the record before it was altered");
        }
        sequence = record.sequence();
        return Optional.empty();
    }

    private void load(DirectBuffer buffer, int offset, int length) {
        if (length > record.capacity()) {
            record = EventSlot.ofCapacity(2 * length);
        }
        record.load(buffer, offset, length);
    }

    private Optional<JournalVerifier.Fault> fault(String kind, String what) {
        return Optional.of(new JournalVerifier.Fault(kind, sequence, what));
    }

    /// A copy of the last record that was right.
    EventSlot record() {
        return record;
    }

    long sequence() {
        return sequence;
    }
}
