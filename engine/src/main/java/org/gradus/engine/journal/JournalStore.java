package org.gradus.engine.journal;

import org.gradus.engine.codec.RecordSource;

/// Where one run's journal is kept: written by one engine at a time, read from its first record as often as wanted.
public interface JournalStore {
    /// Whether there is a journal to take up.
    boolean exists();

    RecordSource read();

    Journal write();

    /// Forces the journal to disk, then keeps a copy of its last seal outside it, so that a cut tail shows. A crash
    /// leaves this copy or the one before it, whole. May be called while a thread appends.
    ///
    /// @throws JournalFault when the disk refuses
    void keepSeal(String line);
}
