package org.gradus.engine.indicator;

import org.gradus.engine.state.StateVisitor;

/// Volume-weighted average of the typical price, (high + low + close) / 3, over the latest n bars.
///
/// Flat input: a typical price that stays the same for n bars gives exactly that price, with or without volume. A
/// window without any volume keeps the last value there was, or gives the typical price when there was none; ta4j
/// gives no value then. (The typical price is computed from the low up, so that a bar without range gives its price to
/// the last digit.)
final class RollingVwap extends BarIndicator {
    private final Fold turnover;
    private final Fold traded;
    private final Repeats repeats;
    private boolean everTraded;
    private double latest;

    RollingVwap(int period) {
        super(1, period);
        this.turnover = new Fold(Fold.By.SUM, period);
        this.traded = new Fold(Fold.By.SUM, period);
        this.repeats = new Repeats(period);
    }

    @Override
    void onBar(double high, double low, double close, double volume) {
        double typical = low + (high - low + (close - low)) / 3;
        double windowTurnover = turnover.next(typical * volume);
        double windowVolume = traded.next(volume);
        boolean flat = repeats.fillWindow(typical);
        everTraded |= volume > 0;
        if (flat || !everTraded) {
            latest = typical;
        } else if (windowVolume > 0) {
            latest = finiteOr(windowTurnover / windowVolume, typical);
        }
        set(0, latest);
    }

    @Override
    void visitInner(StateVisitor visitor) {
        turnover.visitState(visitor);
        traded.visitState(visitor);
        repeats.visitState(visitor);
        everTraded = visitor.visit(everTraded);
        latest = visitor.visit(latest);
    }
}
