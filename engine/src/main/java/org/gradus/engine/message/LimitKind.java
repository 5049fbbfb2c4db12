package org.gradus.engine.message;

/// The unit of a limit.
public enum LimitKind {
    RATIO("ratio"),
    MONEY("money"),
    COUNT("count"),
    NANOS("nanos"),
    CHOICE("choice");

    private static final LimitKind[] BY_CODE = values();
    private final String label;

    LimitKind(String label) {
        this.label = label;
    }

    /// The stable number in the journal; the order of the constants never changes.
    public byte code() {
        return (byte) ordinal();
    }

    public String label() {
        return label;
    }

    public static LimitKind of(int code) {
        return BY_CODE[code];
    }
}
