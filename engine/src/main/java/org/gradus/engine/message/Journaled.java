package org.gradus.engine.message;

import java.util.List;
import java.util.Objects;

/// One journal record as the rim, tools and tests see it: what happened, what the market stage made of it and what was
/// decided.
public record Journaled(Header header, Input input, List<Derived> derived, List<Decision> decisions) {

    public Journaled {
        Objects.requireNonNull(header);
        Objects.requireNonNull(input);
        derived = List.copyOf(derived);
        decisions = List.copyOf(decisions);
    }

    public long sequence() {
        return header.sequence();
    }

    public long timeNs() {
        return header.timeNs();
    }

    /// The record's header, without length and checksum, which belong to its bytes.
    ///
    /// @param venueTimeNs    0 when the input has none
    /// @param source         index in the epoch's table of sources; negative for our own
    /// @param sourcePosition a file's line, a stream's count
    /// @param flags          bits of the record header
    public record Header(long sequence, int epoch, long timeNs, long venueTimeNs, int source, long sourcePosition,
                         int flags) {
    }
}
