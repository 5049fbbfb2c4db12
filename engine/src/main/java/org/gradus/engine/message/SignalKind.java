package org.gradus.engine.message;

/// What a strategy says at the close of a bar.
public enum SignalKind {
    HOLD("hold"),
    ENTER("enter"),
    EXIT("exit"),
    WARMING_UP("warming-up");

    private static final SignalKind[] BY_CODE = values();
    private final String label;

    SignalKind(String label) {
        this.label = label;
    }

    /// The stable number in the journal; the order of the constants never changes.
    public byte code() {
        return (byte) ordinal();
    }

    public String label() {
        return label;
    }

    public static SignalKind of(int code) {
        return BY_CODE[code];
    }
}
