package org.gradus.engine.strategy;

import org.gradus.engine.indicator.IndicatorSpec;

/// **support-bounce**: buys where buyers stood before. A bar that dips to the last confirmed swing low and closes back
/// above it, in its upper half, shows them again. Leaves near the last swing high, or at a close under the support.
///
/// Parameters: `pivot` 1–50 bars each side (5), `touch` 0–0.1 as a fraction (0.004), `room` 0–1 (0.01: least distance
/// to the resistance), `stop` 0–0.03 (0.015).
final class SupportBounce implements Strategy {
    private final int pivotBars;
    private final double touch;
    private final double room;
    private final double stop;
    private int support;
    private int bounced;
    private int finished;

    SupportBounce(Parameters parameters) {
        pivotBars = parameters.whole("pivot", 5, 1, 50);
        touch = parameters.number("touch", 0.004, 0, 0.1);
        room = parameters.number("room", 0.01, 0, 1);
        stop = parameters.number("stop", 0.015, 0, 0.03);
    }

    @Override
    public void declare(Declaration declaration) {
        support = declaration.indicator(IndicatorSpec.pivots(pivotBars, pivotBars));
        String at = "(" + pivotBars + "," + pivotBars + ")}";
        bounced = declaration.rationale("price dipped to the support {pivot-support" + at
            + " and closed back above it, resistance {pivot-resistance" + at);
        finished = declaration.rationale("price reached the resistance {pivot-resistance" + at
            + " or closed under the support {pivot-support" + at);
    }

    @Override
    public void evaluate(BarView bar, Signal signal) {
        double floor = bar.value(support);
        double ceiling = bar.value(support + 1);
        if (bar.position() > 0) {
            if (bar.close() >= ceiling * (1 - touch) || bar.close() < floor * (1 - touch)) {
                signal.exit(finished);
            }
            return;
        }
        boolean touched = bar.low() <= floor * (1 + touch) && bar.close() > floor;
        boolean strongClose = bar.close() > (bar.high() + bar.low()) / 2 && bar.close() > bar.open();
        if (!bar.entryPending() && touched && strongClose && ceiling > bar.close() * (1 + room)) {
            signal.enter(bounced, stop);
        }
    }
}
