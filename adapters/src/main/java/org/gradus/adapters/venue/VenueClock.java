package org.gradus.adapters.venue;

/// The one clock of the venue: time stamps, expiry and history follow it. Usable from any thread.
@FunctionalInterface
public interface VenueClock {
    /// Nanoseconds since 1970 in UTC.
    long nowNs();
}
