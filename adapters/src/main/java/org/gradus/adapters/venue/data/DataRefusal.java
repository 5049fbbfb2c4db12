package org.gradus.adapters.venue.data;

import org.gradus.adapters.venue.Reply;
import org.gradus.adapters.venue.VenueJson;

/// What a client asked for cannot be answered; it is told why.
final class DataRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;

    private final int status;
    private final int code;

    DataRefusal(String message) {
        this(BAD_REQUEST, 0, message);
    }

    private DataRefusal(int status, int code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    /// The plan does not reach this far.
    static DataRefusal recentSip() {
        return new DataRefusal(FORBIDDEN, 42210000, "subscription does not permit querying recent SIP data");
    }

    Reply reply() {
        return new Reply(status, code == 0 ? VenueJson.message(getMessage())
                : VenueJson.object().put("code", code).put("message", getMessage()));
    }
}
