package org.gradus.engine.message;

/// Why a strategy was disabled.
public enum DisabledReason {
    THREW("threw"),
    OPERATOR("operator"),
    TOO_MANY_SIGNALS("too-many-signals");

    private static final DisabledReason[] BY_CODE = values();
    private final String label;

    DisabledReason(String label) {
        this.label = label;
    }

    /// The stable number in the journal; the order of the constants never changes.
    public byte code() {
        return (byte) ordinal();
    }

    public String label() {
        return label;
    }

    public static DisabledReason of(int code) {
        return BY_CODE[code];
    }
}
