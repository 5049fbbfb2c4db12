package org.gradus.engine.message;

import org.gradus.engine.domain.Coded;

/// Why cash moved without a trade.
public enum CashFlowReason implements Coded {

    DEPOSIT(0),
    WITHDRAWAL(1),
    DIVIDEND(2),
    INTEREST(3),
    FEE(4),
    ADJUSTMENT(5);

    private static final CashFlowReason[] BY_CODE = Coded.byCode(values());

    private final byte code;
    private final String label = Coded.dashed(name());

    CashFlowReason(int code) {
        this.code = (byte) code;
    }

    public static CashFlowReason of(int code) {
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
