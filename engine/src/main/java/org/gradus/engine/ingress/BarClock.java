package org.gradus.engine.ingress;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.gradus.engine.domain.MarketSetup;
import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.state.StateVisitor;
import org.gradus.engine.state.Stateful;

/// Knows, for each instrument, when its next open bar ends and which prints come too late for theirs. It only keeps
/// ends; the bars themselves are the market stage's. Owned by the publishing thread.
public final class BarClock implements Stateful {
    private static final long NONE = Long.MAX_VALUE;

    private final Timeframe[] base;
    private final Timeframe[][] larger;
    private final boolean[] fromFeed;
    /// By instrument and timeframe: end of the open bar, NONE when no bar is open. Index 0 is the base.
    private final long[][] openEnd;
    /// By instrument: end of the newest base bar seen, so that most prints need one comparison.
    private final long[] newestEnd;
    private final long[] closedUntil;
    /// By instrument: end of the newest base bar that this has closed.
    private final long[] closedBaseEnd;
    private final long[] nextClose;
    private long earliest = NONE;

    /// The clock of every instrument of the setup.
    public static BarClock of(MarketSetup setup) {
        List<Integer> ids = IntStream.range(0, setup.instruments().size()).boxed().toList();
        return new BarClock(ids.stream().map(setup::baseOf).toList(), ids.stream().map(setup::aggregatedFor).toList(),
                setup.barsFromFeed().stream().map(feed -> !feed.isEmpty()).toList());
    }

    /// @param base     by instrument
    /// @param larger   by instrument: aggregated timeframes above the base
    /// @param fromFeed by instrument: whether the feed delivers its base bars whole
    BarClock(List<Timeframe> base, List<List<Timeframe>> larger, List<Boolean> fromFeed) {
        int count = base.size();
        this.base = base.toArray(Timeframe[]::new);
        this.larger = new Timeframe[count][];
        this.fromFeed = new boolean[count];
        openEnd = new long[count][];
        for (int i = 0; i < count; i++) {
            this.larger[i] = larger.get(i).toArray(Timeframe[]::new);
            this.fromFeed[i] = fromFeed.get(i);
            openEnd[i] = new long[this.larger[i].length + 1];
            Arrays.fill(openEnd[i], NONE);
        }
        newestEnd = new long[count];
        closedUntil = new long[count];
        closedBaseEnd = new long[count];
        nextClose = new long[count];
        Arrays.fill(nextClose, NONE);
    }

    /// Notes a print; true when its bar has closed already or it is older than the bar being formed.
    boolean late(int instrumentId, long venueTimeNs) {
        if (fromFeed[instrumentId]) {
            return false;
        }
        long newest = newestEnd[instrumentId];
        boolean closed = venueTimeNs < closedBaseEnd[instrumentId];
        if (venueTimeNs < newest) {
            return closed || venueTimeNs < newest - base[instrumentId].nanos();
        }
        if (!closed) {
            openBase(instrumentId, venueTimeNs);
        }
        return closed;
    }

    private void openBase(int instrumentId, long venueTimeNs) {
        long startNs = base[instrumentId].startOf(venueTimeNs);
        long endNs = startNs + base[instrumentId].nanos();
        newestEnd[instrumentId] = endNs;
        long[] ends = openEnd[instrumentId];
        ends[0] = Math.min(ends[0], endNs);
        openLarger(instrumentId, startNs);
        refresh(instrumentId);
    }

    /// A larger bar that has closed never opens again.
    private void openLarger(int instrumentId, long startNs) {
        Timeframe[] timeframes = larger[instrumentId];
        for (int i = 0; i < timeframes.length; i++) {
            long end = timeframes[i].startOf(startNs) + timeframes[i].nanos();
            if (end > closedUntil[instrumentId]) {
                openEnd[instrumentId][i + 1] = Math.min(openEnd[instrumentId][i + 1], end);
            }
        }
    }

    /// Notes a base bar the feed delivered whole: it closes itself and every aggregate that ends with it.
    void fed(int instrumentId, Timeframe timeframe, long startNs, long endNs) {
        if (timeframe != base[instrumentId]) {
            return;
        }
        openLarger(instrumentId, startNs);
        closed(instrumentId, endNs);
    }

    /// An instrument with a bar to close at this time, lowest id first; -1 when there is none. Aggregates of fed bars
    /// wait one tick more, since the bar that completes them may enter at the same time.
    int due(long nowNs, long graceNs) {
        if (earliest > nowNs - graceNs) {
            return -1;
        }
        for (int i = 0; i < nextClose.length; i++) {
            if (fromFeed[i] ? nextClose[i] < nowNs - graceNs : nextClose[i] <= nowNs - graceNs) {
                return i;
            }
        }
        return -1;
    }

    /// Notes that the instrument's bars up to the boundary are closed.
    void closed(int instrumentId, long boundaryNs) {
        closedUntil[instrumentId] = Math.max(closedUntil[instrumentId], boundaryNs);
        closedBaseEnd[instrumentId] = base[instrumentId].startOf(closedUntil[instrumentId]);
        forget(instrumentId, boundaryNs);
    }

    private void forget(int instrumentId, long boundaryNs) {
        long[] ends = openEnd[instrumentId];
        for (int i = 0; i < ends.length; i++) {
            if (ends[i] <= boundaryNs) {
                ends[i] = NONE;
            }
        }
        if (!fromFeed[instrumentId] && newestEnd[instrumentId] > boundaryNs && ends[0] == NONE) {
            ends[0] = newestEnd[instrumentId];
        }
        refresh(instrumentId);
    }

    private void refresh(int instrumentId) {
        long soonest = NONE;
        for (long end : openEnd[instrumentId]) {
            soonest = Math.min(soonest, end);
        }
        nextClose[instrumentId] = soonest;
        earliest = NONE;
        for (long end : nextClose) {
            earliest = Math.min(earliest, end);
        }
    }

    @Override
    public void visitState(StateVisitor visitor) {
        for (long[] ends : openEnd) {
            visitor.visit(ends);
        }
        visitor.visit(newestEnd);
        visitor.visit(closedUntil);
        visitor.visit(closedBaseEnd);
        visitor.visit(nextClose);
        earliest = visitor.visit(earliest);
    }
}
