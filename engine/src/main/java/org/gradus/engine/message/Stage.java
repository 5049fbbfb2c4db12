package org.gradus.engine.message;

import org.gradus.engine.domain.Coded;

/// Which stage's state a hash covers.
public enum Stage implements Coded {

    MARKET(0),
    DECISION(1);

    private static final Stage[] BY_CODE = Coded.byCode(values());

    private final byte code;
    private final String label = Coded.dashed(name());

    Stage(int code) {
        this.code = (byte) code;
    }

    public static Stage of(int code) {
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
