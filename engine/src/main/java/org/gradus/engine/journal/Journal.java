package org.gradus.engine.journal;

import org.gradus.engine.codec.EventSlot;

/// Port to the sealed record of everything that happened. Append-only, one writing thread.
public interface Journal extends AutoCloseable {
    /// Writes the record down. When this returns, a crash of the process cannot lose it; a power cut can, until
    /// [#force()].
    void append(EventSlot slot);

    /// Forces everything appended to disk.
    ///
    /// @throws JournalFault when the disk refuses; nothing that depends on the record may leave then
    void force();

    /// True while the disk refuses more room: what is reserved takes the records of an orderly stop, which must follow.
    /// May be asked by any thread.
    default boolean nearlyFull() {
        return false;
    }

    @Override
    void close();
}
