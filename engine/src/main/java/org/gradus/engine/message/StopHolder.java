package org.gradus.engine.message;

/// Who watches the stop.
public enum StopHolder {
    ENGINE("engine"),
    VENUE("venue");

    private static final StopHolder[] BY_CODE = values();
    private final String label;

    StopHolder(String label) {
        this.label = label;
    }

    /// The stable number in the journal; the order of the constants never changes.
    public byte code() {
        return (byte) ordinal();
    }

    public String label() {
        return label;
    }

    public static StopHolder of(int code) {
        return BY_CODE[code];
    }
}
