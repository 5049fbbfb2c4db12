package org.gradus.engine.domain;

/// What a run is for. Nothing ever defaults to `LIVE`.
public enum Mode implements Coded {

    DEMO(0),
    BACKTEST(1),
    PAPER(2),
    LIVE(3);

    private static final Mode[] BY_CODE = Coded.byCode(values());

    private final byte code;
    private final String label = Coded.dashed(name());

    Mode(int code) {
        this.code = (byte) code;
    }

    public static Mode of(int code) {
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
