package org.gradus.engine.indicator;

import org.gradus.engine.state.StateVisitor;

/// Change of the close against the close n bars ago, in percent. Flat input: exactly 0. Against a close of 0 there is
/// no rate: 0, where ta4j gives none.
final class RateOfChange extends BarIndicator {
    private final double[] closes;
    private int oldest;

    RateOfChange(int period) {
        super(1, period + 1);
        this.closes = new double[period];
    }

    @Override
    void onBar(double high, double low, double close, double volume) {
        double past = closes[oldest];
        closes[oldest] = close;
        oldest = oldest + 1 == closes.length ? 0 : oldest + 1;
        set(0, finiteOr((close - past) / past * 100, 0));
    }

    @Override
    void visitInner(StateVisitor visitor) {
        visitor.visit(closes);
        oldest = visitor.visit(oldest);
    }
}
