package org.gradus.engine.indicator;

import org.gradus.engine.state.StateVisitor;

/// Support and resistance from swings: the low (high) of the latest bar that is strictly lower (higher) than the given
/// number of bars on its left and on its right. A swing counts from the bar that confirms it, the last of those on its
/// right, so there is no look ahead; ta4j's recent fractal swings are the same with no equal bars allowed.
///
/// Until the first swing is confirmed, support is the lowest low and resistance the highest high of all bars so far,
/// where ta4j gives no value. Flat input: no swing, so both stay as they are, at that price if it never moved.
final class SwingPivots extends BarIndicator {
    private final int leftBars;
    private final double[] highs;
    private final double[] lows;
    private int oldest;
    private int seen;
    private boolean lowConfirmed;
    private boolean highConfirmed;
    private double support = Double.POSITIVE_INFINITY;
    private double resistance = Double.NEGATIVE_INFINITY;

    SwingPivots(int leftBars, int rightBars) {
        super(2, leftBars + rightBars + 1);
        this.leftBars = leftBars;
        this.highs = new double[leftBars + rightBars + 1];
        this.lows = new double[leftBars + rightBars + 1];
    }

    @Override
    void onBar(double high, double low, double close, double volume) {
        highs[oldest] = high;
        lows[oldest] = low;
        oldest = oldest + 1 == lows.length ? 0 : oldest + 1;
        if (!lowConfirmed) {
            support = Math.min(support, low);
        }
        if (!highConfirmed) {
            resistance = Math.max(resistance, high);
        }
        seen = Math.min(seen + 1, lows.length);
        if (seen == lows.length) {
            confirm();
        }
        set(0, support);
        set(1, resistance);
    }

    /// The window now holds the candidate with all its neighbours; on a ring, all the other cells are neighbours.
    private void confirm() {
        int candidate = oldest + leftBars < lows.length ? oldest + leftBars : oldest + leftBars - lows.length;
        if (isLowest(candidate)) {
            lowConfirmed = true;
            support = lows[candidate];
        }
        if (isHighest(candidate)) {
            highConfirmed = true;
            resistance = highs[candidate];
        }
    }

    private boolean isLowest(int candidate) {
        for (int i = 0; i < lows.length; i++) {
            if (i != candidate && lows[i] <= lows[candidate]) {
                return false;
            }
        }
        return true;
    }

    private boolean isHighest(int candidate) {
        for (int i = 0; i < highs.length; i++) {
            if (i != candidate && highs[i] >= highs[candidate]) {
                return false;
            }
        }
        return true;
    }

    @Override
    void visitInner(StateVisitor visitor) {
        visitor.visit(highs);
        visitor.visit(lows);
        oldest = visitor.visit(oldest);
        seen = visitor.visit(seen);
        lowConfirmed = visitor.visit(lowConfirmed);
        highConfirmed = visitor.visit(highConfirmed);
        support = visitor.visit(support);
        resistance = visitor.visit(resistance);
    }
}
