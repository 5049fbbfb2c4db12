package org.gradus.engine.message;

import org.gradus.engine.domain.Coded;

/// Why the venue rejected an order.
public enum RejectReason implements Coded {

    UNKNOWN(0),
    MALFORMED(1),
    DUPLICATE_ID(2),
    NOT_TRADABLE(3),
    ORDER_TYPE(4),
    TIME_IN_FORCE(5),
    OFF_INCREMENT(6),
    BELOW_MINIMUM(7),
    WASH_TRADE(8),
    INSUFFICIENT_FUNDS(9),
    INSUFFICIENT_QUANTITY(10),
    TOO_LARGE(11),
    TOO_LATE(12),
    VENUE_CHOICE(13);

    private static final RejectReason[] BY_CODE = Coded.byCode(values());

    private final byte code;
    private final String label = Coded.dashed(name());

    RejectReason(int code) {
        this.code = (byte) code;
    }

    public static RejectReason of(int code) {
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
