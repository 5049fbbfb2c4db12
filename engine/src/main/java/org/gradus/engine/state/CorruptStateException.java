package org.gradus.engine.state;

/// Stored state does not fit the object that is to be restored from it: cut off, too long, or of another layout.
/// The object is then half restored and must be thrown away.
public final class CorruptStateException extends RuntimeException {
    CorruptStateException(String message) {
        super(message);
    }
}
