package org.gradus.engine.indicator;

import org.gradus.engine.state.StateVisitor;
import org.gradus.engine.state.Stateful;

/// How far the price went in a bar, seen from the previous close; the first bar has its own range only.
final class TrueRange implements Stateful {
    private boolean started;
    private double previousClose;

    double next(double high, double low, double close) {
        double range = Math.abs(high - low);
        if (started) {
            range = Math.max(range, Math.max(Math.abs(high - previousClose), Math.abs(previousClose - low)));
        }
        started = true;
        previousClose = close;
        return range;
    }

    @Override
    public void visitState(StateVisitor visitor) {
        started = visitor.visit(started);
        previousClose = visitor.visit(previousClose);
    }
}
