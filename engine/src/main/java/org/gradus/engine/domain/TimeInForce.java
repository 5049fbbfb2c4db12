package org.gradus.engine.domain;

/// How long the venue keeps an order: for the day, until cancelled, or only for what fills at once (all of it, for
/// FOK).
public enum TimeInForce implements Coded {

    DAY(0),
    GTC(1),
    IOC(2),
    FOK(3);

    private static final TimeInForce[] BY_CODE = Coded.byCode(values());

    private final byte code;
    private final String label = Coded.dashed(name());

    TimeInForce(int code) {
        this.code = (byte) code;
    }

    public static TimeInForce of(int code) {
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
