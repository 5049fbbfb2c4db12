package org.gradus.engine.message;

import org.gradus.engine.domain.Coded;

/// Where orders go.
public enum Gateway implements Coded {

    SIMULATED(0),
    ALPACA(1);

    private static final Gateway[] BY_CODE = Coded.byCode(values());

    private final byte code;
    private final String label = Coded.dashed(name());

    Gateway(int code) {
        this.code = (byte) code;
    }

    public static Gateway of(int code) {
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
