package org.gradus.engine.codec;

import org.agrona.DirectBuffer;

/// Records one after the other, oldest first. A record is valid until the next call. Used by one thread.
public interface RecordSource extends AutoCloseable {
    /// Moves to the next record; false while there is none (a journal being written may have one later).
    boolean next();

    DirectBuffer buffer();

    int offset();

    @Override
    void close();
}
