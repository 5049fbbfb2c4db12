package org.gradus.engine.runtime;

import org.jspecify.annotations.Nullable;

/// The first fault of our own in any stage: from its record on nothing is handled, and the publisher is told. Shared by
/// the consumer threads of one pipeline and its publisher; set once.
final class Failure {
    private static final long NONE = Long.MAX_VALUE;

    private @Nullable Throwable cause;
    /// The record that failed; written after the cause.
    private volatile long sequence = NONE;

    /// The record that failed; Long.MAX_VALUE while none has.
    long sequence() {
        return sequence;
    }

    /// A later stage may only fail on an earlier record: the earliest counts.
    synchronized void set(long failedSequence, Throwable thrown) {
        if (failedSequence < sequence) {
            cause = thrown;
            sequence = failedSequence;
        }
    }

    /// Something else went wrong while the failed record was put away.
    synchronized void addConsequence(RuntimeException consequence) {
        if (cause != null && cause != consequence) {
            cause.addSuppressed(consequence);
        }
    }

    void throwIfSet() {
        if (sequence != NONE) {
            throw new StageFailed(sequence, cause);
        }
    }
}
