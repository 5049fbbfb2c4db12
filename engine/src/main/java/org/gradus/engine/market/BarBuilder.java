package org.gradus.engine.market;

import java.util.List;
import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.state.StateVisitor;
import org.gradus.engine.state.Stateful;

/// Forms the bars of one instrument on venue time: prints (or the feed's smallest bars) make base bars, closed base
/// bars make the larger ones. A minute without prints has no bar: gaps stay gaps. Owned by the market stage; closes are
/// handed to a [BarSink] in ascending timeframe.
///
/// A base bar belongs to the larger bar that its start lies in, and a larger bar that has closed never opens again: a
/// base bar off its grid that ends behind that close comes too late for it, and counts for itself only.
final class BarBuilder implements Stateful {
    private final Timeframe base;
    private final Timeframe[] larger;
    private final OpenBar current = new OpenBar();
    private final OpenBar following = new OpenBar();
    private final OpenBar[] aggregates;
    /// The newest boundary up to which larger bars have closed.
    private long closedUntilNs;

    /// @param larger timeframes above the base that are built here, ascending; those the feed delivers itself are not
    /// among them
    BarBuilder(Timeframe base, List<Timeframe> larger) {
        this.base = base;
        this.larger = larger.toArray(Timeframe[]::new);
        aggregates = new OpenBar[this.larger.length];
        for (int i = 0; i < aggregates.length; i++) {
            aggregates[i] = new OpenBar();
        }
    }

    /// Receives each bar at its close; the bar is valid during the call only.
    interface BarSink {
        void closed(Timeframe timeframe, OpenBar bar);
    }

    void print(long price, long size, long venueTimeNs) {
        prints(price, price, price, price, size, 1, venueTimeNs);
    }

    void prints(long first, long high, long low, long last, long size, int count, long venueTimeNs) {
        if (current.empty()) {
            long startNs = base.startOf(venueTimeNs);
            current.begin(startNs, startNs + base.nanos());
        }
        if (venueTimeNs < current.endNs) {
            current.add(first, high, low, last, size, count);
            return;
        }
        if (following.empty()) {
            long startNs = base.startOf(venueTimeNs);
            following.begin(startNs, startNs + base.nanos());
        }
        following.add(first, high, low, last, size, count);
    }

    /// Closes every bar that ends at or before the boundary.
    void close(long boundaryNs, BarSink sink) {
        while (!current.empty() && current.endNs <= boundaryNs) {
            closeBase(sink);
        }
        closeLarger(boundaryNs, sink);
    }

    /// Takes a base bar the feed delivered whole, at its close.
    void baseBar(OpenBar bar, BarSink sink) {
        closeLarger(bar.startNs, sink);
        sink.closed(base, bar);
        mergeIntoLarger(bar, sink);
        closeLarger(bar.endNs, sink);
    }

    private void closeBase(BarSink sink) {
        sink.closed(base, current);
        mergeIntoLarger(current, sink);
        current.clear();
        if (!following.empty()) {
            current.begin(following.startNs, following.endNs);
            current.merge(following);
            following.clear();
        }
    }

    private void mergeIntoLarger(OpenBar bar, BarSink sink) {
        for (int i = 0; i < larger.length; i++) {
            OpenBar aggregate = aggregates[i];
            if (!aggregate.empty() && aggregate.endNs <= bar.startNs) {
                sink.closed(larger[i], aggregate);
                aggregate.clear();
            }
            if (!aggregate.empty() || open(aggregate, larger[i], bar.startNs)) {
                aggregate.merge(bar);
            }
        }
    }

    /// False when that bar has closed already.
    private boolean open(OpenBar aggregate, Timeframe timeframe, long timeNs) {
        long startNs = timeframe.startOf(timeNs);
        boolean late = startNs + timeframe.nanos() <= closedUntilNs;
        if (!late) {
            aggregate.begin(startNs, startNs + timeframe.nanos());
        }
        return !late;
    }

    private void closeLarger(long boundaryNs, BarSink sink) {
        closedUntilNs = Math.max(closedUntilNs, boundaryNs);
        for (int i = 0; i < larger.length; i++) {
            OpenBar aggregate = aggregates[i];
            if (!aggregate.empty() && aggregate.endNs <= boundaryNs) {
                sink.closed(larger[i], aggregate);
                aggregate.clear();
            }
        }
    }

    @Override
    public void visitState(StateVisitor visitor) {
        current.visitState(visitor);
        following.visitState(visitor);
        for (OpenBar aggregate : aggregates) {
            aggregate.visitState(visitor);
        }
        closedUntilNs = visitor.visit(closedUntilNs);
    }
}
