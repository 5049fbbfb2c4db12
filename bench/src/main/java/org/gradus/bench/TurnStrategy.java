package org.gradus.bench;

import org.gradus.engine.indicator.IndicatorSpec;
import org.gradus.engine.strategy.BarView;
import org.gradus.engine.strategy.Declaration;
import org.gradus.engine.strategy.Signal;
import org.gradus.engine.strategy.Strategy;
import org.gradus.engine.strategy.StrategyFactory;

/// In at one bar, out at the next: makes sure that ticks cause orders. Not an idea to earn money with.
final class TurnStrategy implements Strategy {
    static final String KIND = "turn";
    private static final double STOP = 0.02;

    private int reason;

    /// The built-in strategies and this one.
    static StrategyFactory factory() {
        StrategyFactory builtIns = StrategyFactory.builtIns();
        return (kind, jar, parameters) ->
                kind.equals(KIND) ? new TurnStrategy() : builtIns.create(kind, jar, parameters);
    }

    @Override
    public void declare(Declaration declaration) {
        declaration.indicator(IndicatorSpec.sma(5));
        reason = declaration.rationale("turn");
    }

    @Override
    public void evaluate(BarView bar, Signal signal) {
        if (bar.position() > 0) {
            signal.exit(reason);
        } else if (!bar.entryPending()) {
            signal.enter(reason, STOP);
        }
    }
}
