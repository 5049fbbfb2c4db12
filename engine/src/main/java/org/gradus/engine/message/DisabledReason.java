package org.gradus.engine.message;

import org.gradus.engine.domain.Coded;

/// Why a strategy was disabled.
public enum DisabledReason implements Coded {

    THREW(0),
    OPERATOR(1),
    TOO_MANY_SIGNALS(2);

    private static final DisabledReason[] BY_CODE = Coded.byCode(values());

    private final byte code;
    private final String label = Coded.dashed(name());

    DisabledReason(int code) {
        this.code = (byte) code;
    }

    public static DisabledReason of(int code) {
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
