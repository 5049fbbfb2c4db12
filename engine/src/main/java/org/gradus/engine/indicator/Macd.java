package org.gradus.engine.indicator;

import org.gradus.engine.state.StateVisitor;

/// Moving average convergence divergence of the closes: fast minus slow exponential average, the exponential average
/// of that (signal), and the difference of the two (histogram). Flat input: exactly 0, all three.
final class Macd extends BarIndicator {
    private final SeededAverage fast;
    private final SeededAverage slow;
    private final SeededAverage signal;

    /// As in ta4j the signal is seeded once there is something to average and as many bars have come in as its period.
    Macd(int fastPeriod, int slowPeriod, int signalPeriod) {
        super(3, settledBars(slowPeriod, signalPeriod));
        this.fast = SeededAverage.exponential(fastPeriod);
        this.slow = SeededAverage.exponential(slowPeriod);
        this.signal = SeededAverage.exponential(signalPeriod, Math.max(slowPeriod, signalPeriod));
    }

    /// First the slow average settles and the signal is seeded, then the signal forgets what it had before.
    private static int settledBars(int slowPeriod, int signalPeriod) {
        int slowSettled = SeededAverage.settledExponentialBars(slowPeriod);
        return Math.max(slowSettled, signalPeriod + 1) + signalPeriod + 1;
    }

    @Override
    void onBar(double high, double low, double close, double volume) {
        double macd = fast.next(close) - slow.next(close);
        double averaged = signal.next(macd);
        set(0, macd);
        set(1, averaged);
        set(2, macd - averaged);
    }

    @Override
    void visitInner(StateVisitor visitor) {
        fast.visitState(visitor);
        slow.visitState(visitor);
        signal.visitState(visitor);
    }
}
