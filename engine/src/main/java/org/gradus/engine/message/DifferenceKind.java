package org.gradus.engine.message;

/// What differs between our books and the venue's.
public enum DifferenceKind {
    CASH("cash"),
    POSITION("position"),
    OPEN_ORDERS("open-orders");

    private static final DifferenceKind[] BY_CODE = values();
    private final String label;

    DifferenceKind(String label) {
        this.label = label;
    }

    /// The stable number in the journal; the order of the constants never changes.
    public byte code() {
        return (byte) ordinal();
    }

    public String label() {
        return label;
    }

    public static DifferenceKind of(int code) {
        return BY_CODE[code];
    }
}
