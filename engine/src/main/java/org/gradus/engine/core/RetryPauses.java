package org.gradus.engine.core;

import org.gradus.engine.state.StateVisitor;
import org.gradus.engine.state.Stateful;

/// When an order that failed may be tried again, by place: after five seconds, then after twice as long each time it
/// fails again, up to a longest pause. What the venue refuses for ever must not use up the submissions that the exits
/// of other instruments need. Owned by the book that holds it.
final class RetryPauses implements Stateful {
    private static final long FIRST_NS = 5_000_000_000L;
    /// From so many failures in a row on the pause is the longest.
    private static final int FAILURES_MAX = 5;

    private final long longestNs;
    private final long[] notBeforeNs;
    /// In a row.
    private final int[] failures;

    RetryPauses(int places, long longestNs) {
        this.longestNs = longestNs;
        notBeforeNs = new long[places];
        failures = new int[places];
    }

    boolean over(int place, long nowNs) {
        return nowNs >= notBeforeNs[place];
    }

    void failed(int place, long nowNs) {
        failures[place] = Math.min(failures[place] + 1, FAILURES_MAX);
        notBeforeNs[place] = nowNs + Math.min(FIRST_NS << failures[place] - 1, longestNs);
    }

    /// The venue took an order: should it fail yet, that is the first failure.
    void worked(int place) {
        failures[place] = 0;
    }

    /// Nothing is waited for, and the next failure is the first.
    void forget(int place) {
        notBeforeNs[place] = 0;
        failures[place] = 0;
    }

    @Override
    public void visitState(StateVisitor visitor) {
        visitor.visit(notBeforeNs);
        visitor.visit(failures);
    }
}
