package org.gradus.engine.runtime;

/// A journal cannot be taken up again: what it holds and what this build and configuration make of it do not agree.
public final class RecoveryFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    public RecoveryFailed(String message) {
        super(message);
    }
}
