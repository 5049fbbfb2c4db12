package org.gradus.engine.message;

import org.gradus.engine.domain.Coded;

/// How the two numbers of a check are compared.
public enum Comparison implements Coded {

    AT_MOST(0, "<="),
    BELOW(1, "<"),
    AT_LEAST(2, ">="),
    ABOVE(3, ">"),
    EQUAL(4, "=");

    private static final Comparison[] BY_CODE = Coded.byCode(values());

    private final byte code;
    private final String label;

    Comparison(int code, String label) {
        this.code = (byte) code;
        this.label = label;
    }

    public static Comparison of(int code) {
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
