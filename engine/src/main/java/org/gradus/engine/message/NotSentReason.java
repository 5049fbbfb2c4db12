package org.gradus.engine.message;

import org.gradus.engine.domain.Coded;
import org.gradus.engine.domain.RiskState;
import org.jspecify.annotations.Nullable;

/// Why the gateway did not send an order.
public enum NotSentReason implements Coded {

    HALTED(0),
    TOO_OLD(1),
    RATE_LIMIT(2),
    VENUE_DOWN(3),
    STOPPED(4),
    OUR_FAULT(5),
    /// Its cancel came before it had left.
    CANCELLED(6),
    /// Only what reduces may leave.
    REDUCING(7);

    private static final NotSentReason[] BY_CODE = Coded.byCode(values());

    private final byte code;
    private final String label = Coded.dashed(name());

    NotSentReason(int code) {
        this.code = (byte) code;
    }

    /// Why an entry must stay in this state; null when it may leave.
    public static @Nullable NotSentReason restricting(RiskState state) {
        return switch (state) {
            case HALTED -> HALTED;
            case REDUCING -> REDUCING;
            case ACTIVE -> null;
        };
    }

    public static NotSentReason of(int code) {
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
