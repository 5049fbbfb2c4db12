package org.gradus.engine.tape;

/// A source of recorded market events in time order. Engine time of its events never decreases; a row that cannot be
/// understood arrives as a fault in its place, so the number of events is the number of rows.
/// Owned and driven by one thread, the publisher's.
public interface Tape extends AutoCloseable {
    /// Moves to the next event; false at the end, and from then on.
    boolean advance();

    /// The one view this tape reuses: it holds the event from a successful `advance()` until the next `advance()`.
    TapeEvent event();

    @Override
    void close();
}
