package org.gradus.audit;

import java.math.BigDecimal;
import java.util.TreeMap;

/// The reference instrument's one-minute marks of the last day, and how far it has moved against 24 hours ago and
/// against 00:00 UTC. While the history is younger than either moment its oldest mark stands in.
final class Reference {
    private final TreeMap<Long, BigDecimal> marks = new TreeMap<>();

    void minute(long endNs, BigDecimal mark) {
        if (mark.signum() > 0) {
            marks.put(endNs, mark);
            Long needed = marks.floorKey(endNs - 2 * Watch.DAY_NS);
            if (needed != null) {
                marks.headMap(needed, false).clear();
            }
        }
    }

    /// The larger of the two moves, rounded up; zero without marks.
    BigDecimal move() {
        if (marks.isEmpty()) {
            return BigDecimal.ZERO;
        }
        long lastNs = marks.lastKey();
        return move(at(lastNs - Watch.DAY_NS)).max(move(at(Watch.dayOf(lastNs))));
    }

    /// The last mark at or before the moment, else the oldest.
    private BigDecimal at(long momentNs) {
        var entry = marks.floorEntry(momentNs);
        return entry == null ? marks.firstEntry().getValue() : entry.getValue();
    }

    private BigDecimal move(BigDecimal from) {
        return Money.ratioUp(marks.lastEntry().getValue().subtract(from).abs(), from);
    }

    boolean fresh(long nowNs, long freshNs) {
        return !marks.isEmpty() && nowNs - marks.lastKey() <= freshNs;
    }
}
