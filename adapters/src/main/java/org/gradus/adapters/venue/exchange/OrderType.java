package org.gradus.adapters.venue.exchange;

/// How an order's price comes about.
public enum OrderType implements Word {
    MARKET,
    LIMIT,
    STOP,
    STOP_LIMIT,
    TRAILING_STOP;

    public boolean limited() {
        return this == LIMIT || this == STOP_LIMIT;
    }

    /// Whether it waits for a trigger.
    public boolean triggered() {
        return this == STOP || this == STOP_LIMIT || this == TRAILING_STOP;
    }
}
