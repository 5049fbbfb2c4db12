package org.gradus.engine.runtime;

import org.gradus.engine.state.StateVisitor;
import org.gradus.engine.strategy.BarView;
import org.gradus.engine.strategy.Declaration;
import org.gradus.engine.strategy.Signal;
import org.gradus.engine.strategy.Strategy;

/// Buys whenever it is flat and sells three bars later: for tests that need orders soon.
final class EagerTrader implements Strategy {
    private static final int HELD_BARS = 3;

    private int held;

    @Override
    public void declare(Declaration declaration) {
        declaration.rationale("always");
    }

    @Override
    public void evaluate(BarView bar, Signal signal) {
        if (bar.position() == 0) {
            held = 0;
            if (!bar.entryPending()) {
                signal.enter(1, 0.02);
            }
        } else if (++held >= HELD_BARS) {
            signal.exit(1);
        }
    }

    @Override
    public void visitState(StateVisitor visitor) {
        held = visitor.visit(held);
    }
}
