package org.gradus.engine.message;

import org.gradus.engine.domain.Coded;

/// Why an epoch ended.
public enum StoppedReason implements Coded {

    END_OF_TAPE(0),
    OPERATOR(1),
    RECORD_LIMIT(2),
    FAULT(3),
    DISK_LOW(4);

    private static final StoppedReason[] BY_CODE = Coded.byCode(values());

    private final byte code;
    private final String label = Coded.dashed(name());

    StoppedReason(int code) {
        this.code = (byte) code;
    }

    public static StoppedReason of(int code) {
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
