package org.gradus.engine.message;

/// Why cash moved without a trade.
public enum CashFlowReason {
    DEPOSIT("deposit"),
    WITHDRAWAL("withdrawal"),
    DIVIDEND("dividend"),
    INTEREST("interest"),
    FEE("fee"),
    ADJUSTMENT("adjustment");

    private static final CashFlowReason[] BY_CODE = values();
    private final String label;

    CashFlowReason(String label) {
        this.label = label;
    }

    /// The stable number in the journal; the order of the constants never changes.
    public byte code() {
        return (byte) ordinal();
    }

    public String label() {
        return label;
    }

    public static CashFlowReason of(int code) {
        return BY_CODE[code];
    }
}
