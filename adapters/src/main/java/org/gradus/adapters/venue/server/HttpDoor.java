package org.gradus.adapters.venue.server;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.gradus.adapters.venue.Call;
import org.gradus.adapters.venue.Keys;
import org.gradus.adapters.venue.Reply;
import org.gradus.adapters.venue.TradingApi;
import org.gradus.adapters.venue.VenueJson;
import org.gradus.adapters.venue.data.DataEndpoints;
import org.gradus.adapters.venue.fault.FaultKind;
import org.gradus.adapters.venue.fault.FaultRule;
import org.gradus.adapters.venue.fault.Faults;
import tools.jackson.databind.node.ObjectNode;

/// Every HTTP request goes through here: who asks, may they ask so often, what is the answer. Any thread.
final class HttpDoor {
    private static final String JSON = "application/json; charset=UTF-8";
    private static final String PAGE = """
            <html>
            <head><title>TITLE</title></head>
            <body>
            <center><h1>TITLE</h1></center>
            <hr><center>nginx</center>
            </body>
            </html>
            """.replace("\n", "\r\n");
    private static final int BODY_MAX_BYTES = 1 << 20;
    private static final int NO_CONTENT = 204;
    private static final String CLOCK = "/v2/clock";
    private static final DateTimeFormatter CLOCK_TEXT = DateTimeFormatter.ofPattern(
            "uuuu-MM-dd'T'HH:mm:ss.nnnnnnnnnxxx", Locale.ROOT);

    private final Keys keys;
    private final TradingApi trading;
    private final DataEndpoints data;
    private final Faults clockFaults;
    private final RequestFaults faults;
    private final RequestBudget tradingBudget;
    private final RequestBudget dataBudget;
    private final Consumer<String> says;

    HttpDoor(VenueServer.Parts parts, RequestFaults faults, RequestBudget.Size budget, Consumer<String> says) {
        keys = parts.keys();
        trading = parts.trading();
        data = parts.data();
        clockFaults = parts.faults();
        this.faults = faults;
        tradingBudget = new RequestBudget(budget, System::currentTimeMillis);
        dataBudget = new RequestBudget(budget, System::currentTimeMillis);
        this.says = says;
    }

    static int bodyMaxBytes() {
        return BODY_MAX_BYTES;
    }

    void handle(Context context) {
        context.header("X-Request-ID", UUID.randomUUID().toString().replace("-", ""));
        Optional<String> path = PathText.decoded(context.req().getRequestURI());
        if (path.isEmpty()) {
            write(context, new Reply(400, VenueJson.message("invalid path")));
            return;
        }
        try {
            String subject = context.method().name() + " " + path.get();
            if (!faults.before(context, subject)) {
                handle(context, path.get(), subject);
            }
        } catch (HttpResponseException refused) {
            // The proxy in front of the service takes bodies of a size only.
            context.status(refused.getStatus()).contentType("text/html").result(page(
                    refused.getStatus() + " " + HttpStatus.forStatus(refused.getStatus()).getMessage()));
        } catch (RuntimeException failed) {
            says.accept(context.method() + " " + path.get() + " failed: " + failed);
            write(context, new Reply(500, VenueJson.object().put("code", 50010000)
                    .put("message", "internal server error")));
        }
    }

    /// An error page as the proxy in front of the service writes it.
    static String page(String title) {
        return PAGE.replace("TITLE", title);
    }

    private void handle(Context context, String path, String subject) {
        boolean market = DataEndpoints.owns(path);
        if (!market && !path.startsWith("/v")) {
            write(context, new Reply(404, VenueJson.message("endpoint not found.")));
            return;
        }
        Caller caller = Caller.of(context::header, keys);
        if (caller.kind() == Caller.Kind.NOBODY && !(market && DataEndpoints.keyless(path))) {
            context.status(401).contentType("text/html").result(page("401 Authorization Required"));
            return;
        }
        if (caller.kind() == Caller.Kind.WRONG) {
            write(context, new Reply(401, VenueJson.message("unauthorized.")));
            return;
        }
        if (!take(context, market ? dataBudget : tradingBudget, caller)) {
            write(context, new Reply(429, market ? VenueJson.message("too many requests.")
                    : VenueJson.object().put("code", 42910000).put("message", "rate limit exceeded")));
            return;
        }
        // What is asked for by HEAD is answered as by GET; the server leaves the body out.
        String method = context.method() == HandlerType.HEAD ? "GET" : context.method().name();
        Call call = new Call(method, path, context.queryParamMap(), context.body(), caller.account());
        Reply reply = market ? data.handle(call) : trading.handle(call);
        if (!faults.after(context, subject)) {
            write(context, path.equals(CLOCK) ? skewed(context, reply) : reply);
        }
    }

    /// The clock may be wrong, and the header that shows it as well.
    private Reply skewed(Context context, Reply reply) {
        Optional<FaultRule> skew = clockFaults.strike(FaultKind.SKEW, "clock");
        if (skew.isEmpty() || !(reply.body() instanceof ObjectNode body) || !body.has("timestamp")) {
            return reply;
        }
        Duration by = Duration.ofNanos(skew.get().argument());
        OffsetDateTime told = OffsetDateTime.parse(body.get("timestamp").stringValue()).plus(by);
        context.header("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(OffsetDateTime.now(ZoneOffset.UTC)
                .plus(by)));
        return new Reply(reply.status(), body.deepCopy().put("timestamp", CLOCK_TEXT.format(told)));
    }

    private static boolean take(Context context, RequestBudget budget, Caller caller) {
        RequestBudget.Grant grant = budget.take(caller.account());
        context.header("X-RateLimit-Limit", Integer.toString(grant.limit()));
        context.header("X-RateLimit-Remaining", Integer.toString(grant.remaining()));
        context.header("X-RateLimit-Reset", Long.toString(grant.resetEpochS()));
        return grant.granted();
    }

    private static void write(Context context, Reply reply) {
        context.status(reply.status());
        if (reply.body() != null && reply.status() != NO_CONTENT) {
            context.contentType(JSON).result(VenueJson.bytes(reply.body()));
        }
    }
}
