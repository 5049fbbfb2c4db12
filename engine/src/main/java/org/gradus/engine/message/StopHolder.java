package org.gradus.engine.message;

import org.gradus.engine.domain.Coded;

/// Who watches the stop.
public enum StopHolder implements Coded {

    ENGINE(0),
    VENUE(1);

    private static final StopHolder[] BY_CODE = Coded.byCode(values());

    private final byte code;
    private final String label = Coded.dashed(name());

    StopHolder(int code) {
        this.code = (byte) code;
    }

    public static StopHolder of(int code) {
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
