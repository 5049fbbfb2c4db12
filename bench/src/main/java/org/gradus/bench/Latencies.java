package org.gradus.bench;

import java.util.Arrays;
import org.HdrHistogram.Histogram;

/// What one open-loop run showed: every tick and order, and those of clean bursts alone, in which neither thread lost
/// its core and the publisher's clock never jumped. The first third of the run warms up and does not count.
final class Latencies {
    private static final long HIGHEST_NS = 60_000_000_000L;
    private static final int WARM_UP_PART = 3;

    final Histogram ticks = new Histogram(1, HIGHEST_NS, 3);
    final Histogram cleanTicks = new Histogram(1, HIGHEST_NS, 3);
    final Histogram orders = new Histogram(1, HIGHEST_NS, 3);
    final Histogram cleanOrders = new Histogram(1, HIGHEST_NS, 3);
    final int bursts;
    final int cleanBursts;
    private final BurstProbe probe;
    private final int burstTicks;
    private final int firstBurst;
    private final boolean[] clean;
    private final double[] roundTripNs;

    /// @param disturbed    bursts in which the publisher was
    /// @param roundTripNs  by burst; null without a hop
    Latencies(BurstProbe probe, int burstTicks, boolean[] disturbed, double[] roundTripNs) {
        this.probe = probe;
        this.burstTicks = burstTicks;
        this.roundTripNs = roundTripNs;
        firstBurst = disturbed.length / WARM_UP_PART;
        bursts = disturbed.length - firstBurst;
        clean = new boolean[disturbed.length];
        int count = 0;
        for (int burst = firstBurst; burst < clean.length; burst++) {
            clean[burst] = !disturbed[burst] && !probe.disturbed[burst];
            count += clean[burst] ? 1 : 0;
            addTicks(burst);
        }
        cleanBursts = count;
        addOrders();
    }

    /// The first ticks of a burst find caches that the ping-pong and the pause have cooled.
    private int skipped() {
        return 1 + burstTicks / 20;
    }

    private void addTicks(int burst) {
        for (int i = burst * burstTicks + skipped(); i < (burst + 1) * burstTicks; i++) {
            add(probe.tickNs[i], ticks, clean[burst] ? cleanTicks : null);
        }
    }

    private void addOrders() {
        for (int i = 0; i < probe.orders(); i++) {
            int burst = probe.orderTick[i] / burstTicks;
            if (burst >= firstBurst && probe.orderTick[i] % burstTicks >= skipped()) {
                add(probe.orderNs[i], orders, clean[burst] ? cleanOrders : null);
            }
        }
    }

    private static void add(long tookNs, Histogram all, Histogram cleanOnes) {
        long value = Math.clamp(tookNs, 1, HIGHEST_NS);
        all.recordValue(value);
        if (cleanOnes != null) {
            cleanOnes.recordValue(value);
        }
    }

    boolean hasRoundTrip() {
        return roundTripNs != null && cleanBursts > 0;
    }

    /// Median over clean bursts.
    double roundTripNs() {
        return median(burst -> roundTripNs[burst]);
    }

    /// Median over clean bursts of (the burst's own median tick − what a tick costs without a hop) ÷ the burst's own
    /// round trip: one for two line transfers, half of it for one.
    double hopRatio(double withoutHopNs) {
        return median(burst -> (medianTick(burst) - withoutHopNs) / roundTripNs[burst]);
    }

    private double medianTick(int burst) {
        long[] own = Arrays.copyOfRange(probe.tickNs, burst * burstTicks + skipped(), (burst + 1) * burstTicks);
        Arrays.sort(own);
        return own[own.length / 2];
    }

    private interface OfBurst {
        double value(int burst);
    }

    private double median(OfBurst figure) {
        double[] values = new double[cleanBursts];
        int count = 0;
        for (int burst = firstBurst; burst < clean.length; burst++) {
            if (clean[burst]) {
                values[count++] = figure.value(burst);
            }
        }
        Arrays.sort(values);
        return values[count / 2];
    }
}
