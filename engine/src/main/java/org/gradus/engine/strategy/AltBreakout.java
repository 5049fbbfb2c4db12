package org.gradus.engine.strategy;

import org.gradus.engine.indicator.IndicatorSpec;

/// **alt-breakout**: buys the break of a resistance. The highest high of many bars is where sellers stood; a close
/// above it says they are gone. Enters when a bar closes above the Donchian channel's upper edge as it stood before
/// that bar, in a market with a trend (ADX); leaves at a close under the channel's middle.
///
/// Parameters: `channel` 2–500 bars (20), `adx` 2–200 bars (14), `strength` 0–100 (20), `stop` 0–0.03 (0.025).
final class AltBreakout implements Strategy {
    private final int channelBars;
    private final int adxBars;
    private final double strength;
    private final double stop;
    private int upper;
    private int middle;
    private int adx;
    private int broke;
    private int fellBack;

    AltBreakout(Parameters parameters) {
        channelBars = parameters.whole("channel", 20, 2, 500);
        adxBars = parameters.whole("adx", 14, 2, 200);
        strength = parameters.number("strength", 20, 0, 100);
        stop = parameters.number("stop", 0.025, 0, 0.03);
    }

    @Override
    public void declare(Declaration declaration) {
        upper = declaration.indicator(IndicatorSpec.donchian(channelBars));
        middle = upper + 2;
        adx = declaration.indicator(IndicatorSpec.adx(adxBars));
        broke = declaration.rationale("close broke the resistance of " + channelBars + " bars, trend strength {adx("
            + adxBars + ")}");
        fellBack = declaration.rationale("close fell under the channel's middle {donchian-middle(" + channelBars
            + ")}");
    }

    @Override
    public void evaluate(BarView bar, Signal signal) {
        if (bar.position() > 0) {
            if (bar.close() < bar.value(middle)) {
                signal.exit(fellBack);
            }
        } else if (!bar.entryPending() && bar.close() > bar.previous(upper) && bar.value(adx) > strength) {
            signal.enter(broke, stop);
        }
    }
}
