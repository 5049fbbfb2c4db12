package org.gradus.engine.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.gradus.engine.testdata.RealBar;

/// Made-up bars for tests, the same for the same seed on every machine.
final class Bars {
    private static final long MINUTE_MS = 60_000;

    private Bars() {
    }

    static void feed(Indicator indicator, RealBar bar) {
        indicator.update(bar.open(), bar.high(), bar.low(), bar.close(), bar.volume(),
            (bar.startMs() + MINUTE_MS) * 1_000_000);
    }

    static RealBar flat(double price, double volume) {
        return new RealBar(0, price, price, price, price, volume);
    }

    /// A price that wanders by up to 2 % a bar, in hundredths.
    static List<RealBar> walk(long seed, int count) {
        Random random = new Random(seed);
        List<RealBar> bars = new ArrayList<>(count);
        double close = 100;
        for (int i = 0; i < count; i++) {
            double open = close;
            close = cents(open * (0.98 + 0.04 * random.nextDouble()));
            double high = cents(Math.max(open, close) * (1 + 0.01 * random.nextDouble()));
            double low = cents(Math.min(open, close) * (1 - 0.01 * random.nextDouble()));
            bars.add(new RealBar(i * MINUTE_MS, open, high, low, close, Math.rint(1000 * random.nextDouble())));
        }
        return bars;
    }

    /// Anything finite: flat stretches, zeros, negatives, the largest and smallest doubles, bars whose high is below
    /// their low.
    static List<RealBar> absurd(long seed, int count) {
        Random random = new Random(seed);
        List<RealBar> bars = new ArrayList<>(count);
        while (bars.size() < count) {
            RealBar bar = new RealBar(bars.size() * MINUTE_MS, anything(random), anything(random), anything(random),
                anything(random), anything(random));
            RealBar next = random.nextInt(3) == 0 ? flat(bar.close(), random.nextBoolean() ? 0 : bar.volume()) : bar;
            int times = random.nextInt(8) == 0 ? 1 + random.nextInt(60) : 1;
            for (int i = 0; i < times && bars.size() < count; i++) {
                bars.add(next);
            }
        }
        return bars;
    }

    private static double anything(Random random) {
        double sign = random.nextInt(10) == 0 ? -1 : 1;
        return sign * switch (random.nextInt(9)) {
            case 0 -> 0;
            case 1 -> Double.MAX_VALUE;
            case 2 -> Double.MIN_VALUE;
            case 3 -> random.nextDouble() * 1e-9;
            case 4 -> random.nextDouble() * 9.2e9;
            case 5 -> random.nextDouble() * 1e100;
            case 6 -> random.nextDouble() * 1e-300;
            case 7 -> 100 + random.nextInt(3);
            default -> 100 * random.nextDouble();
        };
    }

    private static double cents(double price) {
        return Math.max(0.01, Math.rint(price * 100) / 100);
    }
}
