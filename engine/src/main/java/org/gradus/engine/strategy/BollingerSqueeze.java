package org.gradus.engine.strategy;

import org.gradus.engine.indicator.IndicatorSpec;
import org.gradus.engine.state.StateVisitor;

/// **bollinger-squeeze**: buys the end of a quiet time. Bands much narrower than usual store a move; a close above the
/// upper band while the squeeze is fresh says which way. Leaves at a close under the middle band.
///
/// Parameters: `bars` 2–500 (20), `deviations` 0.1–10 (2), `narrow` 0–100, band width in % of price that counts as a
/// squeeze (2), `fresh` 1–500 bars a squeeze is remembered (6), `stop` 0–0.03 (0.02).
final class BollingerSqueeze implements Strategy {
    private final int bars;
    private final double deviations;
    private final double narrow;
    private final int freshBars;
    private final double stop;
    private int middle;
    private int released;
    private int fellBack;
    private int barsSinceSqueeze = Integer.MAX_VALUE;

    BollingerSqueeze(Parameters parameters) {
        bars = parameters.whole("bars", 20, 2, 500);
        deviations = parameters.number("deviations", 2, 0.1, 10);
        narrow = parameters.number("narrow", 2, 0, 100);
        freshBars = parameters.whole("fresh", 6, 1, 500);
        stop = parameters.number("stop", 0.02, 0, 0.03);
    }

    @Override
    public void declare(Declaration declaration) {
        IndicatorSpec bands = IndicatorSpec.bollinger(bars, deviations);
        middle = declaration.indicator(bands);
        released = declaration.rationale("close above the upper band {" + bands.outputName(1)
            + "} out of a squeeze, width {"
                + bands.outputName(3) + "}");
        fellBack = declaration.rationale("close under the middle band {" + bands.outputName(0) + "}");
    }

    @Override
    public void evaluate(BarView bar, Signal signal) {
        double width = 100 * (bar.value(middle + 1) - bar.value(middle + 2)) / bar.value(middle);
        if (width < narrow) {
            barsSinceSqueeze = 0;
        } else if (barsSinceSqueeze < Integer.MAX_VALUE) {
            barsSinceSqueeze++;
        }
        if (bar.position() > 0) {
            if (bar.close() < bar.value(middle)) {
                signal.exit(fellBack);
            }
        } else if (!bar.entryPending() && barsSinceSqueeze <= freshBars && bar.close() > bar.value(middle + 1)) {
            signal.enter(released, stop);
        }
    }

    @Override
    public void visitState(StateVisitor visitor) {
        barsSinceSqueeze = visitor.visit(barsSinceSqueeze);
    }
}
