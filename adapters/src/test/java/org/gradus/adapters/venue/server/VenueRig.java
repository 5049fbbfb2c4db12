package org.gradus.adapters.venue.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.gradus.adapters.venue.AccountKey;
import org.gradus.adapters.venue.Call;
import org.gradus.adapters.venue.Keys;
import org.gradus.adapters.venue.MarketListener;
import org.gradus.adapters.venue.OrderUpdates;
import org.gradus.adapters.venue.Reply;
import org.gradus.adapters.venue.VenueJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A venue on a port of its own, moved by hand, with a trading side that only remembers what it was asked.
public final class VenueRig implements AutoCloseable {
    public static final AccountKey KEY = new AccountKey("PKTEST", "the-secret");
    public static final AccountKey OTHER = new AccountKey("PKOTHER", "another-secret");
    static final Keys KEYS = new Keys(List.of(KEY, OTHER));

    public final BlockingQueue<Call> calls = new LinkedBlockingQueue<>();
    public final BlockingQueue<String> said = new LinkedBlockingQueue<>();
    public final Venue venue;
    private OkHttpClient client = new OkHttpClient.Builder().readTimeout(20, TimeUnit.SECONDS)
            .retryOnConnectionFailure(false).build();
    private OrderUpdates updates;
    Function<Call, Reply> trading = _ -> new Reply(200, VenueJson.object().put("answered", true));

    public VenueRig() {
        this(settings -> settings);
    }

    public VenueRig(UnaryOperator<VenueSettings> change) {
        venue = new Venue(change.apply(VenueSettings.byHand(KEYS)), (_, _, orderUpdates, _) -> {
            updates = orderUpdates;
            return new TradingSide(call -> {
                calls.add(call);
                return trading.apply(call);
            }, new Deaf());
        }, said::add);
    }

    /// What came back.
    record Answer(int status, Map<String, List<String>> headers, String body) {
        JsonNode json() {
            return VenueJson.read(body.getBytes(UTF_8));
        }

        @Nullable String header(String name) {
            return headers.containsKey(name) ? headers.get(name).getFirst() : null;
        }
    }

    /// From now on it does not wait long for an answer.
    VenueRig hurriedly() {
        client = client.newBuilder().readTimeout(500, TimeUnit.MILLISECONDS).build();
        return this;
    }

    Answer get(String pathAndQuery, String... headers) {
        return send("GET", pathAndQuery, null, headers);
    }

    /// With the right keys.
    Answer ask(String pathAndQuery) {
        return get(pathAndQuery, "APCA-API-KEY-ID", KEY.keyId(), "APCA-API-SECRET-KEY", KEY.secret());
    }

    Answer send(String method, String pathAndQuery, @Nullable String body, String... headers) {
        Request.Builder request = new Request.Builder().url(venue.address() + pathAndQuery)
                .method(method, body == null ? null : RequestBody.create(body.getBytes(UTF_8)));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try (Response response = client.newCall(request.build()).execute()) {
            return new Answer(response.code(), response.headers().toMultimap(), response.body().string());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A client of one of the streams.
    public StreamClient stream(String path, String... headers) {
        return new StreamClient(client, venue.address() + path, headers);
    }

    /// One right behind the other: the stream's timer does not come in between, however slow the machine.
    public void update(AccountKey account, String... events) {
        synchronized (updates) {
            for (String event : events) {
                updates.onUpdate(account.keyId(), VenueJson.object().put("event", event));
            }
        }
    }

    public void quote(String symbol, String bid, String ask, long timeNs) {
        venue.market().quote(new MarketListener.Quote(symbol, new BigDecimal(bid), BigDecimal.ONE,
                new BigDecimal(ask), BigDecimal.TWO, timeNs));
    }

    public void print(String symbol, String price, String size, long timeNs) {
        venue.market().print(symbol, new BigDecimal(price), new BigDecimal(size), 'S', timeNs);
    }

    @Override
    public void close() {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
        venue.close();
    }

    /// Trades nothing.
    private static final class Deaf implements MarketListener {
        @Override
        public void onQuote(Quote quote) {
        }

        @Override
        public void onTrade(Trade trade) {
        }

        @Override
        public void onBar(Bar bar) {
        }

        @Override
        public void onTime(long nowNs) {
        }
    }
}
