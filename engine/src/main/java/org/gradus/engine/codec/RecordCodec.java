package org.gradus.engine.codec;

import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.gradus.engine.message.Decision;
import org.gradus.engine.message.Derived;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.Journaled;

/// Whole records from bytes to values and back, for the rim, tools and tests. Messages that this build does not know
/// are skipped, and
/// fields that newer builds added at the end of a message are left unread, so that an older reader reads a newer
/// journal. One instance
/// per thread.
public final class RecordCodec {
    private final RecordCursor cursor = new RecordCursor();
    private final InputWriter inputs = new InputWriter();
    private final DerivedCodec derived = new DerivedCodec();
    private final DecisionWriter decisions = new DecisionWriter();

    /// Reads the record whose header begins at `offset`.
    public Journaled read(DirectBuffer buffer, int offset) {
        cursor.wrap(buffer, offset);
        if (!cursor.advance()) {
            throw new IllegalArgumentException("record " + RecordHeader.sequence(buffer, offset) + " has no input");
        }
        Input input = InputReader.read(cursor);
        List<Derived> derivedHere = new ArrayList<>();
        List<Decision> decisionsHere = new ArrayList<>();
        while (cursor.advance()) {
            Decision decision = DecisionReader.read(cursor);
            if (decision != null) {
                decisionsHere.add(decision);
                continue;
            }
            Derived value = DerivedCodec.read(cursor);
            if (value != null) {
                derivedHere.add(value);
            }
        }
        return new Journaled(header(buffer, offset), input, derivedHere, decisionsHere);
    }

    /// Reads only the input, for callers that care for nothing else.
    public Input readInput(DirectBuffer buffer, int offset) {
        cursor.wrap(buffer, offset);
        cursor.advance();
        return InputReader.read(cursor);
    }

    /// Fills the slot with the record; its checksum stays 0.
    public void write(EventSlot slot, Journaled journaled) {
        Journaled.Header header = journaled.header();
        slot.begin(header.sequence(), header.epoch(), header.timeNs(), header.venueTimeNs());
        slot.from(header.source(), header.sourcePosition());
        slot.flag(header.flags());
        write(slot, journaled.input());
        for (Derived value : journaled.derived()) {
            write(slot, value);
        }
        for (Decision decision : journaled.decisions()) {
            write(slot, decision);
        }
    }

    /// Appends one message to a record that the caller has begun.
    public void write(EventSlot slot, Input input) {
        inputs.write(slot, input);
    }

    public void write(EventSlot slot, Derived value) {
        derived.write(slot, value);
    }

    public void write(EventSlot slot, Decision decision) {
        decisions.write(slot, decision);
    }

    private static Journaled.Header header(DirectBuffer buffer, int offset) {
        return new Journaled.Header(RecordHeader.sequence(buffer, offset), RecordHeader.epoch(buffer, offset),
                RecordHeader.timeNs(buffer, offset), RecordHeader.venueTimeNs(buffer, offset),
                RecordHeader.source(buffer, offset), RecordHeader.sourcePosition(buffer, offset),
                RecordHeader.flags(buffer, offset));
    }
}
