package org.gradus.engine.message;

import org.gradus.engine.domain.Coded;

/// Whether what we trade can be traded now.
public enum TradingState implements Coded {

    OPEN(0),
    /// Outside of its hours.
    CLOSED(1),
    /// Stopped within its hours.
    HALTED(2);

    private static final TradingState[] BY_CODE = Coded.byCode(values());

    private final byte code;
    private final String label = Coded.dashed(name());

    TradingState(int code) {
        this.code = (byte) code;
    }

    public static TradingState of(int code) {
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
