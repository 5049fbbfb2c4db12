package org.gradus.engine.indicator;

import org.gradus.engine.state.StateVisitor;
import org.gradus.engine.state.Stateful;

/// Knows whether the latest n values are all equal: the flat input for which results are stated exactly.
final class Repeats implements Stateful {
    private final int size;
    private double last = Double.NaN;
    private int count;

    Repeats(int size) {
        this.size = size;
    }

    /// Takes in a value and says whether it and the n - 1 before it are equal.
    boolean fillWindow(double value) {
        count = value == last ? Math.min(count + 1, size) : 1;
        last = value;
        return count == size;
    }

    @Override
    public void visitState(StateVisitor visitor) {
        last = visitor.visit(last);
        count = visitor.visit(count);
    }
}
