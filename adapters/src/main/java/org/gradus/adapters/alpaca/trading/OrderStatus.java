package org.gradus.adapters.alpaca.trading;

import java.util.Locale;

/// The venue's words for where an order stands.
public enum OrderStatus {
    NEW, PARTIALLY_FILLED, FILLED(true), DONE_FOR_DAY, CANCELED(true), EXPIRED(true), REPLACED(true), PENDING_CANCEL,
    PENDING_REPLACE, ACCEPTED, PENDING_NEW, ACCEPTED_FOR_BIDDING, STOPPED, REJECTED(true), SUSPENDED, CALCULATED,
    /// The inactive leg of a group.
    HELD,
    /// A word newer than this list.
    OTHER;

    private final boolean terminal;

    OrderStatus() {
        this(false);
    }

    OrderStatus(boolean terminal) {
        this.terminal = terminal;
    }

    public static OrderStatus of(String word) {
        for (OrderStatus status : values()) {
            if (status != OTHER && status.name().equals(word.toUpperCase(Locale.ROOT))) {
                return status;
            }
        }
        return OTHER;
    }

    /// Whether nothing more comes, but for a fill that was late.
    public boolean terminal() {
        return terminal;
    }
}
