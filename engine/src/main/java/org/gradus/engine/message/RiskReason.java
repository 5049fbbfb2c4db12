package org.gradus.engine.message;

import org.gradus.engine.domain.Coded;

/// Why the risk state changed.
public enum RiskReason implements Coded {

    CIRCUIT_BREAKER(0),
    EXTREME_MARKET(1),
    OPERATOR_HALT(2),
    OPERATOR_RESUME(3),
    RECONCILIATION(4),
    JOURNAL_FAULT(5),
    DISK_LOW(6),
    FLATTEN(7),
    /// The venue's books agree with ours again.
    RECONCILED(8);

    private static final RiskReason[] BY_CODE = Coded.byCode(values());

    private final byte code;
    private final String label = Coded.dashed(name());

    RiskReason(int code) {
        this.code = (byte) code;
    }

    public static RiskReason of(int code) {
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
