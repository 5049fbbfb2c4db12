package org.gradus.engine.journal;

import org.gradus.engine.codec.EventSlot;
import org.gradus.engine.codec.RecordCursor;
import org.gradus.engine.codec.Stage;
import org.gradus.engine.codec.sbe.OrderDecisionDecoder;
import org.gradus.engine.codec.sbe.PhaseApprovedDecoder;
import org.gradus.engine.codec.sbe.PhaseChangeDecoder;
import org.gradus.engine.codec.sbe.StartedDecoder;
import org.gradus.engine.state.StateVisitor;

/// Third stage: writes the record down, one copy, before anything of it may leave. Forces it to disk where the run asks
/// for that.
public final class JournalStage implements Stage {
    private final Journal journal;
    private final RecordChain chain;
    private final boolean forceDecisions;
    private final RecordCursor cursor = new RecordCursor();

    /// @param forceDecisions force records with orders, approvals and phase changes (live); a `started`
    /// record always is; a seal is by whoever keeps its copy
    public JournalStage(Journal journal, RecordChain chain, boolean forceDecisions) {
        this.journal = journal;
        this.chain = chain;
        this.forceDecisions = forceDecisions;
    }

    @Override
    public void onSlot(EventSlot slot) {
        chain.seal(slot);
        journal.append(slot);
        if (mustReachDisk(slot)) {
            force(slot);
        }
    }

    /// The record is written and will survive us, but perhaps not a power cut: the stages behind must not let its
    /// entries leave.
    private void force(EventSlot slot) {
        try {
            journal.force();
        } catch (JournalFault refused) {
            slot.unforced(true);
        }
    }

    /// The record that we failed on is kept, for whoever looks for the cause.
    @Override
    public void onFailed(EventSlot slot) {
        chain.seal(slot);
        journal.append(slot);
    }

    private boolean mustReachDisk(EventSlot slot) {
        cursor.wrap(slot.buffer(), 0);
        while (cursor.advance()) {
            switch (cursor.templateId()) {
                case StartedDecoder.TEMPLATE_ID -> {
                    return true;
                }
                case OrderDecisionDecoder.TEMPLATE_ID, PhaseApprovedDecoder.TEMPLATE_ID,
                    PhaseChangeDecoder.TEMPLATE_ID -> {
                    if (forceDecisions) {
                        return true;
                    }
                }
                default -> {
                    // Ticks and bars may be lost in a power cut; orders may not.
                }
            }
        }
        return false;
    }

    @Override
    public void visitState(StateVisitor visitor) {
        // The chain is the journal's own and is read back from its last record.
    }
}
