package org.gradus.engine.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.gradus.engine.testdata.RealBar;
import org.junit.jupiter.api.Test;

/// The clever parts beside plain ones that look at the whole window each time.
class PlainWindowTest {
    private static final int VALUES = 3_000;

    @Test
    void foldsAreThoseOfTheLatestValues() {
        for (int size : new int[]{1, 2, 3, 7, 64, 1_000}) {
            long seed = 71 * size;
            double[] values = new Random(seed).ints(VALUES, -1_000_000, 1_000_000).asDoubleStream().toArray();
            Fold sum = new Fold(Fold.By.SUM, size);
            Fold highest = new Fold(Fold.By.HIGHEST, size);
            Fold lowest = new Fold(Fold.By.LOWEST, size);
            for (int i = 0; i < VALUES; i++) {
                double plainSum = 0;
                double plainHighest = values[i];
                double plainLowest = values[i];
                for (int j = Math.max(0, i - size + 1); j <= i; j++) {
                    plainSum += values[j];
                    plainHighest = values[j] > plainHighest ? values[j] : plainHighest;
                    plainLowest = values[j] < plainLowest ? values[j] : plainLowest;
                }
                String where = "seed " + seed + ", size " + size + ", value " + i;
                assertEquals(plainSum, sum.next(values[i]), where);
                assertEquals(plainHighest, highest.next(values[i]), where);
                assertEquals(plainLowest, lowest.next(values[i]), where);
            }
        }
    }

    @Test
    void aHugeValueThatHasLeftTheWindowLeavesNothingBehind() {
        List<IndicatorSpec> windowed = List.of(IndicatorSpec.sma(7), IndicatorSpec.volumeSma(7),
            IndicatorSpec.stddev(7), IndicatorSpec.bollinger(7, 2), IndicatorSpec.vwap(7), IndicatorSpec.donchian(7),
            IndicatorSpec.roc(7));
        for (IndicatorSpec spec : windowed) {
            Indicator calm = spec.create();
            Indicator shaken = spec.create();
            Bars.feed(calm, Bars.flat(1, 1));
            Bars.feed(shaken, Bars.flat(1e90, 1e90));
            for (RealBar bar : Bars.walk(5, 50)) {
                Bars.feed(calm, bar);
                Bars.feed(shaken, bar);
            }
            for (int output = 0; output < calm.outputs(); output++) {
                assertEquals(calm.value(output), shaken.value(output), spec.outputName(output));
            }
        }
    }

    @Test
    void pivotsAreTheLatestSwingsConfirmedSoFar() {
        for (int left = 1; left <= 4; left++) {
            for (int right = 1; right <= 4; right++) {
                List<RealBar> bars = coarse(100 * left + right);
                Indicator pivots = IndicatorSpec.pivots(left, right).create();
                for (int i = 0; i < bars.size(); i++) {
                    Bars.feed(pivots, bars.get(i));
                    if (i >= left + right) {
                        String where = "pivots(" + left + "," + right + ") at " + i;
                        assertEquals(plainSupport(bars, i, left, right), pivots.value(0), where);
                        assertEquals(plainResistance(bars, i, left, right), pivots.value(1), where);
                    }
                }
            }
        }
    }

    /// Whole numbers from a small range, so that neighbours are often equal.
    private static List<RealBar> coarse(long seed) {
        Random random = new Random(seed);
        return random.ints(400, 0, 12).mapToObj(low -> {
            int high = low + random.nextInt(5);
            return new RealBar(0, low, high, low, high, 1);
        }).toList();
    }

    private static double plainSupport(List<RealBar> bars, int now, int left, int right) {
        for (int candidate = now - right; candidate >= left; candidate--) {
            boolean swing = true;
            for (int i = candidate - left; i <= candidate + right; i++) {
                swing &= i == candidate || bars.get(i).low() > bars.get(candidate).low();
            }
            if (swing) {
                return bars.get(candidate).low();
            }
        }
        return bars.subList(0, now + 1).stream().mapToDouble(RealBar::low).min().orElseThrow();
    }

    private static double plainResistance(List<RealBar> bars, int now, int left, int right) {
        for (int candidate = now - right; candidate >= left; candidate--) {
            boolean swing = true;
            for (int i = candidate - left; i <= candidate + right; i++) {
                swing &= i == candidate || bars.get(i).high() < bars.get(candidate).high();
            }
            if (swing) {
                return bars.get(candidate).high();
            }
        }
        return bars.subList(0, now + 1).stream().mapToDouble(RealBar::high).max().orElseThrow();
    }
}
