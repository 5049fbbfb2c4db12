package org.gradus.engine.message;

import org.gradus.engine.domain.Coded;

/// Why the fate of an order is unknown.
public enum UnknownReason implements Coded {

    TIMEOUT(0),
    DROPPED(1),
    SERVER_ERROR(2),
    UNPARSABLE(3),
    RESTART(4);

    private static final UnknownReason[] BY_CODE = Coded.byCode(values());

    private final byte code;
    private final String label = Coded.dashed(name());

    UnknownReason(int code) {
        this.code = (byte) code;
    }

    public static UnknownReason of(int code) {
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
