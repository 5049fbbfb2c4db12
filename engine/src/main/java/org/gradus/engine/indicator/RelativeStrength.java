package org.gradus.engine.indicator;

import org.gradus.engine.state.StateVisitor;

/// Wilder's relative strength index of the closes, 0 to 100: the average gain's share of the average move.
///
/// Flat input: a price that has not moved since the average was seeded gives 0, as in ta4j (there is no gain); a
/// strategy that buys on a low value must ask for a market that moves as well. A price that stops moving keeps its last
/// value, for gains and losses fade alike; only after some 400 n such bars, when both are smaller than a double can
/// tell apart, may it wander, never outside 0 to 100.
final class RelativeStrength extends BarIndicator {
    private final SeededAverage gain;
    private final SeededAverage loss;
    private boolean started;
    private double previousClose;

    RelativeStrength(int period) {
        super(1, SeededAverage.settledWilderBars(period));
        this.gain = SeededAverage.wilder(period);
        this.loss = SeededAverage.wilder(period);
    }

    @Override
    void onBar(double high, double low, double close, double volume) {
        double move = started ? close - previousClose : 0;
        started = true;
        previousClose = close;
        double averageGain = gain.next(Math.max(move, 0));
        double averageLoss = loss.next(Math.max(-move, 0));
        set(0, finiteOr(100 * (averageGain / (averageGain + averageLoss)), 0));
    }

    @Override
    void visitInner(StateVisitor visitor) {
        gain.visitState(visitor);
        loss.visitState(visitor);
        started = visitor.visit(started);
        previousClose = visitor.visit(previousClose);
    }
}
