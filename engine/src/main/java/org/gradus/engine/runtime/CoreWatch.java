package org.gradus.engine.runtime;

/// What the source must know of the core; asked while nothing is published.
interface CoreWatch {
    /// Only a bar's close, a report or a person can make it decide anything.
    boolean quiet();

    /// Decisions wait for a slot with room.
    boolean cutShort();
}
