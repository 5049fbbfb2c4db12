package org.gradus.engine.message;

/// How the two numbers of a check are compared.
public enum Comparison {
    AT_MOST("<="),
    BELOW("<"),
    AT_LEAST(">="),
    ABOVE(">"),
    EQUAL("=");

    private static final Comparison[] BY_CODE = values();
    private final String label;

    Comparison(String label) {
        this.label = label;
    }

    /// The stable number in the journal; the order of the constants never changes.
    public byte code() {
        return (byte) ordinal();
    }

    public String label() {
        return label;
    }

    public static Comparison of(int code) {
        return BY_CODE[code];
    }
}
