package org.gradus.adapters.checks;

import org.gradus.engine.domain.Instrument;
import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.indicator.IndicatorSpec;

/// Which values of which closed bar.
///
/// @param startNs of the bar, ns since 1970
public record BarQuestion(Instrument instrument, Timeframe timeframe, IndicatorSpec spec, long startNs) {
    public long endNs() {
        return startNs + timeframe.nanos();
    }

    @Override
    public String toString() {
        return spec.name() + " of " + instrument.symbol() + ", " + timeframe.label();
    }
}
