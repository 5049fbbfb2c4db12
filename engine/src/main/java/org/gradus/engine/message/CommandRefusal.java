package org.gradus.engine.message;

/// Why an operator command had no effect.
public enum CommandRefusal {
    NONE("none"),
    SEEN_BEFORE("seen-before"),
    NOTHING_PARKED("nothing-parked"),
    NOTHING_TO_RELEASE("nothing-to-release"),
    ALREADY_SO("already-so");

    private static final CommandRefusal[] BY_CODE = values();
    private final String label;

    CommandRefusal(String label) {
        this.label = label;
    }

    /// The stable number in the journal; the order of the constants never changes.
    public byte code() {
        return (byte) ordinal();
    }

    public String label() {
        return label;
    }

    public static CommandRefusal of(int code) {
        return BY_CODE[code];
    }
}
