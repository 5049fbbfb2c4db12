package org.gradus.adapters.venue.exchange;

/// Where an order is in its life.
public enum OrderStatus implements Word {
    NEW,
    PARTIALLY_FILLED,
    FILLED,
    CANCELED,
    EXPIRED,
    REPLACED,
    PENDING_CANCEL,
    PENDING_REPLACE,
    ACCEPTED,
    PENDING_NEW,
    REJECTED,
    /// The exit of an entry that is not filled yet.
    HELD;

    /// Nothing happens to an order after one of these.
    public boolean terminal() {
        return this == FILLED || this == CANCELED || this == EXPIRED || this == REPLACED || this == REJECTED;
    }

    /// Whether the order may trade.
    public boolean working() {
        return this == NEW || this == PARTIALLY_FILLED || this == PENDING_CANCEL || this == PENDING_REPLACE;
    }
}
