package org.gradus.tools.launch;

import org.gradus.engine.state.StateVisitor;
import org.gradus.engine.strategy.BarView;
import org.gradus.engine.strategy.Declaration;
import org.gradus.engine.strategy.Parameters;
import org.gradus.engine.strategy.Signal;
import org.gradus.engine.strategy.Strategy;

/// Throws at its first bar.
public final class Impatient implements Strategy {
    public Impatient(Parameters parameters) {
        // Has none.
    }

    @Override
    public void declare(Declaration declaration) {
        declaration.rationale("never");
    }

    @Override
    public void evaluate(BarView bar, Signal signal) {
        throw new IllegalStateException("no patience\nwith markets");
    }

    @Override
    public void visitState(StateVisitor visitor) {
        // Has none.
    }
}
