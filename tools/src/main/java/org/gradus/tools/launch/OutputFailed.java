package org.gradus.tools.launch;

import java.io.IOException;

/// What a command prints arrives nowhere: the disk is full, or the reader has gone.
final class OutputFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean readerGone;

    OutputFailed(IOException cause, boolean readerGone) {
        super("cannot write the output: " + cause.getMessage(), cause);
        this.readerGone = readerGone;
    }

    /// Whether whoever read has had enough, as in `| head`: no fault of anybody.
    boolean readerGone() {
        return readerGone;
    }
}
