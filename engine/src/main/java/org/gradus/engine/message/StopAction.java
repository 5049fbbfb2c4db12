package org.gradus.engine.message;

/// What happens to the stop of a position.
public enum StopAction {
    ARM("arm"),
    MOVE("move"),
    TRIGGER("trigger"),
    DISARM("disarm");

    private static final StopAction[] BY_CODE = values();
    private final String label;

    StopAction(String label) {
        this.label = label;
    }

    /// The stable number in the journal; the order of the constants never changes.
    public byte code() {
        return (byte) ordinal();
    }

    public String label() {
        return label;
    }

    public static StopAction of(int code) {
        return BY_CODE[code];
    }
}
