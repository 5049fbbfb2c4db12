package org.gradus.engine.portfolio;

import org.agrona.ExpandableArrayBuffer;
import org.gradus.engine.state.StateHasher;
import org.gradus.engine.state.StateReader;
import org.gradus.engine.state.StateWriter;
import org.gradus.engine.state.Stateful;

/// Carries a state through bytes into an object built alike, as a restart does.
public final class StateCopy {
    private StateCopy() {
    }

    public static <T extends Stateful> T into(T fresh, T original) {
        ExpandableArrayBuffer bytes = new ExpandableArrayBuffer();
        StateWriter writer = new StateWriter(bytes);
        original.visitState(writer);
        StateReader reader = new StateReader(bytes, 0, writer.length());
        fresh.visitState(reader);
        reader.finish();
        return fresh;
    }

    public static long hash(Stateful state) {
        StateHasher hasher = new StateHasher();
        state.visitState(hasher);
        return hasher.hash();
    }
}
