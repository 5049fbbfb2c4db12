package org.gradus.engine.message;

/// Why the venue rejected an order.
public enum RejectReason {
    UNKNOWN("unknown"),
    MALFORMED("malformed"),
    DUPLICATE_ID("duplicate-id"),
    NOT_TRADABLE("not-tradable"),
    ORDER_TYPE("order-type"),
    TIME_IN_FORCE("time-in-force"),
    OFF_INCREMENT("off-increment"),
    BELOW_MINIMUM("below-minimum"),
    WASH_TRADE("wash-trade"),
    INSUFFICIENT_FUNDS("insufficient-funds"),
    INSUFFICIENT_QUANTITY("insufficient-quantity"),
    TOO_LARGE("too-large"),
    TOO_LATE("too-late"),
    VENUE_CHOICE("venue-choice");

    private static final RejectReason[] BY_CODE = values();
    private final String label;

    RejectReason(String label) {
        this.label = label;
    }

    /// The stable number in the journal; the order of the constants never changes.
    public byte code() {
        return (byte) ordinal();
    }

    public String label() {
        return label;
    }

    public static RejectReason of(int code) {
        return BY_CODE[code];
    }
}
