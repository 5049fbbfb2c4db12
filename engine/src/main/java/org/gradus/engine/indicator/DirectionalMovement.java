package org.gradus.engine.indicator;

import org.gradus.engine.state.StateVisitor;

/// Wilder's directional movement: the average directional index, then the plus and the minus directional indicator,
/// each 0 to 100 for bars whose closes lie within their range.
///
/// When a bar reaches as far beyond the last high as beyond the last low, neither side wins. Prices are decimals, their
/// doubles are not quite: moves that differ by no more than that rounding count as equal. ta4j agrees in decimal
/// arithmetic; in its double arithmetic either side may win such a tie.
///
/// Flat input: all three 0 when the price has not moved since the averages were seeded, as in ta4j. When a price stops
/// moving the two indicators keep their last values (movement and range fade alike), and so in the end does the
/// index; that holds for some 400 n such bars, as for [RelativeStrength].
final class DirectionalMovement extends BarIndicator {
    /// Of the larger price: four conversions, two differences and their comparison round by 2^-53 each at the most.
    private static final double TIE_SHARE = 1e-15;

    private final TrueRange range = new TrueRange();
    private final SeededAverage averageRange;
    private final SeededAverage plusMove;
    private final SeededAverage minusMove;
    private final SeededAverage index;
    private boolean started;
    private double previousHigh;
    private double previousLow;

    /// The index is an average of an average: it settles after the indicators have.
    DirectionalMovement(int period) {
        super(3, SeededAverage.settledWilderBars(period) + 2 * period);
        this.averageRange = SeededAverage.wilder(period);
        this.plusMove = SeededAverage.wilder(period);
        this.minusMove = SeededAverage.wilder(period);
        this.index = SeededAverage.wilder(period);
    }

    @Override
    void onBar(double high, double low, double close, double volume) {
        double up = started ? high - previousHigh : 0;
        double down = started ? previousLow - low : 0;
        started = true;
        previousHigh = high;
        previousLow = low;
        boolean tie = Math.abs(up - down) <= TIE_SHARE * Math.max(Math.abs(high), Math.abs(low));
        double atr = averageRange.next(range.next(high, low, close));
        double plus = percent(plusMove.next(!tie && up > down && up > 0 ? up : 0), atr);
        double minus = percent(minusMove.next(!tie && down > up && down > 0 ? down : 0), atr);
        set(0, index.next(percent(Math.abs(plus - minus), plus + minus)));
        set(1, plus);
        set(2, minus);
    }

    private static double percent(double part, double whole) {
        return finiteOr(part / whole * 100, 0);
    }

    @Override
    void visitInner(StateVisitor visitor) {
        range.visitState(visitor);
        averageRange.visitState(visitor);
        plusMove.visitState(visitor);
        minusMove.visitState(visitor);
        index.visitState(visitor);
        started = visitor.visit(started);
        previousHigh = visitor.visit(previousHigh);
        previousLow = visitor.visit(previousLow);
    }
}
