package org.gradus.engine.codec;

import org.gradus.engine.state.Stateful;

/// One step of an event's way. A stage reads the slot and its own state, nothing else, and appends what it has to say
/// to the slot. Each instance is owned by the one thread that drives it.
public interface Stage extends Stateful {
    void onSlot(EventSlot slot);
}
