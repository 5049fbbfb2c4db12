package org.gradus.engine.message;

import org.gradus.engine.domain.Coded;

/// What happens to the stop of a position.
public enum StopAction implements Coded {

    ARM(0),
    MOVE(1),
    TRIGGER(2),
    DISARM(3);

    private static final StopAction[] BY_CODE = Coded.byCode(values());

    private final byte code;
    private final String label = Coded.dashed(name());

    StopAction(int code) {
        this.code = (byte) code;
    }

    public static StopAction of(int code) {
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
