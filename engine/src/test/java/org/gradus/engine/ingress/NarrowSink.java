package org.gradus.engine.ingress;

import java.util.ArrayList;
import java.util.List;
import org.gradus.engine.codec.EventSlot;
import org.gradus.engine.codec.RecordCodec;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.Journaled;
import org.jspecify.annotations.Nullable;

/// A ring with as much room as the test gives it; keeps what was published.
final class NarrowSink implements SlotSink {
    final List<Journaled> published = new ArrayList<>();
    long room;
    private final EventSlot slot = EventSlot.ofCapacity(4_096);
    private final RecordCodec codec = new RecordCodec();

    @Override
    public EventSlot claim() {
        throw new AssertionError("the live door never waits");
    }

    @Override
    public @Nullable EventSlot tryClaim() {
        return room > 0 ? slot : null;
    }

    @Override
    public void publish(EventSlot filled) {
        room--;
        published.add(codec.read(filled.buffer(), 0));
    }

    /// Inputs but for those of the clock.
    List<Input> inputs() {
        return published.stream().map(Journaled::input)
            .filter(input -> !(input instanceof Input.TimeTick) && !(input instanceof Input.BarClose)).toList();
    }

    <T extends Input> List<T> inputs(Class<T> kind) {
        return inputs().stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
