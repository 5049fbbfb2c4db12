package org.gradus.engine.message;

import org.gradus.engine.domain.Coded;

/// Why the venue counts as down.
public enum VenueDownReason implements Coded {

    STREAM_SILENT(0),
    STREAM_DROPPED(1),
    REST_FAILING(2),
    CLOCK_SKEW(3),
    OPERATOR(4),
    /// Order reports came faster than they could enter; some are still with the adapter.
    REPORTS_WAITING(5),
    /// Two sources of prices say different things: whichever is wrong, nothing is entered on it.
    FEEDS_DISAGREE(6),
    /// A run has just started: the line to the venue is being made.
    NOT_CONNECTED(7);

    private static final VenueDownReason[] BY_CODE = Coded.byCode(values());

    private final byte code;
    private final String label = Coded.dashed(name());

    VenueDownReason(int code) {
        this.code = (byte) code;
    }

    public static VenueDownReason of(int code) {
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
