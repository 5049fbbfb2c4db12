package org.gradus.engine.indicator;

import org.gradus.engine.state.StateVisitor;

/// Mean of the latest n closes or volumes. Flat input: exactly that price, or that volume (0 for no trading).
final class SimpleAverage extends BarIndicator {
    private final boolean ofVolume;
    private final Mean mean;

    SimpleAverage(int period, boolean ofVolume) {
        super(1, period);
        this.ofVolume = ofVolume;
        this.mean = new Mean(period);
    }

    @Override
    void onBar(double high, double low, double close, double volume) {
        set(0, mean.next(ofVolume ? volume : close));
    }

    @Override
    void visitInner(StateVisitor visitor) {
        mean.visitState(visitor);
    }
}
