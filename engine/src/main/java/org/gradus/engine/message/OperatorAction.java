package org.gradus.engine.message;

import org.gradus.engine.domain.Coded;

/// What the operator asks for.
public enum OperatorAction implements Coded {

    HALT(0),
    RESUME(1),
    FLATTEN(2),
    APPROVE(3),
    VETO(4);

    private static final OperatorAction[] BY_CODE = Coded.byCode(values());

    private final byte code;
    private final String label = Coded.dashed(name());

    OperatorAction(int code) {
        this.code = (byte) code;
    }

    public static OperatorAction of(int code) {
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
