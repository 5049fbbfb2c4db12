package org.gradus.engine.indicator;

import org.gradus.engine.state.StateVisitor;

/// Population standard deviation of the latest n closes. Flat input: exactly 0.
final class StandardDeviation extends BarIndicator {
    private final Spread spread;

    StandardDeviation(int period) {
        super(1, period);
        this.spread = new Spread(period);
    }

    @Override
    void onBar(double high, double low, double close, double volume) {
        set(0, spread.next(close));
    }

    @Override
    void visitInner(StateVisitor visitor) {
        spread.visitState(visitor);
    }
}
