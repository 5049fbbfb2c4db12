package org.gradus.adapters.venue.exchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The venue says no: an HTTP status, a code, a message, and what stands beside them in the body. Thrown before
/// anything has changed.
public final class Refusal extends RuntimeException {
    private final int status;
    private final int code;
    /// Values are texts or lists of texts.
    private final Map<String, Object> extras = new LinkedHashMap<>();

    public Refusal(int status, int code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    /// A request that is wrong by itself.
    public static Refusal malformed(String message) {
        return new Refusal(422, 40010001, message);
    }

    /// A request that its asset or the order's state does not allow.
    public static Refusal unprocessable(String message) {
        return new Refusal(422, 42210000, message);
    }

    public static Refusal forbidden(String message) {
        return new Refusal(403, 40310000, message);
    }

    public static Refusal notFound(String message) {
        return new Refusal(404, 40410000, message);
    }

    Refusal with(String name, String value) {
        extras.put(name, value);
        return this;
    }

    Refusal with(String name, List<String> values) {
        extras.put(name, values);
        return this;
    }

    public int status() {
        return status;
    }

    public int code() {
        return code;
    }

    public Map<String, Object> extras() {
        return extras;
    }
}
