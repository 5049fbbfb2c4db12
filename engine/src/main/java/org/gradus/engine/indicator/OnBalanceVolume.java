package org.gradus.engine.indicator;

import org.gradus.engine.state.StateVisitor;

/// Volume of bars that closed higher minus volume of bars that closed lower, since the first bar. What each addition
/// rounds away is kept beside the sum (Neumaier), for a sum over years that comes back near 0 would show it.
///
/// Flat input: a close equal to the one before adds nothing, so a price that never moved gives exactly 0.
final class OnBalanceVolume extends BarIndicator {
    private boolean started;
    private double previousClose;
    private double sum;
    private double roundedAway;

    OnBalanceVolume() {
        super(1, 1);
    }

    @Override
    void onBar(double high, double low, double close, double volume) {
        if (started && close > previousClose) {
            add(volume);
        } else if (started && close < previousClose) {
            add(-volume);
        }
        started = true;
        previousClose = close;
        set(0, sum + roundedAway);
    }

    private void add(double value) {
        double next = sum + value;
        roundedAway += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
        sum = next;
    }

    @Override
    void visitInner(StateVisitor visitor) {
        started = visitor.visit(started);
        previousClose = visitor.visit(previousClose);
        sum = visitor.visit(sum);
        roundedAway = visitor.visit(roundedAway);
    }
}
