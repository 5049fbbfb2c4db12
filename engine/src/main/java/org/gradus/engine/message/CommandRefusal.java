package org.gradus.engine.message;

import org.gradus.engine.domain.Coded;

/// Why an operator command had no effect.
public enum CommandRefusal implements Coded {

    NONE(0),
    SEEN_BEFORE(1),
    NOTHING_PARKED(2),
    NOTHING_TO_RELEASE(3),
    ALREADY_SO(4),
    /// What should be released latched, or became another, after the operator had looked.
    CHANGED_SINCE(5);

    private static final CommandRefusal[] BY_CODE = Coded.byCode(values());

    private final byte code;
    private final String label = Coded.dashed(name());

    CommandRefusal(int code) {
        this.code = (byte) code;
    }

    public static CommandRefusal of(int code) {
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
