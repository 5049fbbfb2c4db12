package org.gradus.engine.indicator;

import org.gradus.engine.state.StateVisitor;
import org.gradus.engine.state.Stateful;

/// Mean of the latest n values. When all of them are equal it is that very value, which n additions and a division
/// would miss by a last digit now and then.
final class Mean implements Stateful {
    private final int size;
    private final Fold sum;
    private final Repeats repeats;

    Mean(int size) {
        this.size = size;
        this.sum = new Fold(Fold.By.SUM, size);
        this.repeats = new Repeats(size);
    }

    /// Meaningful once n values have come in.
    double next(double value) {
        double total = sum.next(value);
        return repeats.fillWindow(value) ? value : total / size;
    }

    @Override
    public void visitState(StateVisitor visitor) {
        sum.visitState(visitor);
        repeats.visitState(visitor);
    }
}
