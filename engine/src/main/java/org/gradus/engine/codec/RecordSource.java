package org.gradus.engine.codec;

import org.agrona.DirectBuffer;

/// Port to a journal being read: its records one after the other, oldest first. Used by one thread.
public interface RecordSource extends AutoCloseable {

    /// Moves to the next record; false when there is none (yet, for a journal that is still written).
    boolean next();

    /// Holds the current record until the next call of [#next()].
    DirectBuffer buffer();

    /// Where the current record's header begins.
    int offset();

    @Override
    void close();
}
