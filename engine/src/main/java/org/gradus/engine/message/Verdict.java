package org.gradus.engine.message;

import org.gradus.engine.domain.Coded;

/// The outcome of one risk check.
public enum Verdict implements Coded {

    PASS(0),
    DENY(1),
    WAIT(2);

    private static final Verdict[] BY_CODE = Coded.byCode(values());

    private final byte code;
    private final String label = Coded.dashed(name());

    Verdict(int code) {
        this.code = (byte) code;
    }

    public static Verdict of(int code) {
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
