package org.gradus.engine.ingress;

/// Tells a live engine what time it is; any thread may ask.
@FunctionalInterface
public interface EngineClock {
    /// Engine time, ns since 1970.
    long nowNs();

    /// The venue's clock has been read: it said this at the moment of the call. A clock that follows the venue's goes
    /// by it, unless it cannot believe it; a clock of our own does not.
    ///
    /// @return true when it goes by the venue's clock now, so that the two have not parted
    default boolean venueSays(long venueNs) {
        return false;
    }
}
