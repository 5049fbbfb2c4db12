package org.gradus.adapters.service;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.gradus.adapters.wire.Pace;
import org.gradus.adapters.wire.Unreadable;
import org.gradus.adapters.wire.WireHttp;
import org.gradus.adapters.wire.WireJson;
import tools.jackson.databind.JsonNode;

/// Single exchanges with a service, within its limits. Nothing that it says of a failure holds the key or the address,
/// for some services want the key in it. Any thread, blocking.
public final class ServiceHttp {
    private static final long ANSWER_BYTES_MAX = 1 << 20;
    private static final int WORDS_MAX = 160;
    private static final long SECOND_NS = 1_000_000_000L;
    private static final long LONGEST_PAUSE_S = 3600;

    private final String service;
    private final OkHttpClient http;
    private final ServiceKey key;
    private final RequestLimits limits;
    private final Pace pace;

    public ServiceHttp(String service, OkHttpClient http, ServiceKey key, RequestLimits limits, Pace pace) {
        this.service = service;
        this.http = http;
        this.key = key;
        this.limits = limits;
        this.pace = pace;
    }

    /// A client for questions and streams. A connection that the service has closed meanwhile is replaced at once:
    /// unlike an order, a question may be asked twice.
    public static OkHttpClient client(WireHttp.Times times) {
        return WireHttp.client(times, EventListener.NONE).newBuilder().retryOnConnectionFailure(true).build();
    }

    /// Asks once, if there is room.
    public ServiceReply<JsonNode> ask(Request request) {
        long waitNs = limits.takeNs(pace.nowNs());
        if (waitNs > 0) {
            return new ServiceReply.Later<>(waitNs);
        }
        try (Response response = http.newCall(request).execute()) {
            byte[] body = WireHttp.body(response, ANSWER_BYTES_MAX);
            limits.answered(pace.nowNs());
            return read(response, body);
        } catch (IOException e) {
            limits.answered(pace.nowNs());
            return failed(0, e.getClass().getSimpleName() + ", " + e.getMessage());
        }
    }

    private ServiceReply<JsonNode> read(Response response, byte[] body) {
        int status = response.code();
        if (status == 429) {
            limits.refused(retryAfterNs(response), pace.nowNs());
        } else {
            limits.granted();
        }
        if (status < 200 || status > 299) {
            return failed(status, "status " + status + ", " + words(body));
        }
        try {
            return new ServiceReply.Given<>(WireJson.read(body));
        } catch (Unreadable e) {
            return failed(status, "an answer that cannot be read: " + e.getMessage());
        }
    }

    private static long retryAfterNs(Response response) {
        String seconds = response.header("Retry-After", "");
        return seconds.matches("\\d{1,6}") ? Math.min(LONGEST_PAUSE_S, Long.parseLong(seconds)) * SECOND_NS : 0;
    }

    /// Scrubbed before it is cut: a part of a key is a part of a secret.
    private <T> ServiceReply<T> failed(int status, String why) {
        String text = key.scrub(why);
        return new ServiceReply.Failed<>(status,
                service + ": " + (text.length() <= WORDS_MAX ? text : text.substring(0, WORDS_MAX) + "…"));
    }

    private static String words(byte[] body) {
        return new String(body, StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}+", " ");
    }
}
