package org.gradus.engine.codec;

import org.gradus.engine.state.Stateful;

/// One step of an event's way. A stage reads the slot and its own state, nothing else, and appends what it has to say
/// to the slot. Each instance is owned by the one thread that drives it.
public interface Stage extends Stateful {
    void onSlot(EventSlot slot);

    /// A stage before this one failed on the record: only its input is left, flagged as failed. The engine stops behind
    /// it.
    default void onFailed(EventSlot slot) {
        // Most stages have nothing to do with a record that never was.
    }
}
