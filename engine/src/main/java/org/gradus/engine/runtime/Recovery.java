package org.gradus.engine.runtime;

import java.util.List;
import org.agrona.DirectBuffer;
import org.gradus.engine.codec.EventSlot;
import org.gradus.engine.codec.RecordCodec;
import org.gradus.engine.codec.RecordCursor;
import org.gradus.engine.codec.RecordHeader;
import org.gradus.engine.codec.RecordSource;
import org.gradus.engine.codec.sbe.MessageHeaderDecoder;
import org.gradus.engine.core.DecisionStage;
import org.gradus.engine.market.MarketStage;
import org.gradus.engine.message.Derived;
import org.gradus.engine.message.Journaled;

/// Brings the stages to where a journal ends. Records of an epoch with the same build and configuration are recomputed
/// and must agree byte for byte, or in what they say where the schema was an older one; of any other epoch the recorded
/// decisions are applied, and the strategies re-warmed with their output muted.
public final class Recovery {
    /// Where the stages' view of a record may be larger than on the ring: the `started` record.
    static final int COLD_SLOT_BYTES = 4 << 20;

    private final MarketStage market;
    private final DecisionStage decision;
    private final EventSlot onRing;
    /// For what never was on the ring; as large as the largest record so far.
    private EventSlot cold;
    private EventSlot work;
    private EventSlot recorded;
    private final RecordCursor cursor = new RecordCursor();
    private final RecordCodec codec = new RecordCodec();

    /// Follows the records as they are taken back.
    public interface Witness {
        /// @param slot the record as it was written
        void record(EventSlot slot);
    }

    /// Says of an epoch whether it was decided by this very build and configuration.
    public interface Sameness {
        boolean holds(int epoch);
    }

    /// @param slotBytes of the ring: how much a record can hold decides what waits for the next
    public Recovery(MarketStage market, DecisionStage decision, int slotBytes) {
        onRing = EventSlot.ofCapacity(slotBytes);
        cold = onRing;
        work = onRing;
        recorded = EventSlot.ofCapacity(slotBytes);
        this.market = market;
        this.decision = decision;
    }

    /// @throws RecoveryFailed when a recomputed record differs from the recorded one
    public void run(RecordSource source, Sameness same, Witness witness) {
        while (source.next()) {
            DirectBuffer buffer = source.buffer();
            int offset = source.offset();
            int length = RecordHeader.length(buffer, offset);
            makeRoom(length);
            recorded.load(buffer, offset, length);
            if ((recorded.flags() & RecordHeader.FAILED) == 0) {
                work = length > onRing.capacity() ? cold : onRing;
                work.load(buffer, offset, length);
                takeBack(same.holds(RecordHeader.epoch(buffer, offset)));
            }
            witness.record(recorded);
        }
    }

    private void makeRoom(int length) {
        if (length > recorded.capacity()) {
            recorded = EventSlot.ofCapacity(2 * length);
            cold = EventSlot.ofCapacity(2 * length);
        }
    }

    private void takeBack(boolean recompute) {
        work.truncateToInput();
        market.onSlot(work);
        if (!recompute) {
            decision.restore(work, recorded);
            return;
        }
        decision.onSlot(work);
        if (!agrees()) {
            throw new RecoveryFailed("record " + recorded.sequence()
                + " is recomputed differently although build and configuration are "
                    + "the same: a strategy is not deterministic, or the journal was altered");
        }
    }

    private boolean agrees() {
        return sameBytes() || ofAnOlderSchema() && sameMeaning();
    }

    private boolean ofAnOlderSchema() {
        cursor.wrap(recorded.buffer(), 0);
        return cursor.advance() && cursor.version() < MessageHeaderDecoder.SCHEMA_VERSION;
    }

    /// What was decided then says the same in today's messages, which are longer. Hashes are of a state that has grown.
    private boolean sameMeaning() {
        Journaled was = codec.read(recorded.buffer(), 0);
        Journaled now = codec.read(work.buffer(), 0);
        return was.header().equals(now.header()) && was.decisions().equals(now.decisions())
            && withoutHashes(was.derived()).equals(withoutHashes(now.derived()));
    }

    private static List<Derived> withoutHashes(List<Derived> derived) {
        return derived.stream().filter(each -> !(each instanceof Derived.StageHash)).toList();
    }

    private boolean sameBytes() {
        if (work.length() != recorded.length()) {
            return false;
        }
        RecordHeader.checksum(work.buffer(), 0, RecordHeader.checksum(recorded.buffer(), 0));
        work.bytes().limit(work.length()).position(0);
        recorded.bytes().limit(recorded.length()).position(0);
        return work.bytes().equals(recorded.bytes());
    }

    /// The two views of the record where a replay first differed, for messages.
    public EventSlot recomputed() {
        return work;
    }

    public EventSlot recorded() {
        return recorded;
    }

}
