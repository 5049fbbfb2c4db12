package org.gradus.engine.indicator;

import org.gradus.engine.state.StateVisitor;

/// Wilder's average of the true range, in units of the price. Flat input: 0, or fading towards it after a move.
final class AverageTrueRange extends BarIndicator {
    private final TrueRange range = new TrueRange();
    private final SeededAverage average;

    AverageTrueRange(int period) {
        super(1, SeededAverage.settledWilderBars(period));
        this.average = SeededAverage.wilder(period);
    }

    @Override
    void onBar(double high, double low, double close, double volume) {
        set(0, average.next(range.next(high, low, close)));
    }

    @Override
    void visitInner(StateVisitor visitor) {
        range.visitState(visitor);
        average.visitState(visitor);
    }
}
