package org.gradus.engine.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.gradus.engine.indicator.IndicatorSpec.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/// Names, parameter ranges and warm-ups, as strategies and the journal rely on them.
class IndicatorSpecTest {
    @Test
    void namesEveryIndicatorAndOutput() {
        List<String> names = new ArrayList<>();
        for (IndicatorSpec spec : Specs.USUAL) {
            List<String> outputs = new ArrayList<>();
            for (int i = 0; i < spec.outputs(); i++) {
                outputs.add(spec.outputName(i));
            }
            names.add(spec.name() + " " + outputs);
        }
        assertEquals(List.of(
            "sma(20) [sma(20)]",
            "volume-sma(20) [volume-sma(20)]",
            "ema(20) [ema(20)]",
            "rsi(14) [rsi(14)]",
            "macd(12,26,9) [macd(12,26,9), macd-signal(12,26,9), macd-histogram(12,26,9)]",
            "atr(14) [atr(14)]",
            "adx(14) [adx(14), adx-plus-di(14), adx-minus-di(14)]",
            "bollinger(20,2) [bollinger-middle(20,2), bollinger-upper(20,2), bollinger-lower(20,2), "
                + "bollinger-width(20,2)]",
            "donchian(20) [donchian-upper(20), donchian-lower(20), donchian-middle(20)]",
            "roc(10) [roc(10)]",
            "stddev(20) [stddev(20)]",
            "vwap(20) [vwap(20)]",
            "obv [obv]",
            "pivots(3,3) [pivot-support(3,3), pivot-resistance(3,3)]"), names);
        assertEquals("bollinger(50,2.5)", IndicatorSpec.bollinger(50, 2.5).name());
    }

    @Test
    void everyKindIsAmongTheTestedOnes() {
        Set<Kind> tested = EnumSet.noneOf(Kind.class);
        Specs.USUAL.forEach(spec -> tested.add(spec.kind()));
        assertEquals(EnumSet.allOf(Kind.class), tested);
    }

    @Test
    void theInstanceHasAsManyOutputsAsTheSpecNames() {
        for (IndicatorSpec spec : Specs.ALL) {
            assertEquals(spec.outputs(), spec.create().outputs(), spec.name());
        }
    }

    @Test
    void warmUpsAreKnownFromTheStart() {
        List<Integer> warmUps = new ArrayList<>();
        Specs.USUAL.forEach(spec -> warmUps.add(spec.create().warmUpBars()));
        assertEquals(List.of(20, 20, 42, 43, 64, 43, 71, 20, 20, 11, 20, 20, 1, 7), warmUps);
        assertEquals(82, IndicatorSpec.macd(5, 6, 40).create().warmUpBars());
    }

    @Test
    void parametersOutOfRangeAreRefused() {
        assertEquals("sma: period must be 1 to 10000 bars, is 0", refusal(() -> IndicatorSpec.sma(0)));
        assertEquals("ema: period must be 1 to 10000 bars, is -3", refusal(() -> IndicatorSpec.ema(-3)));
        assertEquals("rsi: period must be 2 to 10000 bars, is 1", refusal(() -> IndicatorSpec.rsi(1)));
        assertEquals("vwap: period must be 1 to 10000 bars, is 10001", refusal(() -> IndicatorSpec.vwap(10_001)));
        assertEquals("macd: slow period must be 13 to 10000 bars, is 12",
            refusal(() -> IndicatorSpec.macd(12, 12, 9)));
        assertEquals("macd: fast period must be 1 to 10000 bars, is 0", refusal(() -> IndicatorSpec.macd(0, 26, 9)));
        assertEquals("macd: signal period must be 1 to 10000 bars, is 0",
            refusal(() -> IndicatorSpec.macd(12, 26, 0)));
        assertEquals("pivots: bars to the left must be 1 to 10000 bars, is 0",
            refusal(() -> IndicatorSpec.pivots(0, 3)));
        assertEquals("pivots: bars to the right must be 1 to 10000 bars, is 0",
            refusal(() -> IndicatorSpec.pivots(3, 0)));
    }

    @Test
    void factorsOutOfRangeAreRefused() {
        for (double factor : new double[]{0, -1, 100.5, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertEquals("bollinger: factor must be above 0 and at most 100, is " + factor,
                refusal(() -> IndicatorSpec.bollinger(20, factor)));
        }
        assertEquals("sma: has no factor, must be 0, is 2.0",
            refusal(() -> new IndicatorSpec(Kind.SMA, 20, 0, 0, 2)));
    }

    @Test
    void parametersThatAKindDoesNotHaveAreRefusedSoThatEqualMeansEqual() {
        assertEquals("rsi: has no such parameter, must be 0, is 3",
            refusal(() -> new IndicatorSpec(Kind.RSI, 14, 3, 0, 0)));
        assertEquals("obv: has no such parameter, must be 0, is 1",
            refusal(() -> new IndicatorSpec(Kind.OBV, 1, 0, 0, 0)));
        assertEquals(IndicatorSpec.rsi(14), new IndicatorSpec(Kind.RSI, 14, 0, 0, 0));
    }

    private static String refusal(Executable making) {
        return assertThrows(IllegalArgumentException.class, making).getMessage();
    }
}
