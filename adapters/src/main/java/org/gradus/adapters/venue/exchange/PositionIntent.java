package org.gradus.adapters.venue.exchange;

/// What an order does to the position.
public enum PositionIntent implements Word {
    BUY_TO_OPEN,
    BUY_TO_CLOSE,
    SELL_TO_OPEN,
    SELL_TO_CLOSE
}
