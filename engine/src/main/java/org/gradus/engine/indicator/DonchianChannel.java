package org.gradus.engine.indicator;

import org.gradus.engine.state.StateVisitor;

/// Highest high (upper) and lowest low (lower) of the latest n bars, the latest included, and the middle between them.
/// A breakout rule compares the price with the channel of the bar before. Flat input: exactly that price, all three.
final class DonchianChannel extends BarIndicator {
    private final Fold highest;
    private final Fold lowest;

    DonchianChannel(int period) {
        super(3, period);
        this.highest = new Fold(Fold.By.HIGHEST, period);
        this.lowest = new Fold(Fold.By.LOWEST, period);
    }

    @Override
    void onBar(double high, double low, double close, double volume) {
        double upper = highest.next(high);
        double lower = lowest.next(low);
        set(0, upper);
        set(1, lower);
        set(2, (lower + upper) / 2);
    }

    @Override
    void visitInner(StateVisitor visitor) {
        highest.visitState(visitor);
        lowest.visitState(visitor);
    }
}
