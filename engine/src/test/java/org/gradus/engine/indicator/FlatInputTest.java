package org.gradus.engine.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gradus.engine.testdata.RealBar;
import org.junit.jupiter.api.Test;
import org.ta4j.core.num.DecimalNumFactory;

/// What a market without moves, or without volume, gives: the results that the class comments state.
class FlatInputTest {
    /// Neither it nor its multiples are exact in binary.
    private static final double PRICE = 0.1;
    private static final double VOLUME = 0.7;
    private static final int BARS = 700;

    @Test
    void aPriceThatNeverMovesGivesTheStatedValuesExactly() {
        for (IndicatorSpec spec : Specs.ALL) {
            Indicator indicator = spec.create();
            for (int i = 0; i < BARS; i++) {
                Bars.feed(indicator, Bars.flat(PRICE, VOLUME));
                if (indicator.warm()) {
                    assertEquals(stated(spec), values(indicator), spec.name() + " at bar " + i);
                }
            }
        }
    }

    private static List<Double> stated(IndicatorSpec spec) {
        return switch (spec.kind()) {
            case SMA, EMA, VWAP -> List.of(PRICE);
            case VOLUME_SMA -> List.of(VOLUME);
            case RSI, ATR, ROC, STDDEV, OBV -> List.of(0.0);
            case MACD, ADX -> List.of(0.0, 0.0, 0.0);
            case BOLLINGER -> List.of(PRICE, PRICE, PRICE, 0.0);
            case DONCHIAN -> List.of(PRICE, PRICE, PRICE);
            case PIVOTS -> List.of(PRICE, PRICE);
        };
    }

    @Test
    void ta4jGivesTheSameWhereItGivesAValue() {
        List<RealBar> bars = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            bars.add(Bars.flat(PRICE, VOLUME));
        }
        Ta4jReference reference = new Ta4jReference(distinctTimes(bars), DecimalNumFactory.getInstance());
        Map<String, Double> without = new LinkedHashMap<>();
        for (IndicatorSpec spec : Specs.USUAL) {
            for (int output = 0; output < spec.outputs(); output++) {
                double value = reference.outputs(spec).get(output).getValue(99).doubleValue();
                if (Double.isNaN(value)) {
                    without.put(spec.outputName(output), value);
                } else {
                    assertEquals(stated(spec).get(output), value, 1e-15, spec.outputName(output));
                }
            }
        }
        assertEquals(Map.of("pivot-support(3,3)", Double.NaN, "pivot-resistance(3,3)", Double.NaN), without);
    }

    @Test
    void noVolumeAtAllGivesTheTypicalPrice() {
        Indicator vwap = IndicatorSpec.vwap(3).create();
        feed(vwap, new RealBar(0, 1, 4, 1, 1, 0), new RealBar(0, 1, 5, 2, 2, 0), new RealBar(0, 1, 6, 3, 3, 0));
        assertEquals(4, vwap.value(0));
    }

    @Test
    void aWindowWithoutVolumeKeepsTheLastAverage() {
        Indicator vwap = IndicatorSpec.vwap(2).create();
        feed(vwap, Bars.flat(10, 1), Bars.flat(20, 3));
        assertEquals(17.5, vwap.value(0));
        feed(vwap, Bars.flat(30, 0), Bars.flat(40, 0), Bars.flat(50, 0));
        assertEquals(20, vwap.value(0));
        feed(vwap, Bars.flat(50, 0));
        assertEquals(50, vwap.value(0), "a typical price that stays the same wins");
    }

    @Test
    void volumeIndicatorsWithoutVolumeGiveZero() {
        Indicator sma = IndicatorSpec.volumeSma(3).create();
        Indicator obv = IndicatorSpec.obv().create();
        for (RealBar bar : List.of(Bars.flat(1, 7), Bars.flat(2, 0), Bars.flat(3, 0), Bars.flat(2, 0))) {
            feed(sma, bar);
            feed(obv, bar);
        }
        assertEquals(List.of(0.0), values(sma));
        assertEquals(List.of(0.0), values(obv));
    }

    @Test
    void aPriceThatStopsMovingKeepsItsStrengthAndDirection() {
        for (IndicatorSpec spec : List.of(IndicatorSpec.rsi(14), IndicatorSpec.rsi(2), IndicatorSpec.adx(14))) {
            Indicator indicator = spec.create();
            List<RealBar> walk = Bars.walk(3, 200);
            walk.forEach(bar -> feed(indicator, bar));
            double close = walk.getLast().close();
            feed(indicator, Bars.flat(close, 0));
            int last = indicator.outputs() - 1;
            double strength = indicator.value(last);
            for (int i = 0; i < 400 * spec.a(); i++) {
                feed(indicator, Bars.flat(close, 0));
            }
            assertEquals(strength, indicator.value(last), 1e-9 * strength, spec.name());
            assertTrue(strength > 0 && strength < 100, spec.name());
        }
    }

    @Test
    void aPriceOfZeroGivesNoRateAndNoWidth() {
        Indicator roc = IndicatorSpec.roc(1).create();
        Indicator bands = IndicatorSpec.bollinger(2, 2).create();
        for (RealBar bar : List.of(Bars.flat(1, 1), Bars.flat(0, 1), Bars.flat(0, 1), Bars.flat(5, 1))) {
            feed(roc, bar);
        }
        feed(bands, Bars.flat(-3, 1), Bars.flat(3, 1));
        assertEquals(List.of(0.0), values(roc));
        assertEquals(List.of(0.0, 6.0, -6.0, 0.0), values(bands));
    }

    @Test
    void movesThatAreEqualInDecimalsAreATieAlthoughTheirDoublesDiffer() {
        assertTrue(0.4 - 0.3 > 0.2 - 0.1, "the doubles differ");
        Indicator adx = IndicatorSpec.adx(2).create();
        for (int i = 0; i < adx.warmUpBars(); i += 2) {
            feed(adx, new RealBar(0, 0.25, 0.3, 0.2, 0.25, 1), new RealBar(0, 0.25, 0.4, 0.1, 0.25, 1));
        }
        assertEquals(List.of(0.0, 0.0, 0.0), values(adx));
    }

    private static void feed(Indicator indicator, RealBar... bars) {
        for (RealBar bar : bars) {
            Bars.feed(indicator, bar);
        }
    }

    private static List<Double> values(Indicator indicator) {
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < indicator.outputs(); i++) {
            values.add(indicator.value(i) == 0 ? 0.0 : indicator.value(i));
        }
        return values;
    }

    private static List<RealBar> distinctTimes(List<RealBar> bars) {
        List<RealBar> timed = new ArrayList<>();
        for (RealBar bar : bars) {
            timed.add(new RealBar(timed.size() * 60_000L, bar.open(), bar.high(), bar.low(), bar.close(),
                bar.volume()));
        }
        return timed;
    }
}
