package org.gradus.engine.message;

import org.gradus.engine.domain.Coded;

/// The unit of a limit.
public enum LimitKind implements Coded {

    RATIO(0),
    MONEY(1),
    COUNT(2),
    NANOS(3),
    /// The name is `key=word`: one word of several, such as `veto_default=no-trade`.
    CHOICE(4),
    /// The name is `key=word`: one member of a list that may hold several, such as `phase3_instruments=BTC/USD`; an
    /// empty word names an
    /// empty list.
    MEMBER(5);

    private static final LimitKind[] BY_CODE = Coded.byCode(values());

    private final byte code;
    private final String label = Coded.dashed(name());

    LimitKind(int code) {
        this.code = (byte) code;
    }

    public static LimitKind of(int code) {
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
