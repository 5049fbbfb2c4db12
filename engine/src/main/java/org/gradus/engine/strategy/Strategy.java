package org.gradus.engine.strategy;

import org.gradus.engine.state.StateVisitor;
import org.gradus.engine.state.Stateful;

/// Port for a trading idea. One instance serves one instrument; the decision stage owns and calls it at each close of a
/// bar of its timeframe once all its indicators are warm. It must be deterministic: no clock, randomness, IO, threads
/// or statics; it sees closed bars only. A strategy that throws is disabled and its position supervised to its stop.
public interface Strategy extends Stateful {
    /// Called once, before the first bar: asks for indicators and names the reasons it may give.
    void declare(Declaration declaration);

    /// Sees a bar of the warm-up, while there is nothing to answer yet and indicators may not be a number. For those
    /// who keep bars of their own.
    default void observe(BarView bar) {
    }

    /// Looks at the bar that has just closed and answers through `signal`, which starts as "hold".
    void evaluate(BarView bar, Signal signal);

    /// All mutable state, in a fixed order; nothing to do for a strategy without any.
    @Override
    default void visitState(StateVisitor visitor) {
    }
}
