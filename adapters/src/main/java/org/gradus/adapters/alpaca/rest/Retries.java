package org.gradus.adapters.alpaca.rest;

import java.util.Set;

/// When a question is asked again: after failures that pass, a few times, each pause twice the one before and none
/// exactly like another client's.
final class Retries {
    static final int ATTEMPTS = 4;
    private static final Set<Integer> PASSING = Set.of(408, 425, 429, 500, 502, 503, 504);
    private static final long FIRST_NS = 250_000_000L;
    private static final long LONGEST_NS = 5_000_000_000L;
    private static final double SPREAD = 0.2;

    private final Pace pace;

    Retries(Pace pace) {
        this.pace = pace;
    }

    static boolean passing(int status) {
        return PASSING.contains(status);
    }

    /// @param askedNs what the venue asked for; 0 when it did not
    void pause(int attempt, long askedNs) {
        long doubledNs = Math.min(LONGEST_NS, FIRST_NS << Math.min(attempt - 1, 10));
        long spreadNs = (long) (doubledNs * (1 - SPREAD + 2 * SPREAD * pace.draw()));
        pace.pause(Math.max(spreadNs, askedNs));
    }
}
