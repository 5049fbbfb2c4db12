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

    /// Compares where the journal ends with the seal that was kept outside it, before anything is written behind it.
    ///
    /// @param lastSeal the last one in the journal; segment and sequence 0 when it has none
    /// @throws JournalFault when the journal is not the one that was sealed, or no longer all of it
    default void compareKept(long lastSequence, KeptSeal lastSeal) {
        // Where nothing is kept outside, nothing can be compared.
    }
}
