package org.gradus.engine.domain;

/// Which way an order trades.
public enum Side implements Coded {

    BUY(0),
    SELL(1);

    private static final Side[] BY_CODE = Coded.byCode(values());

    private final byte code;
    private final String label = Coded.dashed(name());

    Side(int code) {
        this.code = (byte) code;
    }

    public static Side of(int code) {
        return Coded.at(BY_CODE, code);
    }

    /// +1 when a fill adds to the position, -1 when it takes from it.
    public int sign() {
        return this == BUY ? 1 : -1;
    }

    public Side opposite() {
        return this == BUY ? SELL : BUY;
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
