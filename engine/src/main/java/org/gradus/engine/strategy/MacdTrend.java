package org.gradus.engine.strategy;

import org.gradus.engine.indicator.IndicatorSpec;

/// **macd-trend**: follows a trend while it gathers pace. Enters when the MACD crosses above its signal line with the
/// RSI showing strength but no excess; leaves when it crosses below.
///
/// Parameters: `fast` 1–200 bars (12), `slow` 2–500 bars (26), `signal` 1–200 bars (9), `rsi` 2–200 bars (14),
/// `least-rsi` 0–100 (50), `most-rsi` 0–100 (75), `stop` 0–0.03 (0.02).
final class MacdTrend implements Strategy {
    private final int fast;
    private final int slow;
    private final int smoothing;
    private final int rsiBars;
    private final double leastRsi;
    private final double mostRsi;
    private final double stop;
    private int macd;
    private int rsi;
    private int crossedUp;
    private int crossedDown;

    MacdTrend(Parameters parameters) {
        fast = parameters.whole("fast", 12, 1, 200);
        slow = parameters.whole("slow", 26, 2, 500);
        smoothing = parameters.whole("signal", 9, 1, 200);
        rsiBars = parameters.whole("rsi", 14, 2, 200);
        leastRsi = parameters.number("least-rsi", 50, 0, 100);
        mostRsi = parameters.number("most-rsi", 75, 0, 100);
        stop = parameters.number("stop", 0.02, 0, 0.03);
    }

    @Override
    public void declare(Declaration declaration) {
        macd = declaration.indicator(IndicatorSpec.macd(fast, slow, smoothing));
        rsi = declaration.indicator(IndicatorSpec.rsi(rsiBars));
        String named = "(" + fast + "," + slow + "," + smoothing + ")";
        crossedUp = declaration.rationale("MACD {macd" + named + "} crossed above its signal {macd-signal" + named
                + "}, RSI {rsi(" + rsiBars + ")}");
        crossedDown = declaration.rationale("MACD {macd" + named + "} crossed below its signal {macd-signal" + named
            + "}");
    }

    @Override
    public void evaluate(BarView bar, Signal signal) {
        double gap = bar.value(macd) - bar.value(macd + 1);
        double gapBefore = bar.previous(macd) - bar.previous(macd + 1);
        double strength = bar.value(rsi);
        if (bar.position() > 0) {
            if (gap < 0) {
                signal.exit(crossedDown);
            }
        } else if (!bar.entryPending() && gap > 0 && gapBefore <= 0 && strength >= leastRsi && strength <= mostRsi) {
            signal.enter(crossedUp, stop);
        }
    }
}
