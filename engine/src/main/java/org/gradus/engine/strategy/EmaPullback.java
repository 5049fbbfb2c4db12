package org.gradus.engine.strategy;

import org.gradus.engine.indicator.IndicatorSpec;

/// **ema-pullback**: joins a trend at a better price. While the fast EMA stands above the slow one, a dip that touches
/// the fast EMA and closes above it again is a pause, not a turn. The stop scales with the ATR, within the guardrail.
/// Leaves when the EMAs cross down.
///
/// Parameters: `fast` 2–200 bars (20), `slow` 3–500 bars (50), `atr` 2–200 bars (14), `stop-atr` 0.1–10 ATRs (2),
/// `most-stop` 0–0.03 (0.025).
final class EmaPullback implements Strategy {
    private final int fastBars;
    private final int slowBars;
    private final int atrBars;
    private final double stopAtr;
    private final double mostStop;
    private int fast;
    private int slow;
    private int atr;
    private int dipped;
    private int crossed;

    EmaPullback(Parameters parameters) {
        fastBars = parameters.whole("fast", 20, 2, 200);
        slowBars = parameters.whole("slow", 50, 3, 500);
        atrBars = parameters.whole("atr", 14, 2, 200);
        stopAtr = parameters.number("stop-atr", 2, 0.1, 10);
        mostStop = parameters.number("most-stop", 0.025, 0, 0.03);
    }

    @Override
    public void declare(Declaration declaration) {
        fast = declaration.indicator(IndicatorSpec.ema(fastBars));
        slow = declaration.indicator(IndicatorSpec.ema(slowBars));
        atr = declaration.indicator(IndicatorSpec.atr(atrBars));
        String lines = "{ema(" + fastBars + ")} over {ema(" + slowBars + ")}";
        dipped = declaration.rationale("pullback to the fast average in an uptrend, " + lines + ", range {atr("
            + atrBars + ")}");
        crossed = declaration.rationale("the averages crossed down: no longer " + lines);
    }

    @Override
    public void evaluate(BarView bar, Signal signal) {
        double line = bar.value(fast);
        boolean rising = line > bar.value(slow);
        if (bar.position() > 0) {
            if (!rising) {
                signal.exit(crossed);
            }
        } else if (!bar.entryPending() && rising && bar.low() <= line && bar.close() > line
            && bar.close() > bar.previousClose()) {
            signal.enter(dipped, Math.min(mostStop, stopAtr * bar.value(atr) / bar.close()));
        }
    }
}
