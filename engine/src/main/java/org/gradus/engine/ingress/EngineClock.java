package org.gradus.engine.ingress;

/// Tells a live engine what time it is; any thread may ask.
@FunctionalInterface
public interface EngineClock {
    /// Engine time, ns since 1970.
    long nowNs();

    /// The venue's clock has been read: it said this at the moment of the call. A clock that follows the venue's goes
    /// by it; a clock of our own does not.
    default void venueSays(long venueNs) {
        // Our own clock goes its own way.
    }

    /// Whether it goes by the venue's clock, so that the two cannot part.
    default boolean follows() {
        return false;
    }
}
