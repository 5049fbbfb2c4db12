package org.gradus.engine.market;

import org.gradus.engine.state.StateVisitor;
import org.gradus.engine.state.Stateful;

/// One bar being formed; prices scaled 1e-9, volume in units of the instrument's sizeDecimals. Empty while `trades` is
/// 0.
final class OpenBar implements Stateful {
    long startNs;
    long endNs;
    long open;
    long high;
    long low;
    long close;
    long volume;
    int trades;

    boolean empty() {
        return trades == 0;
    }

    void begin(long barStartNs, long barEndNs) {
        startNs = barStartNs;
        endNs = barEndNs;
        volume = 0;
    }

    void add(long first, long highest, long lowest, long last, long size, int count) {
        if (trades == 0) {
            open = first;
            high = highest;
            low = lowest;
        } else {
            high = Math.max(high, highest);
            low = Math.min(low, lowest);
        }
        close = last;
        volume = saturatingAdd(volume, size);
        trades += count;
    }

    void merge(OpenBar other) {
        add(other.open, other.high, other.low, other.close, other.volume, other.trades);
    }

    void clear() {
        trades = 0;
    }

    /// Volume is a statistic: it stops at the largest value rather than wrap.
    private static long saturatingAdd(long a, long b) {
        long sum = a + b;
        return ((a ^ sum) & (b ^ sum)) < 0 ? Long.MAX_VALUE : sum;
    }

    @Override
    public void visitState(StateVisitor visitor) {
        startNs = visitor.visit(startNs);
        endNs = visitor.visit(endNs);
        open = visitor.visit(open);
        high = visitor.visit(high);
        low = visitor.visit(low);
        close = visitor.visit(close);
        volume = visitor.visit(volume);
        trades = visitor.visit(trades);
    }
}
