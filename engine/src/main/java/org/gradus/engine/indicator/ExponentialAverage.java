package org.gradus.engine.indicator;

import org.gradus.engine.state.StateVisitor;

/// Exponential average of the closes, weight 2/(n+1). Flat input: exactly that price.
final class ExponentialAverage extends BarIndicator {
    private final SeededAverage average;

    ExponentialAverage(int period) {
        super(1, SeededAverage.settledExponentialBars(period));
        this.average = SeededAverage.exponential(period);
    }

    @Override
    void onBar(double high, double low, double close, double volume) {
        set(0, average.next(close));
    }

    @Override
    void visitInner(StateVisitor visitor) {
        average.visitState(visitor);
    }
}
