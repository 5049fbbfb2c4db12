package org.gradus.engine.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gradus.engine.indicator.IndicatorSpec.Kind;
import org.gradus.engine.testdata.RealBar;
import org.gradus.engine.testdata.RealBars;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ta4j.core.num.DecimalNumFactory;
import org.ta4j.core.num.DoubleNumFactory;
import org.ta4j.core.num.Num;
import org.ta4j.core.num.NumFactory;

/// Every indicator against ta4j on whole real histories, at every bar from its warm-up on.
///
/// ta4j computes with 40 decimal digits, except over the longest histories, where that would take minutes: its double
/// arithmetic lets running totals drift and takes anything below 0.00001 for zero, which prices in the thousands do not
/// notice and a price of 0.00005 does. Directional movement is always compared in decimals, for doubles break ties.
class Ta4jAgreementTest {
    private static final double TOLERANCE = 1e-9;
    private static final double SMALLEST_SHARE_OF_PRICE = 1e-3;
    private static final NumFactory DECIMAL = DecimalNumFactory.getInstance(40);
    private static final NumFactory DOUBLE = DoubleNumFactory.getInstance();

    static Stream<Arguments> histories() {
        return Stream.of(
            Arguments.of("LUNA-USDT_1h_2021-04-04_2022-12-31.csv", DECIMAL, Specs.LONG_SUMS),
            Arguments.of("UST-USDT_1h_2021-12-24_2022-05-13.csv", DECIMAL, Specs.ALL),
            Arguments.of("SPY_1d_1998-01-02_2019-12-31.csv", DECIMAL, Specs.ALL),
            Arguments.of("AAPL_1h_2013-01-02_2019-12-31.csv", DECIMAL, Specs.USUAL),
            Arguments.of("BTC-USD_4h_2016-05-18_2022-12-31.csv", DECIMAL, Specs.USUAL),
            Arguments.of("BTC-USDT_1h_2017-08-17_2022-12-31.csv.gz", DOUBLE, Specs.ALL),
            Arguments.of("BTC-USDT_5m_2021-01-01_2021-12-31.csv.gz", DOUBLE, Specs.USUAL));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("histories")
    void agreesWithTa4jFromTheWarmUpOn(String fileName, NumFactory numbers, List<IndicatorSpec> specs) {
        assumeTrue(RealBars.available(), RealBars.MISSING);
        List<RealBar> bars = RealBars.load(fileName);
        Ta4jReference reference = new Ta4jReference(bars, numbers);
        Ta4jReference exact = new Ta4jReference(bars, DECIMAL);
        List<String> differences = new ArrayList<>();
        for (IndicatorSpec spec : specs) {
            compare(spec, bars, (spec.kind() == Kind.ADX ? exact : reference).outputs(spec), differences);
        }
        assertEquals(List.of(), differences);
    }

    private static void compare(IndicatorSpec spec, List<RealBar> bars,
                                List<org.ta4j.core.Indicator<Num>> reference, List<String> differences) {
        Indicator indicator = spec.create();
        assertTrue(indicator.warmUpBars() < bars.size() / 2, spec.name());
        for (int i = 0; i < bars.size(); i++) {
            Bars.feed(indicator, bars.get(i));
            for (int output = 0; output < indicator.outputs() && indicator.warm(); output++) {
                double expected = reference.get(output).getValue(i).doubleValue();
                double actual = indicator.value(output);
                if (!agrees(spec.kind(), expected, actual, bars.get(i))) {
                    differences.add(spec.outputName(output) + " at " + i + ": " + actual + ", ta4j " + expected);
                    return;
                }
            }
        }
    }

    /// ta4j has no swing before the first one is confirmed, and no average over bars without volume (a window of one
    /// bar meets such bars); everywhere else it must have a value.
    private static boolean agrees(Kind kind, double expected, double actual, RealBar bar) {
        if (Double.isNaN(expected)) {
            return kind == Kind.PIVOTS || kind == Kind.VWAP && bar.volume() == 0;
        }
        double scale = Math.max(Math.abs(expected), SMALLEST_SHARE_OF_PRICE * bar.close());
        return Math.abs(actual - expected) <= TOLERANCE * scale;
    }
}
