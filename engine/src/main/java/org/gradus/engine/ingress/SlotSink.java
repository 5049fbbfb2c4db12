package org.gradus.engine.ingress;

import org.gradus.engine.codec.EventSlot;
import org.jspecify.annotations.Nullable;

/// Where the door puts its records: a ring, or the stages themselves. Used by one publishing thread.
public interface SlotSink {
    /// The next slot to fill; waits while there is none.
    EventSlot claim();

    /// The next slot to fill, or null while there is none.
    @Nullable EventSlot tryClaim();

    /// Hands the slot claimed last to the stages.
    void publish(EventSlot slot);
}
