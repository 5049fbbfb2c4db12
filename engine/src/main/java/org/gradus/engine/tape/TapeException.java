package org.gradus.engine.tape;

/// A tape that cannot be read at all. The message names the file, the line where there is one, what was found and
/// what was expected. A single bad row is no reason for it: that is a fault event.
public final class TapeException extends RuntimeException {
    public TapeException(String message) {
        super(message);
    }

    public TapeException(String message, Throwable cause) {
        super(message, cause);
    }
}
