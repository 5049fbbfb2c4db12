package org.gradus.adapters.ta4j;

import java.time.Duration;
import java.time.Instant;
import org.gradus.engine.state.StateVisitor;
import org.gradus.engine.state.Stateful;
import org.gradus.engine.strategy.BarView;
import org.ta4j.core.BarSeries;

/// The latest bars in plain arrays, from which a ta4j series can be made at any time. When they are full the older half
/// goes. Owned by one bridge.
final class KeptBars implements Stateful {
    private final long[] endNs;
    private final double[] open;
    private final double[] high;
    private final double[] low;
    private final double[] close;
    private final double[] volume;
    private int count;

    KeptBars(int most) {
        endNs = new long[most];
        open = new double[most];
        high = new double[most];
        low = new double[most];
        close = new double[most];
        volume = new double[most];
    }

    int count() {
        return count;
    }

    boolean full() {
        return count == endNs.length;
    }

    /// The same bar is never taken twice.
    boolean isNew(BarView bar) {
        return count == 0 || bar.endNs() > endNs[count - 1];
    }

    void take(BarView bar) {
        endNs[count] = bar.endNs();
        open[count] = bar.open();
        high[count] = bar.high();
        low[count] = bar.low();
        close[count] = bar.close();
        volume[count] = bar.volume();
        count++;
    }

    /// @return how many bars went
    int dropOlderHalf() {
        int dropped = count - count / 2;
        for (double[] column : new double[][] {open, high, low, close, volume}) {
            System.arraycopy(column, dropped, column, 0, count - dropped);
        }
        System.arraycopy(endNs, dropped, endNs, 0, count - dropped);
        count -= dropped;
        return dropped;
    }

    /// Adds one of the bars to a series.
    void addTo(BarSeries series, int index, Duration period) {
        Instant end = Instant.ofEpochSecond(0, endNs[index]);
        series.addBar(series.barBuilder().timePeriod(period).endTime(end).openPrice(open[index]).highPrice(high[index])
                .lowPrice(low[index]).closePrice(close[index]).volume(volume[index]).amount(0).trades(0).build());
    }

    @Override
    public void visitState(StateVisitor visitor) {
        count = visitor.visit(count);
        visitor.visit(endNs);
        visitor.visit(open);
        visitor.visit(high);
        visitor.visit(low);
        visitor.visit(close);
        visitor.visit(volume);
    }
}
