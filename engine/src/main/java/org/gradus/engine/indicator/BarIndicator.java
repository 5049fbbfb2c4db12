package org.gradus.engine.indicator;

import org.gradus.engine.state.StateVisitor;

/// What all indicators share: counting bars, holding values back until warm, and bounding what comes in. Owned by
/// one thread, the indicator stage's.
abstract sealed class BarIndicator implements Indicator
    permits SimpleAverage, ExponentialAverage, RelativeStrength, Macd, AverageTrueRange, DirectionalMovement,
        BollingerBands, DonchianChannel, RateOfChange, StandardDeviation, RollingVwap, OnBalanceVolume, SwingPivots {
    /// Far beyond any price or volume, and its square times a long window is still finite.
    private static final double MAX_MAGNITUDE = 1e100;

    private final int warmUpBars;
    private final double[] values;
    private int bars;

    BarIndicator(int outputs, int warmUpBars) {
        this.values = new double[outputs];
        this.warmUpBars = warmUpBars;
    }

    @Override
    public final void update(double open, double high, double low, double close, double volume, long endNs) {
        onBar(bounded(high), bounded(low), bounded(close), volume > 0 ? bounded(volume) : 0);
        if (bars < warmUpBars) {
            bars++;
        }
    }

    @Override
    public final int outputs() {
        return values.length;
    }

    @Override
    public final double value(int output) {
        return bars == warmUpBars ? values[output] : Double.NaN;
    }

    @Override
    public final boolean warm() {
        return bars == warmUpBars;
    }

    @Override
    public final int warmUpBars() {
        return warmUpBars;
    }

    @Override
    public final void visitState(StateVisitor visitor) {
        bars = visitor.visit(bars);
        visitor.visit(values);
        visitInner(visitor);
    }

    /// No indicator looks at the open; the others come bounded.
    abstract void onBar(double high, double low, double close, double volume);

    abstract void visitInner(StateVisitor visitor);

    final void set(int output, double value) {
        values[output] = value;
    }

    /// A quotient that is no number, for want of a divisor, becomes the value that the caller states.
    static double finiteOr(double value, double otherwise) {
        return Math.abs(value) <= Double.MAX_VALUE ? value : otherwise;
    }

    private static double bounded(double value) {
        return Math.min(MAX_MAGNITUDE, Math.max(-MAX_MAGNITUDE, value));
    }
}
