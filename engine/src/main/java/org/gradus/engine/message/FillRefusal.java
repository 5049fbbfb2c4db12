package org.gradus.engine.message;

/// Why a fill was not applied.
public enum FillRefusal {
    NONE("none"),
    SEEN_BEFORE("seen-before"),
    UNKNOWN_ORDER("unknown-order"),
    EXCEEDS_ORDER("exceeds-order");

    private static final FillRefusal[] BY_CODE = values();
    private final String label;

    FillRefusal(String label) {
        this.label = label;
    }

    /// The stable number in the journal; the order of the constants never changes.
    public byte code() {
        return (byte) ordinal();
    }

    public String label() {
        return label;
    }

    public static FillRefusal of(int code) {
        return BY_CODE[code];
    }
}
