package org.gradus.engine.indicator;

import org.gradus.engine.state.StateVisitor;
import org.gradus.engine.state.Stateful;

/// Population standard deviation of the latest n values, computed anew for each window, in two passes over distances
/// from the newest value. That costs n steps a bar, and no sum of squares is kept whose digits could cancel: equal
/// values give exactly 0.
final class Spread implements Stateful {
    private final double[] window;
    private int oldest;

    Spread(int size) {
        this.window = new double[size];
    }

    /// Meaningful once n values have come in.
    double next(double value) {
        window[oldest] = value;
        oldest = oldest + 1 == window.length ? 0 : oldest + 1;
        double distances = 0;
        for (double each : window) {
            distances += each - value;
        }
        double mean = distances / window.length;
        double squares = 0;
        for (double each : window) {
            double fromMean = each - value - mean;
            squares += fromMean * fromMean;
        }
        return Math.sqrt(squares / window.length);
    }

    @Override
    public void visitState(StateVisitor visitor) {
        visitor.visit(window);
        oldest = visitor.visit(oldest);
    }
}
