package org.gradus.engine.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.agrona.ExpandableArrayBuffer;
import org.gradus.engine.state.CorruptStateException;
import org.gradus.engine.state.StateHasher;
import org.gradus.engine.state.StateReader;
import org.gradus.engine.state.StateWriter;
import org.gradus.engine.testdata.RealBar;
import org.junit.jupiter.api.Test;

/// What holds for every indicator and any bars: a known warm-up, finite values, a state that can be saved, the same
/// bits everywhere.
class IndicatorPropertiesTest {
    /// All values over three seeded histories, as any machine must compute them.
    private static final long GOLDEN_VALUES_HASH = -210_880_837_409_831_629L;
    private static final int BARS = 1_000;
    private static final int SEEDS = 8;

    @Test
    void noValueIsGivenBeforeTheWarmUpAndFiniteOnesEverAfter() {
        for (IndicatorSpec spec : Specs.ALL) {
            for (long seed = 0; seed < SEEDS; seed++) {
                holdsWarmUp(spec, Bars.walk(seed, BARS), "walk " + seed);
                holdsWarmUp(spec, Bars.absurd(seed, BARS), "absurd " + seed);
            }
        }
    }

    private static void holdsWarmUp(IndicatorSpec spec, List<RealBar> bars, String seed) {
        Indicator indicator = spec.create();
        int seen = 0;
        assertTrue(!indicator.warm() && Double.isNaN(indicator.value(0)), spec.name());
        for (RealBar bar : bars) {
            Bars.feed(indicator, bar);
            seen++;
            boolean due = seen >= indicator.warmUpBars();
            assertEquals(due, indicator.warm(), spec.name());
            for (int output = 0; output < indicator.outputs(); output++) {
                double value = indicator.value(output);
                boolean right = due ? Double.isFinite(value) : Double.isNaN(value);
                assertTrue(right, () -> seed + ": " + spec.name() + " is " + value + " after " + bar);
            }
        }
        assertTrue(indicator.warm(), spec.name());
    }

    @Test
    void strengthAndDirectionStayWithinZeroAndHundred() {
        for (IndicatorSpec spec : List.of(IndicatorSpec.rsi(2), IndicatorSpec.rsi(14), IndicatorSpec.adx(14))) {
            for (long seed = 0; seed < SEEDS; seed++) {
                Indicator indicator = spec.create();
                for (RealBar bar : Bars.walk(seed, BARS)) {
                    Bars.feed(indicator, bar);
                    for (int output = 0; output < indicator.outputs() && indicator.warm(); output++) {
                        double value = indicator.value(output);
                        assertTrue(value >= 0 && value <= 100, "seed " + seed + ": " + spec.name() + " is " + value);
                    }
                }
            }
        }
    }

    @Test
    void aRestoredIndicatorGoesOnWithTheSameBits() {
        for (IndicatorSpec spec : Specs.ALL) {
            for (long seed = 0; seed < SEEDS; seed++) {
                List<RealBar> bars = seed % 2 == 0 ? Bars.walk(seed, BARS) : Bars.absurd(seed, BARS);
                goesOnAfter(spec, bars, new Random(seed).nextInt(BARS / 2), "seed " + seed + ", " + spec.name());
            }
        }
    }

    private static void goesOnAfter(IndicatorSpec spec, List<RealBar> bars, int savedAt, String seed) {
        Indicator original = spec.create();
        bars.subList(0, savedAt).forEach(bar -> Bars.feed(original, bar));
        ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
        StateWriter writer = new StateWriter(buffer);
        original.visitState(writer);
        Indicator restored = spec.create();
        StateReader reader = new StateReader(buffer, 0, writer.length());
        restored.visitState(reader);
        reader.finish();
        assertEquals(hash(original), hash(restored), seed);
        for (RealBar bar : bars.subList(savedAt, bars.size())) {
            Bars.feed(original, bar);
            Bars.feed(restored, bar);
            assertEquals(original.warm(), restored.warm(), seed);
            for (int output = 0; output < original.outputs(); output++) {
                assertEquals(Double.doubleToRawLongBits(original.value(output)),
                    Double.doubleToRawLongBits(restored.value(output)), seed);
            }
        }
        assertEquals(hash(original), hash(restored), seed);
    }

    @Test
    void aStateOfOtherParametersIsRefused() {
        ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
        StateWriter writer = new StateWriter(buffer);
        IndicatorSpec.sma(20).create().visitState(writer);
        StateReader reader = new StateReader(buffer, 0, writer.length());
        assertThrows(CorruptStateException.class, () -> IndicatorSpec.sma(21).create().visitState(reader));
    }

    @Test
    void aBarThatDiffersByAMillionthGivesAnotherState() {
        for (IndicatorSpec spec : Specs.ALL) {
            Indicator one = spec.create();
            Indicator other = spec.create();
            List<RealBar> bars = Bars.walk(9, 500);
            for (RealBar bar : bars) {
                Bars.feed(one, bar);
                Bars.feed(other, bar);
            }
            RealBar last = bars.getLast();
            Bars.feed(one, last);
            Bars.feed(other, new RealBar(last.startMs(), last.open(), last.high() * 1.000001, last.low() * 1.000001,
                last.close() * 1.000001, last.volume() * 1.000001));
            assertNotEquals(hash(one), hash(other), spec.name());
        }
    }

    private static long hash(Indicator indicator) {
        StateHasher hasher = new StateHasher();
        indicator.visitState(hasher);
        return hasher.hash();
    }

    @Test
    void theSameBarsGiveTheSameBitsOnEveryMachine() {
        StateHasher values = new StateHasher();
        for (IndicatorSpec spec : Specs.ALL) {
            hashValues(spec, Bars.walk(21, BARS), values);
            hashValues(spec, Bars.walk(22, BARS), values);
            hashValues(spec, Bars.absurd(23, BARS), values);
        }
        assertEquals(GOLDEN_VALUES_HASH, values.hash());
    }

    private static void hashValues(IndicatorSpec spec, List<RealBar> bars, StateHasher values) {
        Indicator indicator = spec.create();
        for (RealBar bar : bars) {
            Bars.feed(indicator, bar);
            for (int output = 0; output < indicator.outputs() && indicator.warm(); output++) {
                values.visit(indicator.value(output));
            }
        }
    }
}
