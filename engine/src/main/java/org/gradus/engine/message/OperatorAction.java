package org.gradus.engine.message;

/// What the operator asks for.
public enum OperatorAction {
    HALT("halt"),
    RESUME("resume"),
    FLATTEN("flatten"),
    APPROVE("approve"),
    VETO("veto");

    private static final OperatorAction[] BY_CODE = values();
    private final String label;

    OperatorAction(String label) {
        this.label = label;
    }

    /// The stable number in the journal; the order of the constants never changes.
    public byte code() {
        return (byte) ordinal();
    }

    public String label() {
        return label;
    }

    public static OperatorAction of(int code) {
        return BY_CODE[code];
    }
}
