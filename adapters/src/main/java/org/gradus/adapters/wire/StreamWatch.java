package org.gradus.adapters.wire;

import org.gradus.engine.message.VenueDownReason;

/// Hears how a stream fares, on the timer thread of the stream.
public interface StreamWatch {
    /// Connected, known to the other side and listening.
    void up();

    /// No longer up, or not for the first time yet; it goes on trying.
    void down(VenueDownReason reason, String detail);

    /// Given up: trying again would change nothing, as with wrong keys.
    void ended(String why);

    /// Something for people, such as an attempt that failed or a warning of the other side.
    void note(String what);
}
