package org.gradus.engine.market;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.indicator.Indicator;
import org.gradus.engine.indicator.IndicatorSpec;
import org.gradus.engine.state.StateVisitor;
import org.gradus.engine.state.Stateful;

/// The indicators registered on each instrument and timeframe; equal specs share one instance. Registration ends before
/// the first event. Owned by the market stage.
public final class IndicatorBank implements Stateful {
    private static final int TIMEFRAMES = Timeframe.values().length;
    private final List<List<IndicatorSpec>> specs = new ArrayList<>();
    private final Indicator[][] indicators;
    private final int[] outputs;

    public IndicatorBank(int instruments) {
        indicators = new Indicator[instruments * TIMEFRAMES][];
        outputs = new int[indicators.length];
        for (int i = 0; i < indicators.length; i++) {
            specs.add(new ArrayList<>());
            indicators[i] = new Indicator[0];
        }
    }

    /// @return the index of the indicator's first output among the values of this instrument and timeframe
    public int register(int instrumentId, Timeframe timeframe, IndicatorSpec spec) {
        int at = index(instrumentId, timeframe);
        List<IndicatorSpec> here = specs.get(at);
        int first = 0;
        for (int i = 0; i < here.size(); i++) {
            if (here.get(i).equals(spec)) {
                return first;
            }
            first += indicators[at][i].outputs();
        }
        here.add(spec);
        Indicator[] grown = Arrays.copyOf(indicators[at], here.size());
        grown[here.size() - 1] = spec.create();
        indicators[at] = grown;
        outputs[at] += grown[here.size() - 1].outputs();
        return first;
    }

    public List<String> outputNames(int instrumentId, Timeframe timeframe) {
        List<String> names = new ArrayList<>();
        List<IndicatorSpec> here = specs.get(index(instrumentId, timeframe));
        Indicator[] instances = indicators[index(instrumentId, timeframe)];
        for (int i = 0; i < instances.length; i++) {
            for (int output = 0; output < instances[i].outputs(); output++) {
                names.add(here.get(i).outputName(output));
            }
        }
        return names;
    }

    /// Bars until every indicator of this instrument and timeframe gives a value.
    public int warmUpBars(int instrumentId, Timeframe timeframe) {
        int bars = 1;
        for (Indicator indicator : indicators[index(instrumentId, timeframe)]) {
            bars = Math.max(bars, indicator.warmUpBars());
        }
        return bars;
    }

    public int outputs(int instrumentId, Timeframe timeframe) {
        return outputs[index(instrumentId, timeframe)];
    }

    Indicator[] at(int instrumentId, Timeframe timeframe) {
        return indicators[index(instrumentId, timeframe)];
    }

    private static int index(int instrumentId, Timeframe timeframe) {
        return instrumentId * TIMEFRAMES + timeframe.ordinal();
    }

    @Override
    public void visitState(StateVisitor visitor) {
        for (Indicator[] here : indicators) {
            for (Indicator indicator : here) {
                indicator.visitState(visitor);
            }
        }
    }
}
