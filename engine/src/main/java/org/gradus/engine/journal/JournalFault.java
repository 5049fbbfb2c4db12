package org.gradus.engine.journal;

/// The journal cannot be written, forced or read. Entries stop; what is journaled stays.
public final class JournalFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    public JournalFault(String message, Throwable cause) {
        super(message, cause);
    }

    public JournalFault(String message) {
        super(message);
    }
}
