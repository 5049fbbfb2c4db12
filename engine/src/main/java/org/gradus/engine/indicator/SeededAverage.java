package org.gradus.engine.indicator;

import org.gradus.engine.state.StateVisitor;
import org.gradus.engine.state.Stateful;

/// Recursive average, seeded as in ta4j: the first values are passed over, the next one is the average, and from then
/// on each value pulls the average its way by the weight. ta4j passes over as many values as the period is long.
final class SeededAverage implements Stateful {
    private final int passedOver;
    private final double weight;
    private int seen;
    private double average;

    private SeededAverage(int passedOver, double weight) {
        this.passedOver = passedOver;
        this.weight = weight;
    }

    static SeededAverage exponential(int period) {
        return exponential(period, period);
    }

    static SeededAverage exponential(int period, int passedOver) {
        return new SeededAverage(passedOver, 2.0 / (period + 1));
    }

    /// The average of Welles Wilder's indicators, with the weight 1/n.
    static SeededAverage wilder(int period) {
        return new SeededAverage(period, 1.0 / period);
    }

    /// Bars until the seed of an exponential average weighs less than one seventh: the period and the seed itself, then
    /// (1 - 2/(n+1))^(n+1) < e^-2.
    static int settledExponentialBars(int period) {
        return 2 * (period + 1);
    }

    /// The same for Wilder's average: (1 - 1/n)^2n < e^-2.
    static int settledWilderBars(int period) {
        return 3 * period + 1;
    }

    /// Takes in a value and gives the average; 0 before the seed.
    double next(double value) {
        if (seen > passedOver) {
            average += (value - average) * weight;
        } else {
            seen++;
            average = seen > passedOver ? value : 0;
        }
        return average;
    }

    @Override
    public void visitState(StateVisitor visitor) {
        seen = visitor.visit(seen);
        average = visitor.visit(average);
    }
}
