package org.gradus.engine.message;

/// Why the fate of an order is unknown.
public enum UnknownReason {
    TIMEOUT("timeout"),
    DROPPED("dropped"),
    SERVER_ERROR("server-error"),
    UNPARSABLE("unparsable"),
    RESTART("restart");

    private static final UnknownReason[] BY_CODE = values();
    private final String label;

    UnknownReason(String label) {
        this.label = label;
    }

    /// The stable number in the journal; the order of the constants never changes.
    public byte code() {
        return (byte) ordinal();
    }

    public String label() {
        return label;
    }

    public static UnknownReason of(int code) {
        return BY_CODE[code];
    }
}
