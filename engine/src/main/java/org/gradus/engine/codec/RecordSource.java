package org.gradus.engine.codec;

import java.util.Optional;
import org.agrona.DirectBuffer;

/// Port to a journal being read: its records one after the other, oldest first. Used by one thread.
public interface RecordSource extends AutoCloseable {

    /// Moves to the next record; false when there is none (yet, for a journal that is still written).
    boolean next();

    /// Holds the current record until the next call of [#next()].
    DirectBuffer buffer();

    /// Where the current record's header begins.
    int offset();

    /// How many bytes behind the last whole record belong to what was begun and never finished, as a killed process
    /// leaves it; or is being written, while the writer lives. Ask when [#next()] has said that there are no more. The
    /// next writer clears them away.
    default long unfinishedBytes() {
        return 0;
    }

    /// What stands behind the last record that can be read although it should be nothing, in words; empty when nothing
    /// does. Ask when [#next()] has said that there are no more; costs a look through the rest of the file.
    default Optional<String> lostBehind() {
        return Optional.empty();
    }

    @Override
    void close();
}
