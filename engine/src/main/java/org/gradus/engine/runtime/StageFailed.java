package org.gradus.engine.runtime;

/// A fault of our own inside a stage: the engine stops and starts again from its journal.
public final class StageFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final long sequence;

    public StageFailed(long sequence, Throwable cause) {
        super("the engine failed on record " + sequence + ": " + cause.getMessage(), cause);
        this.sequence = sequence;
    }

    public long sequence() {
        return sequence;
    }
}
