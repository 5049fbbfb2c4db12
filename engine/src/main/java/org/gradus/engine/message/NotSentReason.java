package org.gradus.engine.message;

/// Why the gateway did not send an order.
public enum NotSentReason {
    HALTED("halted"),
    TOO_OLD("too-old"),
    RATE_LIMIT("rate-limit"),
    VENUE_DOWN("venue-down"),
    STOPPED("stopped"),
    OUR_FAULT("our-fault");

    private static final NotSentReason[] BY_CODE = values();
    private final String label;

    NotSentReason(String label) {
        this.label = label;
    }

    /// The stable number in the journal; the order of the constants never changes.
    public byte code() {
        return (byte) ordinal();
    }

    public String label() {
        return label;
    }

    public static NotSentReason of(int code) {
        return BY_CODE[code];
    }
}
