package org.gradus.adapters.venue.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.websocket.WsContext;
import io.javalin.websocket.WsConfig;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.jetty.ee10.servlet.SessionHandler;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.session.NullSessionCache;
import org.eclipse.jetty.session.NullSessionDataStore;
import org.gradus.adapters.venue.Keys;
import org.gradus.adapters.venue.TradingApi;
import org.gradus.adapters.venue.data.DataEndpoints;
import org.gradus.adapters.venue.fault.Faults;
import org.gradus.adapters.venue.stream.Conversation;
import org.gradus.adapters.venue.stream.DataStream;
import org.gradus.adapters.venue.stream.OrderStream;
import org.gradus.adapters.venue.stream.Timers;
import org.jspecify.annotations.Nullable;

/// The venue's one port on loopback: trading and market data by HTTP, all streams by WebSocket.
public final class VenueServer implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final String CONVERSATION = "conversation";
    private static final List<HandlerType> METHODS = List.of(HandlerType.GET, HandlerType.POST, HandlerType.PUT,
            HandlerType.PATCH, HandlerType.DELETE, HandlerType.HEAD, HandlerType.OPTIONS);
    private static final long MESSAGE_MAX_BYTES = 1 << 20;

    private final Keys keys;
    private final Javalin javalin;

    /// @param requestsPerMinute  of one key, by the venue's clock; 0 for any number
    /// @param speed  times real time at which that clock runs
    /// @param says  hears what people should know, such as a fault of our own
    public VenueServer(Parts parts, int requestsPerMinute, double speed, Consumer<String> says) {
        keys = parts.keys;
        RequestFaults faults = new RequestFaults(parts.faults, parts.timers);
        HttpDoor door = new HttpDoor(parts, faults,
                new RequestBudget.Size(requestsPerMinute, speed), says);
        javalin = Javalin.create(config -> {
            configure(config);
            Handler handler = door::handle;
            METHODS.forEach(method -> config.routes.addHttpHandler(method, "/*", handler));
            // Whatever else is a method is answered like the rest that is not there.
            config.routes.before(context -> {
                if (!METHODS.contains(context.method())) {
                    door.handle(context);
                    context.skipRemainingHandlers();
                }
            });
            config.routes.exception(Exception.class, (failed, context) -> {
                says.accept("a request failed: " + failed);
                context.status(500).contentType("application/json").result("{\"code\":50010000,\"message\":"
                        + "\"internal server error\"}");
            });
            config.routes.wsBeforeUpgrade(context -> {
                if (faults.before(context, "GET " + context.path())) {
                    throw new HttpResponseException(context.statusCode(), "refused");
                }
            });
            config.routes.ws(OrderStream.PATH, ws -> serve(ws, context -> parts.orders.connected(context.session,
                    context.header("Content-Type"), account(caller(context)))));
            parts.streams.forEach((path, stream) -> config.routes.ws(path, ws -> serve(ws, context ->
                    connected(stream, context))));
        });
    }

    /// What the server serves.
    ///
    /// @param streams  data streams by their path
    public record Parts(Keys keys, TradingApi trading, DataEndpoints data, OrderStream orders,
                        Map<String, DataStream> streams, Faults faults, Timers timers) {
    }

    private static void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.maxRequestSize = HttpDoor.bodyMaxBytes();
        config.http.strictContentTypes = false;
        config.http.prefer405over404 = false;
        config.jetty.modifyHttpConfiguration(http -> {
            http.setUriCompliance(UriCompliance.UNSAFE);
            http.setSendServerVersion(false);
        });
        config.jetty.modifyServletContextHandler(handler -> {
            handler.getServletHandler().setDecodeAmbiguousURIs(true);
            forgetSessions(handler.getSessionHandler());
        });
        config.jetty.modifyWebSocketServletFactory(factory -> {
            // A stream may be silent for as long as the market is.
            factory.setIdleTimeout(Duration.ZERO);
            factory.setMaxTextMessageSize(MESSAGE_MAX_BYTES);
            factory.setMaxBinaryMessageSize(MESSAGE_MAX_BYTES);
        });
    }

    /// Javalin asks for a session at each handshake: kept, they would pile up with every reconnect, and as cookies they
    /// are none of the service's headers.
    private static void forgetSessions(SessionHandler sessions) {
        NullSessionCache none = new NullSessionCache(sessions);
        none.setSessionDataStore(new NullSessionDataStore());
        sessions.setSessionCache(none);
        sessions.setUsingCookies(false);
    }

    private Caller caller(WsContext context) {
        return Caller.of(context::header, keys);
    }

    private Conversation connected(DataStream stream, WsContext context) {
        Caller caller = caller(context);
        return stream.connected(context.session, context.header("Content-Type"),
                account(caller), caller.kind() == Caller.Kind.WRONG);
    }

    private static @Nullable String account(Caller caller) {
        return caller.kind() == Caller.Kind.KNOWN ? caller.account() : null;
    }

    private static void serve(WsConfig ws, Function<WsContext, Conversation> connected) {
        ws.onConnect(context -> {
            Conversation conversation = connected.apply(context);
            context.attribute(CONVERSATION, conversation);
            conversation.opened();
        });
        ws.onMessage(context -> conversation(context).received(
                context.message().getBytes(UTF_8), true));
        ws.onBinaryMessage(context -> conversation(context).received(bytes(context.data()), false));
        ws.onClose(context -> conversation(context).closed());
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    private static Conversation conversation(WsContext context) {
        Conversation conversation = context.attribute(CONVERSATION);
        if (conversation == null) {
            throw new IllegalStateException("a message before its connection");
        }
        return conversation;
    }

    /// @param port  0 for any
    public void start(int port) {
        javalin.start(LOOPBACK, port);
    }

    public URI address() {
        return URI.create("http://" + LOOPBACK + ":" + javalin.port());
    }

    @Override
    public void close() {
        javalin.stop();
    }
}
