package org.gradus.engine.message;

/// Where orders go.
public enum Gateway {
    SIMULATED("simulated"),
    ALPACA("alpaca");

    private static final Gateway[] BY_CODE = values();
    private final String label;

    Gateway(String label) {
        this.label = label;
    }

    /// The stable number in the journal; the order of the constants never changes.
    public byte code() {
        return (byte) ordinal();
    }

    public String label() {
        return label;
    }

    public static Gateway of(int code) {
        return BY_CODE[code];
    }
}
