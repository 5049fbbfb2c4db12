package org.gradus.tools.launch;

import org.gradus.engine.state.StateVisitor;
import org.gradus.engine.strategy.BarView;
import org.gradus.engine.strategy.Declaration;
import org.gradus.engine.strategy.Parameters;
import org.gradus.engine.strategy.Signal;
import org.gradus.engine.strategy.Strategy;

/// Ends the process when it is made or at its first bar, and would have it look like success.
public final class Leaver implements Strategy {
    public Leaver(Parameters parameters) {
        if (parameters.text("at-once", "false").equals("true")) {
            System.exit(0);
        }
    }

    @Override
    public void declare(Declaration declaration) {
        declaration.rationale("never");
    }

    @Override
    public void evaluate(BarView bar, Signal signal) {
        System.exit(0);
    }

    @Override
    public void visitState(StateVisitor visitor) {
        // Has none.
    }
}
