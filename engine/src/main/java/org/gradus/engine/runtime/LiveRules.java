package org.gradus.engine.runtime;

import org.gradus.engine.egress.SendingRules;

/// What a live engine goes by besides its configuration: how it sends, and when it believes the venue. It decides
/// nothing about orders, so no journal needs it. Immutable; times are engine time.
///
/// @param reconcileNs   from one reconciliation to the next
/// @param confirmNs     books that differ are compared again after this, for reports may still be on their way
/// @param confirmations so often, before the difference is told
/// @param patienceNs    how long a reconciliation waits for orders whose fate is open
/// @param clockNs       from one reading of the venue's clock to the next
/// @param skewNs        so far the venue's clock may be from ours
/// @param restFailures  so many calls in a row may fail before the venue counts as down
public record LiveRules(SendingRules sending, long reconcileNs, long confirmNs, int confirmations, long patienceNs,
                        long clockNs, long skewNs, int restFailures) {
    private static final long SECOND_NS = 1_000_000_000L;

    /// Each minute, and a second between two looks at books that differ.
    public static LiveRules of(SendingRules sending) {
        return new LiveRules(sending, 60 * SECOND_NS, SECOND_NS, 5, 10 * SECOND_NS, 10 * SECOND_NS, 2 * SECOND_NS, 3);
    }

    /// The same at a venue whose time runs so many times as fast as ours: what waits for the network waits as long as
    /// before, which is longer in engine time.
    public LiveRules at(double speed) {
        return new LiveRules(sending.at(speed), reconcileNs, (long) (confirmNs * speed), confirmations,
            (long) (patienceNs * speed), (long) (clockNs * speed), skewNs, restFailures);
    }
}
