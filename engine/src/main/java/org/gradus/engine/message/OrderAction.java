package org.gradus.engine.message;

import org.gradus.engine.domain.Coded;

/// What an order decision does.
public enum OrderAction implements Coded {

    SUBMIT(0),
    CANCEL(1),
    REPLACE(2),
    PARK(3),
    REFUSE(4);

    private static final OrderAction[] BY_CODE = Coded.byCode(values());

    private final byte code;
    private final String label = Coded.dashed(name());

    OrderAction(int code) {
        this.code = (byte) code;
    }

    public static OrderAction of(int code) {
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
