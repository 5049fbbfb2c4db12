package org.gradus.adapters.wire;

import org.gradus.engine.domain.FeedFault;

/// A message of the venue that is not what it claims to be. Caught where the message was received, counted and handed
/// on; it never ends a thread.
public final class Unreadable extends RuntimeException {
    private final FeedFault fault;

    public Unreadable(FeedFault fault, String what) {
        // Made for each hostile message: without a stack trace it costs next to nothing.
        super(what, null, false, false);
        this.fault = fault;
    }

    public static Unreadable malformed(String what) {
        return new Unreadable(FeedFault.MALFORMED, what);
    }

    public FeedFault fault() {
        return fault;
    }
}
