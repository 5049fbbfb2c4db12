package org.gradus.engine.egress;

import org.gradus.engine.codec.EventSlot;
import org.gradus.engine.codec.RecordCursor;
import org.gradus.engine.codec.Stage;
import org.gradus.engine.codec.sbe.RiskStateChangeDecoder;
import org.gradus.engine.domain.RiskState;
import org.gradus.engine.state.StateVisitor;

/// Stands between decision and journal in a live engine: when a record is about to be written that leaves only
/// reductions, or nothing, no entry passes the gate any more, before the record is there. The router behind the journal
/// then tells the desk of the new state itself.
final class GateStage implements Stage {
    private final EntryGate gate;
    private final RecordCursor cursor = new RecordCursor();
    private final RiskStateChangeDecoder riskState = new RiskStateChangeDecoder();

    GateStage(EntryGate gate) {
        this.gate = gate;
    }

    @Override
    public void onSlot(EventSlot slot) {
        if (!slot.inputOnly()) {
            shutFor(slot);
        }
        gate.pass(slot.sequence());
    }

    /// Once for each change, as the router tells each.
    private void shutFor(EventSlot slot) {
        cursor.wrap(slot.buffer(), 0);
        while (cursor.advance()) {
            if (cursor.templateId() == RiskStateChangeDecoder.TEMPLATE_ID) {
                riskState.wrap(cursor.buffer(), cursor.body(), cursor.blockLength(), cursor.version());
                if (RiskState.of(riskState.toState()) != RiskState.ACTIVE) {
                    gate.shut();
                }
            }
        }
    }

    @Override
    public void visitState(StateVisitor visitor) {
        // Stateless: the gate is the desk's.
    }
}
