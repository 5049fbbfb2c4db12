package org.gradus.engine.runtime;

import java.util.List;
import org.gradus.engine.codec.EventSlot;
import org.gradus.engine.codec.Stage;

/// The stages of one thread, one behind the other, and what becomes of a record on which one of them throws: it is cut
/// back to its input and flagged, the stages behind get it as failed (the journal keeps it), and every later record is
/// let through unhandled, so that no thread waits for room that never comes. Owned by the thread that drives it.
final class StageLine {
    private final Stage[] stages;
    private final Failure failure;

    StageLine(List<Stage> stages, Failure failure) {
        this.stages = stages.toArray(Stage[]::new);
        this.failure = failure;
    }

    void onSlot(EventSlot slot) {
        if (slot.sequence() >= failure.sequence()) {
            passBy(slot);
            return;
        }
        int at = 0;
        try {
            for (; at < stages.length; at++) {
                stages[at].onSlot(slot);
            }
        } catch (Throwable thrown) {
            fail(slot, at, thrown);
        }
    }

    private void fail(EventSlot slot, int at, Throwable thrown) {
        slot.fail();
        failure.set(slot.sequence(), thrown);
        tell(slot, at + 1);
    }

    private void passBy(EventSlot slot) {
        if (slot.sequence() == failure.sequence()) {
            tell(slot, 0);
        }
    }

    /// What fails now too is a consequence; the first cause is the one that is told.
    private void tell(EventSlot slot, int from) {
        for (int i = from; i < stages.length; i++) {
            try {
                stages[i].onFailed(slot);
            } catch (RuntimeException consequence) {
                failure.addConsequence(consequence);
            }
        }
    }
}
