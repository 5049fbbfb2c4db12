package org.gradus.engine.core;

import java.util.Arrays;
import org.gradus.engine.codec.sbe.BarClosedDecoder;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.state.StateVisitor;
import org.gradus.engine.state.Stateful;

/// The latest closed bar of one instrument and timeframe with its indicator values, and those of the bar before. Owned
/// by the decision stage, filled from the slot.
public final class BarSeries implements Stateful {
    private final int sizeDecimals;
    private final double[] values;
    private final double[] previous;
    private long endNs;
    private double open;
    private double high;
    private double low;
    private double close = Double.NaN;
    private double volume;
    private double previousClose = Double.NaN;
    private int barsSeen;

    public BarSeries(int outputs, int sizeDecimals) {
        this.sizeDecimals = sizeDecimals;
        values = new double[outputs];
        previous = new double[outputs];
        Arrays.fill(values, Double.NaN);
        Arrays.fill(previous, Double.NaN);
    }

    void take(BarClosedDecoder bar) {
        System.arraycopy(values, 0, previous, 0, values.length);
        previousClose = close;
        endNs = bar.endNs();
        open = FixedPoint.toDouble(bar.open());
        high = FixedPoint.toDouble(bar.high());
        low = FixedPoint.toDouble(bar.low());
        close = FixedPoint.toDouble(bar.close());
        volume = FixedPoint.toDouble(bar.volume(), sizeDecimals);
        barsSeen = bar.barsSeen();
        BarClosedDecoder.ValuesDecoder group = bar.values();
        for (int i = 0; i < values.length && group.hasNext(); i++) {
            values[i] = group.next().value();
        }
    }

    long endNs() {
        return endNs;
    }

    double open() {
        return open;
    }

    double high() {
        return high;
    }

    double low() {
        return low;
    }

    double close() {
        return close;
    }

    double volume() {
        return volume;
    }

    double previousClose() {
        return previousClose;
    }

    int barsSeen() {
        return barsSeen;
    }

    double value(int output) {
        return values[output];
    }

    double previous(int output) {
        return previous[output];
    }

    @Override
    public void visitState(StateVisitor visitor) {
        visitor.visit(values);
        visitor.visit(previous);
        endNs = visitor.visit(endNs);
        open = visitor.visit(open);
        high = visitor.visit(high);
        low = visitor.visit(low);
        close = visitor.visit(close);
        volume = visitor.visit(volume);
        previousClose = visitor.visit(previousClose);
        barsSeen = visitor.visit(barsSeen);
    }
}
