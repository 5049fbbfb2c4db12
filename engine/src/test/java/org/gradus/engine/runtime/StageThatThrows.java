package org.gradus.engine.runtime;

import org.gradus.engine.codec.EventSlot;
import org.gradus.engine.codec.Stage;
import org.gradus.engine.state.StateVisitor;

/// A stage with a fault of our own on one record.
record StageThatThrows(long atSequence) implements Stage {
    @Override
    public void onSlot(EventSlot slot) {
        if (slot.sequence() == atSequence) {
            throw new IllegalStateException("a fault of our own");
        }
    }

    @Override
    public void visitState(StateVisitor visitor) {
        // Stateless.
    }
}
