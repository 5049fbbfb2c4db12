package org.gradus.adapters.alpaca.rest;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.gradus.adapters.alpaca.access.Credentials;
import org.gradus.adapters.wire.Backoff;
import org.gradus.adapters.wire.Pace;
import org.gradus.adapters.wire.Unreadable;
import org.gradus.adapters.wire.WireHttp;
import org.gradus.adapters.wire.WireJson;
import org.gradus.engine.message.NotSentReason;
import org.gradus.engine.message.UnknownReason;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/// Requests to one base address with one pair of keys and their budget. Questions are asked again when they may be;
/// what changes something goes out once. Any thread, blocking.
public final class RestTransport {
    private static final MediaType JSON = MediaType.get("application/json");
    private static final long ANSWER_BYTES_MAX = 64L << 20;
    private static final int REQUEST_ID_MAX = 64;

    private final OkHttpClient http;
    private final URI address;
    private final HttpUrl base;
    private final Optional<? extends Credentials> keys;
    private final RequestBudget budget;
    private final Pace pace;

    /// @param keys none for data that needs none: wrong keys would break even that
    public RestTransport(OkHttpClient http, URI base, Optional<? extends Credentials> keys, RequestBudget budget,
                         Pace pace) {
        this.http = http;
        address = base;
        this.base = HttpUrl.get(base);
        this.keys = keys;
        this.budget = budget;
        this.pace = pace;
    }

    /// Asks, and asks again while the failure is of the kind that passes.
    public Answer<JsonNode> get(Target target, Urgency urgency) {
        Backoff pauses = Retries.pauses();
        for (int attempt = 1;; attempt++) {
            Attempt made = attempt("GET", target, null, urgency);
            if (!made.passing() || attempt == Retries.ATTEMPTS || Thread.currentThread().isInterrupted()) {
                return made.answer();
            }
            pace.pause(Math.max(pauses.nextNs(pace.draw()), made.retryAfterNs()));
        }
    }

    /// Goes out once: what became of it is for the caller to find out.
    public Answer<JsonNode> send(String method, Target target, @Nullable JsonNode body, Urgency urgency) {
        return attempt(method, target, body, urgency).answer();
    }

    /// One exchange.
    ///
    /// @param passing whether a question may be asked again
    private record Attempt(Answer<JsonNode> answer, boolean passing, long retryAfterNs) {
    }

    private Attempt attempt(String method, Target target, @Nullable JsonNode body, Urgency urgency) {
        if (!place(urgency)) {
            return new Attempt(new Answer.NotSent<>(NotSentReason.RATE_LIMIT,
                    "no room in " + budget.perMinute() + " requests a minute"), false, 0);
        }
        Sending sending = new Sending();
        Request request = request(method, target, body).tag(Sending.class, sending).build();
        try (Response response = http.newCall(request).execute()) {
            return read(response, target);
        } catch (IOException e) {
            return new Attempt(failed(e, sending, target), true, 0);
        }
    }

    private boolean place(Urgency urgency) {
        long deadlineNs = pace.nowNs() + urgency.patienceNs();
        for (;;) {
            long nowNs = pace.nowNs();
            long waitNs = budget.takeNs(urgency, nowNs);
            if (waitNs == 0) {
                return true;
            }
            if (waitNs > deadlineNs - nowNs || Thread.currentThread().isInterrupted()) {
                return false;
            }
            pace.pause(waitNs);
        }
    }

    private Request.Builder request(String method, Target target, @Nullable JsonNode body) {
        RequestBody sent = body != null ? RequestBody.create(body.toString().getBytes(StandardCharsets.UTF_8), JSON)
                : method.equals("GET") || method.equals("DELETE") ? null
                : RequestBody.create(new byte[0], JSON);
        Request.Builder request = new Request.Builder().url(target.on(base)).method(method, sent)
                .header("Accept", "application/json");
        keys.ifPresent(pair -> request.header("APCA-API-KEY-ID", pair.keyId())
                .header("APCA-API-SECRET-KEY", pair.secret()));
        return request;
    }

    private Attempt read(Response response, Target target) throws IOException {
        RateHeaders.tell(budget, response.headers(), pace);
        int status = response.code();
        String requestId = requestId(response);
        byte[] body = WireHttp.body(response, ANSWER_BYTES_MAX);
        if (status == 429) {
            long retryAfterNs = RateHeaders.retryAfterNs(response.headers(), pace);
            budget.refused(retryAfterNs, pace.nowNs());
            return new Attempt(new Answer.NotSent<>(NotSentReason.RATE_LIMIT, target + ": 429" + named(requestId)),
                    true, retryAfterNs);
        }
        if (status >= 200 && status < 300) {
            return new Attempt(value(body, target, requestId), false, 0);
        }
        if (status >= 400 && status < 500 && status != 408) {
            String text = scrubbed(new String(body, StandardCharsets.UTF_8));
            return new Attempt(new Answer.Refused<>(explained(Refusal.of(status, text, requestId))), status == 425, 0);
        }
        boolean server = status >= 500 || status == 408;
        return new Attempt(new Answer.Unknown<>(server ? UnknownReason.SERVER_ERROR : UnknownReason.UNPARSABLE,
                target + ": status " + status + named(requestId)), Retries.passing(status),
                RateHeaders.retryAfterNs(response.headers(), pace));
    }

    /// Which keys went where: what a person has to look at when the keys are wrong, or those of the other environment.
    private Refusal explained(Refusal refusal) {
        boolean ofKeys = refusal.status() == 401 || refusal.status() == 403 && refusal.code() == 0;
        return ofKeys && keys.isPresent() ? refusal.with(keys.get().refusedAt(address)) : refusal;
    }

    private Answer<JsonNode> value(byte[] body, Target target, String requestId) {
        if (body.length == 0) {
            return new Answer.Given<>(NullNode.getInstance(), requestId);
        }
        try {
            return new Answer.Given<>(WireJson.read(body), requestId);
        } catch (Unreadable e) {
            return new Answer.Unknown<>(UnknownReason.UNPARSABLE, target + ": " + e.getMessage() + named(requestId));
        }
    }

    /// The library's message may hold the address, but never a header.
    private Answer<JsonNode> failed(IOException e, Sending sending, Target target) {
        String detail = target + ": " + scrubbed(e.getClass().getSimpleName() + ", " + e.getMessage());
        if (!sending.begun()) {
            return new Answer.NotSent<>(NotSentReason.VENUE_DOWN, detail);
        }
        return new Answer.Unknown<>(
                e instanceof InterruptedIOException ? UnknownReason.TIMEOUT : UnknownReason.DROPPED, detail);
    }

    private String scrubbed(String text) {
        return keys.isPresent() ? keys.get().scrub(text) : text;
    }

    private String requestId(Response response) {
        String id = response.header("X-Request-ID", "");
        return scrubbed(id.length() <= REQUEST_ID_MAX ? id : id.substring(0, REQUEST_ID_MAX));
    }

    private static String named(String requestId) {
        return requestId.isEmpty() ? "" : ", request " + requestId;
    }
}
