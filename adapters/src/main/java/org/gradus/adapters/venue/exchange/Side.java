package org.gradus.adapters.venue.exchange;

/// Which way an order goes.
public enum Side implements Word {
    BUY,
    SELL;

    public Side opposite() {
        return this == BUY ? SELL : BUY;
    }
}
