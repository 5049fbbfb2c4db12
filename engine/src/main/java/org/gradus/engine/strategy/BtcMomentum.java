package org.gradus.engine.strategy;

import org.gradus.engine.indicator.IndicatorSpec;

/// **btc-momentum**: rides a surge that volume confirms. A move of a few bars well beyond the usual, on volume well
/// above its average and above the trend line, tends to run on for a while, because those who are late still have to
/// buy. Enters when the rate of change exceeds `surge` with volume above `volume-factor` × its average and the close
/// above the EMA; leaves when momentum turns negative or the close falls back under the EMA.
///
/// Parameters: `roc` 2–200 bars (12), `surge` 0–1 as a fraction (0.01), `volume-bars` 2–500 (20), `volume-factor` 0–100
/// (1.5), `trend` 2–500 bars (50), `stop` 0–0.03 (0.02).
final class BtcMomentum implements Strategy {
    private final int rocBars;
    private final double surgePercent;
    private final int volumeBars;
    private final double volumeFactor;
    private final int trendBars;
    private final double stop;
    private int roc;
    private int volume;
    private int trend;
    private int surged;
    private int faded;

    BtcMomentum(Parameters parameters) {
        rocBars = parameters.whole("roc", 12, 2, 200);
        surgePercent = 100 * parameters.number("surge", 0.01, 0, 1);
        volumeBars = parameters.whole("volume-bars", 20, 2, 500);
        volumeFactor = parameters.number("volume-factor", 1.5, 0, 100);
        trendBars = parameters.whole("trend", 50, 2, 500);
        stop = parameters.number("stop", 0.02, 0, 0.03);
    }

    @Override
    public void declare(Declaration declaration) {
        roc = declaration.indicator(IndicatorSpec.roc(rocBars));
        volume = declaration.indicator(IndicatorSpec.volumeSma(volumeBars));
        trend = declaration.indicator(IndicatorSpec.ema(trendBars));
        surged = declaration.rationale("price rose {roc(" + rocBars + ")} % in " + rocBars + " bars on volume above "
                + volumeFactor + " times its average {volume-sma(" + volumeBars + ")}, above the trend {ema("
                + trendBars + ")}");
        faded = declaration.rationale("momentum {roc(" + rocBars + ")} % has faded or price fell under the trend {ema("
            + trendBars + ")}");
    }

    @Override
    public void evaluate(BarView bar, Signal signal) {
        double change = bar.value(roc);
        double line = bar.value(trend);
        if (bar.position() > 0) {
            if (change < 0 || bar.close() < line) {
                signal.exit(faded);
            }
        } else if (!bar.entryPending() && change > surgePercent && bar.close() > line
                && bar.volume() > volumeFactor * bar.value(volume)) {
            signal.enter(surged, stop);
        }
    }
}
