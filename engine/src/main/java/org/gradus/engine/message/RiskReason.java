package org.gradus.engine.message;

/// Why the risk state changed.
public enum RiskReason {
    CIRCUIT_BREAKER("circuit-breaker"),
    EXTREME_MARKET("extreme-market"),
    OPERATOR_HALT("operator-halt"),
    OPERATOR_RESUME("operator-resume"),
    RECONCILIATION("reconciliation"),
    JOURNAL_FAULT("journal-fault"),
    DISK_LOW("disk-low"),
    FLATTEN("flatten");

    private static final RiskReason[] BY_CODE = values();
    private final String label;

    RiskReason(String label) {
        this.label = label;
    }

    /// The stable number in the journal; the order of the constants never changes.
    public byte code() {
        return (byte) ordinal();
    }

    public String label() {
        return label;
    }

    public static RiskReason of(int code) {
        return BY_CODE[code];
    }
}
