package org.gradus.engine.message;

import org.gradus.engine.domain.Coded;

/// Why the phase changed: promotion only by approval, demotion by itself.
public enum PhaseReason implements Coded {

    APPROVED(0),
    CIRCUIT_BREAKER(1),
    DAILY_LOSS(2),
    TRADE_LOSS(3),
    RECONCILIATION(4),
    OPERATOR(5);

    private static final PhaseReason[] BY_CODE = Coded.byCode(values());

    private final byte code;
    private final String label = Coded.dashed(name());

    PhaseReason(int code) {
        this.code = (byte) code;
    }

    public static PhaseReason of(int code) {
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
