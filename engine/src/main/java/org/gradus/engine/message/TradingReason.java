package org.gradus.engine.message;

import org.gradus.engine.domain.Coded;

/// Where a [TradingState] comes from.
public enum TradingReason implements Coded {

    /// The venue's calendar.
    CALENDAR(0),
    /// The venue's calendar, on a day that ends before its usual time.
    EARLY_CLOSE(1),
    /// The venue's clock, which says something else than its calendar.
    VENUE_CLOCK(2),
    /// The exchange halted trading in the instrument, or let it go on.
    EXCHANGE(3),
    /// Nobody knows any more: the line that would have told of an end was down.
    LINE_LOST(4);

    private static final TradingReason[] BY_CODE = Coded.byCode(values());

    private final byte code;
    private final String label = Coded.dashed(name());

    TradingReason(int code) {
        this.code = (byte) code;
    }

    public static TradingReason of(int code) {
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
