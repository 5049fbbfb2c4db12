package org.gradus.adapters.tape;

/// When a bar is complete, which is when it may enter the engine.
public enum BarClose {
    /// At its start plus its interval: everything that trades around the clock, and bars within a session.
    INTERVAL,
    /// At 16:00 New York of its session: daily bars of US stocks, which start at midnight but are known at the close.
    NEW_YORK_SESSION
}
