package org.gradus.engine.message;

import org.gradus.engine.domain.Coded;

/// What a strategy says at the close of a bar.
public enum SignalKind implements Coded {

    HOLD(0),
    ENTER(1),
    EXIT(2),
    WARMING_UP(3);

    private static final SignalKind[] BY_CODE = Coded.byCode(values());

    private final byte code;
    private final String label = Coded.dashed(name());

    SignalKind(int code) {
        this.code = (byte) code;
    }

    public static SignalKind of(int code) {
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
