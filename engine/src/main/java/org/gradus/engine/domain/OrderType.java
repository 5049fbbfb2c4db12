package org.gradus.engine.domain;

/// How an order finds its price. The two stop types rest unseen until their trigger is reached.
public enum OrderType implements Coded {

    MARKET(0),
    LIMIT(1),
    STOP(2),
    STOP_LIMIT(3);

    private static final OrderType[] BY_CODE = Coded.byCode(values());

    private final byte code;
    private final String label = Coded.dashed(name());

    OrderType(int code) {
        this.code = (byte) code;
    }

    public static OrderType of(int code) {
        return Coded.at(BY_CODE, code);
    }

    /// Whether the order carries a limit price.
    public boolean limited() {
        return this == LIMIT || this == STOP_LIMIT;
    }

    /// Whether the order carries a trigger price.
    public boolean triggered() {
        return this == STOP || this == STOP_LIMIT;
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
