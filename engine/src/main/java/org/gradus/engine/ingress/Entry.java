package org.gradus.engine.ingress;

/// What became of an event at the live door.
public enum Entry {
    /// It is on the ring.
    ENTERED,
    /// It waits as it is, in its turn.
    WAITS,
    /// It became one with others of its instrument that wait.
    CONFLATED,
    /// There is no place to wait either. A feed's event is lost, and counted in a `feed-gap`; an order report is still
    /// the caller's, who must bring it again.
    REFUSED
}
