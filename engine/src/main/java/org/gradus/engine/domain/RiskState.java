package org.gradus.engine.domain;

/// How much the guardrails let through at all.
public enum RiskState implements Coded {

    /// Entries and exits.
    ACTIVE(0),
    /// Only orders that reduce a position.
    REDUCING(1),
    /// Protective exits and cancels only, and a flatten that the operator asks for.
    HALTED(2);

    private static final RiskState[] BY_CODE = Coded.byCode(values());

    private final byte code;
    private final String label = Coded.dashed(name());

    RiskState(int code) {
        this.code = (byte) code;
    }

    public static RiskState of(int code) {
        return Coded.at(BY_CODE, code);
    }

    @Override
    public byte code() {
        return code;
    }

    @Override
    public String label() {
        return label;
    }
}
