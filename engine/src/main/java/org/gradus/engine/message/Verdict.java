package org.gradus.engine.message;

/// The outcome of one risk check.
public enum Verdict {
    PASS("pass"),
    DENY("deny"),
    WAIT("wait");

    private static final Verdict[] BY_CODE = values();
    private final String label;

    Verdict(String label) {
        this.label = label;
    }

    /// The stable number in the journal; the order of the constants never changes.
    public byte code() {
        return (byte) ordinal();
    }

    public String label() {
        return label;
    }

    public static Verdict of(int code) {
        return BY_CODE[code];
    }
}
