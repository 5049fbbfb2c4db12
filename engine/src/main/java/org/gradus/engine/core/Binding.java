package org.gradus.engine.core;

import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.strategy.Strategy;

/// One strategy instance on one instrument, with what it asked for. Bindings are numbered in config order.
///
/// @param outputs      the strategy's values, as indexes into the values of its instrument and timeframe
/// @param warmUpBars   bars before it is first asked
/// @param series       the closed bars of its instrument and timeframe, shared with bindings on the same
public record Binding(
        int strategyId, int instrumentId, Timeframe timeframe, Strategy strategy, int[] outputs, int warmUpBars,
        BarSeries series) {
}
