package org.gradus.engine.message;

/// What an order decision does.
public enum OrderAction {
    SUBMIT("submit"),
    CANCEL("cancel"),
    REPLACE("replace"),
    PARK("park"),
    REFUSE("refuse");

    private static final OrderAction[] BY_CODE = values();
    private final String label;

    OrderAction(String label) {
        this.label = label;
    }

    /// The stable number in the journal; the order of the constants never changes.
    public byte code() {
        return (byte) ordinal();
    }

    public String label() {
        return label;
    }

    public static OrderAction of(int code) {
        return BY_CODE[code];
    }
}
