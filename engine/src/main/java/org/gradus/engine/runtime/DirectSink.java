package org.gradus.engine.runtime;

import java.util.List;
import org.gradus.engine.codec.EventSlot;
import org.gradus.engine.codec.Stage;
import org.gradus.engine.ingress.SlotSink;

/// Drives the stages by direct call on the publishing thread: no ring, no other thread. The plain twin of [RingSink]:
/// same records, same bytes.
public final class DirectSink implements SlotSink, Pipeline {
    private final Failure failure = new Failure();
    private final StageLine stages;
    private final EventSlot slot;

    public DirectSink(List<Stage> stages, int slotBytes) {
        this.stages = new StageLine(stages, failure);
        slot = EventSlot.ofCapacity(slotBytes);
    }

    @Override
    public EventSlot claim() {
        return slot;
    }

    @Override
    public EventSlot tryClaim() {
        return slot;
    }

    @Override
    public void publish(EventSlot published) {
        stages.onSlot(published);
        failure.throwIfSet();
    }

    @Override
    public void awaitIdle() {
        failure.throwIfSet();
    }

    @Override
    public void close() {
        // Nothing runs here.
    }
}
