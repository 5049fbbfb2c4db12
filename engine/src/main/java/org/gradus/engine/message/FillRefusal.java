package org.gradus.engine.message;

import org.gradus.engine.domain.Coded;

/// Why a fill was not applied.
public enum FillRefusal implements Coded {

    NONE(0),
    SEEN_BEFORE(1),
    UNKNOWN_ORDER(2),
    EXCEEDS_ORDER(3);

    private static final FillRefusal[] BY_CODE = Coded.byCode(values());

    private final byte code;
    private final String label = Coded.dashed(name());

    FillRefusal(int code) {
        this.code = (byte) code;
    }

    public static FillRefusal of(int code) {
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
