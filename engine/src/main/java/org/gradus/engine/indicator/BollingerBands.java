package org.gradus.engine.indicator;

import org.gradus.engine.state.StateVisitor;

/// Mean of the latest n closes (middle), k standard deviations above (upper) and below it (lower), and the distance of
/// the two bands in percent of the middle (width).
///
/// Flat input: all bands exactly that price, width 0. A middle of 0 gives width 0, where ta4j gives none.
final class BollingerBands extends BarIndicator {
    private final double factor;
    private final Mean mean;
    private final Spread spread;

    BollingerBands(int period, double factor) {
        super(4, period);
        this.factor = factor;
        this.mean = new Mean(period);
        this.spread = new Spread(period);
    }

    @Override
    void onBar(double high, double low, double close, double volume) {
        double middle = mean.next(close);
        double reach = spread.next(close) * factor;
        set(0, middle);
        set(1, middle + reach);
        set(2, middle - reach);
        set(3, finiteOr(2 * reach / middle * 100, 0));
    }

    @Override
    void visitInner(StateVisitor visitor) {
        mean.visitState(visitor);
        spread.visitState(visitor);
    }
}
