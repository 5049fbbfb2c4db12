package org.gradus.engine.strategy;

import org.gradus.engine.indicator.IndicatorSpec;

/// **rsi-reversal**: buys exhaustion at a support. When the RSI comes back up through its oversold mark while price
/// stands near the last confirmed swing low, sellers have tried and failed. Leaves when the RSI is overbought or the
/// support breaks.
///
/// Parameters: `rsi` 2–200 bars (14), `oversold` 1–50 (30), `overbought` 50–99 (65), `pivot` 1–50 bars each side (3),
/// `near` 0–0.2 as a fraction (0.015), `stop` 0–0.03 (0.02).
final class RsiReversal implements Strategy {
    private final int rsiBars;
    private final double oversold;
    private final double overbought;
    private final int pivotBars;
    private final double near;
    private final double stop;
    private int rsi;
    private int support;
    private int turned;
    private int done;

    RsiReversal(Parameters parameters) {
        rsiBars = parameters.whole("rsi", 14, 2, 200);
        oversold = parameters.number("oversold", 30, 1, 50);
        overbought = parameters.number("overbought", 65, 50, 99);
        pivotBars = parameters.whole("pivot", 3, 1, 50);
        near = parameters.number("near", 0.015, 0, 0.2);
        stop = parameters.number("stop", 0.02, 0, 0.03);
    }

    @Override
    public void declare(Declaration declaration) {
        rsi = declaration.indicator(IndicatorSpec.rsi(rsiBars));
        support = declaration.indicator(IndicatorSpec.pivots(pivotBars, pivotBars));
        String pivots = "{pivot-support(" + pivotBars + "," + pivotBars + ")}";
        turned = declaration.rationale("RSI {rsi(" + rsiBars + ")} turned up out of oversold near the support "
            + pivots);
        done = declaration.rationale("RSI {rsi(" + rsiBars + ")} reached overbought, or the support " + pivots
            + " broke");
    }

    @Override
    public void evaluate(BarView bar, Signal signal) {
        double now = bar.value(rsi);
        double floor = bar.value(support);
        if (bar.position() > 0) {
            if (now > overbought || bar.close() < floor * (1 - near)) {
                signal.exit(done);
            }
        } else if (!bar.entryPending() && bar.previous(rsi) < oversold && now >= oversold
                && bar.low() <= floor * (1 + near) && bar.close() >= floor) {
            signal.enter(turned, stop);
        }
    }
}
