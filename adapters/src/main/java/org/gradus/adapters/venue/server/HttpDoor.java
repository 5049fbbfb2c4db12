package org.gradus.adapters.venue.server;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.gradus.adapters.venue.Call;
import org.gradus.adapters.venue.Keys;
import org.gradus.adapters.venue.Reply;
import org.gradus.adapters.venue.TradingApi;
import org.gradus.adapters.venue.VenueJson;
import org.gradus.adapters.venue.data.DataEndpoints;

/// Every HTTP request goes through here: who asks, may they ask so often, what is the answer. Any thread.
final class HttpDoor {
    private static final String JSON = "application/json; charset=UTF-8";
    private static final String UNAUTHORIZED_PAGE = """
            <html>
            <head><title>401 Authorization Required</title></head>
            <body>
            <center><h1>401 Authorization Required</h1></center>
            <hr><center>nginx</center>
            </body>
            </html>
            """.replace("\n", "\r\n");
    private static final int BODY_MAX_BYTES = 1 << 20;
    private static final int NO_CONTENT = 204;

    private final Keys keys;
    private final TradingApi trading;
    private final DataEndpoints data;
    private final RequestBudget tradingBudget;
    private final RequestBudget dataBudget;
    private final Consumer<String> says;

    HttpDoor(Keys keys, TradingApi trading, DataEndpoints data, int requestsPerMinute, Consumer<String> says) {
        this.keys = keys;
        this.trading = trading;
        this.data = data;
        tradingBudget = new RequestBudget(requestsPerMinute, () -> System.currentTimeMillis() / 1_000);
        dataBudget = new RequestBudget(requestsPerMinute, () -> System.currentTimeMillis() / 1_000);
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
            handle(context, path.get());
        } catch (RuntimeException failed) {
            says.accept(context.method() + " " + path.get() + " failed: " + failed);
            write(context, new Reply(500, VenueJson.object().put("code", 50010000)
                    .put("message", "internal server error")));
        }
    }

    private void handle(Context context, String path) {
        boolean market = DataEndpoints.owns(path);
        if (!market && !path.startsWith("/v")) {
            write(context, new Reply(404, VenueJson.message("endpoint not found.")));
            return;
        }
        Caller caller = Caller.of(context::header, keys);
        if (caller.kind() == Caller.Kind.NOBODY && !(market && DataEndpoints.keyless(path))) {
            context.status(401).contentType("text/html").result(UNAUTHORIZED_PAGE);
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
        Call call = new Call(context.method().name(), path, context.queryParamMap(), context.body(), caller.account());
        write(context, market ? data.handle(call) : trading.handle(call));
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
