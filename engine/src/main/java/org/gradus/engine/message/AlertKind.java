package org.gradus.engine.message;

/// What the operator is told at once.
public enum AlertKind {
    CONFIRMATION_WANTED("confirmation-wanted"),
    VETO_WINDOW("veto-window"),
    CIRCUIT_BREAKER("circuit-breaker"),
    EXTREME_MARKET("extreme-market"),
    STRATEGY_DISABLED("strategy-disabled"),
    RECONCILIATION("reconciliation"),
    STOP_ESCALATION("stop-escalation");

    private static final AlertKind[] BY_CODE = values();
    private final String label;

    AlertKind(String label) {
        this.label = label;
    }

    /// The stable number in the journal; the order of the constants never changes.
    public byte code() {
        return (byte) ordinal();
    }

    public String label() {
        return label;
    }

    public static AlertKind of(int code) {
        return BY_CODE[code];
    }
}
