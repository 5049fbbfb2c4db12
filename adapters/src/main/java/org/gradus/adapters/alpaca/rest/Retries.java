package org.gradus.adapters.alpaca.rest;

import java.util.Set;
import org.gradus.adapters.wire.Backoff;

/// When a question is asked again: after failures that pass, a few times.
final class Retries {
    static final int ATTEMPTS = 4;
    private static final Set<Integer> PASSING = Set.of(408, 425, 429, 500, 502, 503, 504);

    private Retries() {
    }

    static boolean passing(int status) {
        return PASSING.contains(status);
    }

    /// Between the attempts at one question.
    static Backoff pauses() {
        return new Backoff(250_000_000L, 5_000_000_000L);
    }
}
