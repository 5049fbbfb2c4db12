package org.gradus.engine.message;

import org.gradus.engine.domain.Coded;

/// What the operator is told at once.
public enum AlertKind implements Coded {

    CONFIRMATION_WANTED(0),
    VETO_WINDOW(1),
    CIRCUIT_BREAKER(2),
    EXTREME_MARKET(3),
    STRATEGY_DISABLED(4),
    RECONCILIATION(5),
    STOP_ESCALATION(6),
    JOURNAL_FAULT(7),
    DISK_LOW(8),
    /// The engine alone has watched a stop for too long: the position is sold at the market.
    STOP_UNPLACED(9);

    private static final AlertKind[] BY_CODE = Coded.byCode(values());

    private final byte code;
    private final String label = Coded.dashed(name());

    AlertKind(int code) {
        this.code = (byte) code;
    }

    public static AlertKind of(int code) {
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
