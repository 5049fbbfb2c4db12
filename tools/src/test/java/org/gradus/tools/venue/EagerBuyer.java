package org.gradus.tools.venue;

import org.gradus.engine.state.StateVisitor;
import org.gradus.engine.strategy.BarView;
import org.gradus.engine.strategy.Declaration;
import org.gradus.engine.strategy.Parameters;
import org.gradus.engine.strategy.Signal;
import org.gradus.engine.strategy.Strategy;

/// Buys whenever it is flat, with a stop so near that it is often met, and leaves some bars later; from some time on
/// it wants nothing any more, so that a run ends quietly with what it holds by then.
public final class EagerBuyer implements Strategy {
    private static final double STOP = 0.004;

    private final long untilNs;
    private final int bars;
    private int held;

    public EagerBuyer(Parameters parameters) {
        untilNs = 1_000_000_000L * parameters.whole("until", Integer.MAX_VALUE, 1, Integer.MAX_VALUE);
        bars = parameters.whole("bars", 1, 1, 100);
    }

    @Override
    public void declare(Declaration declaration) {
        declaration.rationale("because it may");
    }

    @Override
    public void evaluate(BarView bar, Signal signal) {
        if (bar.endNs() >= untilNs) {
            return;
        }
        if (bar.position() == 0) {
            held = 0;
            signal.enter(1, STOP);
        } else if (++held >= bars) {
            signal.exit(1);
        }
    }

    @Override
    public void visitState(StateVisitor visitor) {
        held = visitor.visit(held);
    }
}
