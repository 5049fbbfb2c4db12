package org.gradus.engine.simulation;

import org.gradus.engine.indicator.IndicatorSpec;
import org.gradus.engine.sim.StatelessRandom;
import org.gradus.engine.state.StateVisitor;
import org.gradus.engine.strategy.BarView;
import org.gradus.engine.strategy.Declaration;
import org.gradus.engine.strategy.Parameters;
import org.gradus.engine.strategy.Signal;
import org.gradus.engine.strategy.Strategy;

/// Trades as often as it may, for no reason but its seed: enters, adds, leaves, promises good and bad stops, and asks
/// for several orders a bar. It wants to be out in
/// the end, so that a run ends quietly.
final class EagerStrategy implements Strategy {
    private final StatelessRandom random;
    private final double entering;
    private final double leaving;
    private final long untilNs;
    private long asked;

    EagerStrategy(Parameters parameters) {
        random = new StatelessRandom(parameters.whole("seed", 1, 0, Integer.MAX_VALUE));
        entering = parameters.number("entering", 0.4, 0, 1);
        leaving = parameters.number("leaving", 0.3, 0, 1);
        untilNs = 1_000_000_000L * parameters.whole("until", Integer.MAX_VALUE, 1, Integer.MAX_VALUE);
    }

    @Override
    public void declare(Declaration declaration) {
        declaration.indicator(IndicatorSpec.sma(2));
        declaration.rationale("because it may");
    }

    @Override
    public void evaluate(BarView bar, Signal signal) {
        asked++;
        if (bar.endNs() >= untilNs) {
            signal.exit(1);
            return;
        }
        double draw = random.uniform(asked, 1);
        if (draw < entering) {
            enter(signal);
        } else if (draw < entering + leaving) {
            signal.exit(1);
        }
        if (random.uniform(asked, 2) < 0.2) {
            signal.again();
        }
    }

    /// One in ten promises a stop too far away, one in ten none at all.
    private void enter(Signal signal) {
        double stop = random.uniform(asked, 3) * 0.033;
        double sure = random.uniform(asked, 4) < 0.1 ? 0 : stop;
        if (random.uniform(asked, 5) < 0.5) {
            signal.enter(1, sure);
        } else {
            signal.enter(1, sure, 1 + random.below(3_000_000_000L, asked, 6));
        }
    }

    @Override
    public void visitState(StateVisitor visitor) {
        asked = visitor.visit(asked);
    }
}
