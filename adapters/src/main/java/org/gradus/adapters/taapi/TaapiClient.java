package org.gradus.adapters.taapi;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.gradus.adapters.service.RequestLimits;
import org.gradus.adapters.service.ServiceHttp;
import org.gradus.adapters.service.ServiceKey;
import org.gradus.adapters.service.ServiceReply;
import org.gradus.adapters.wire.Pace;
import org.gradus.adapters.wire.TrustedAddress;
import org.gradus.adapters.wire.Unreadable;
import org.gradus.adapters.wire.WireJson;
import org.gradus.adapters.wire.WireObject;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Asks TAAPI, version 1. Many calculations on one symbol's candles go in one request, whose body holds the key; the
/// direct way, one calculation a request, has to have it in the address. Any thread, blocking.
public final class TaapiClient {
    public static final URI USUAL = URI.create("https://api.taapi.io");
    /// Calculations in one request, on every plan.
    static final int MOST = 20;
    private static final MediaType JSON = MediaType.get("application/json");
    private static final long SECOND_NS = 1_000_000_000L;

    private final HttpUrl base;
    private final ServiceKey key;
    private final ServiceHttp http;

    /// Whose candles.
    ///
    /// @param symbol   as TAAPI spells it, such as `BTC/USDT`
    /// @param interval such as `1h`
    record Candles(String exchange, String symbol, String interval) {
    }

    public TaapiClient(OkHttpClient http, URI address, ServiceKey key, RequestLimits limits, Pace pace) {
        base = HttpUrl.get(TrustedAddress.checked("TAAPI", address, "http", Set.of(USUAL.getHost())));
        this.key = key;
        this.http = new ServiceHttp("TAAPI", http, key, limits, pace);
    }

    /// One request in so many seconds; 15 on the free plan.
    public static RequestLimits spacing(long spacingNs) {
        return new RequestLimits(Math.max(spacingNs, SECOND_NS), new RequestLimits.Window(1, spacingNs));
    }

    /// At most [#MOST] at once.
    ///
    /// @return in the order asked; empty for what TAAPI could not compute, or what cannot be read
    ServiceReply<List<Optional<CalculatedValues>>> bulk(Candles candles, List<Calculation> calculations) {
        ObjectNode body = WireJson.object().put("secret", key.secret());
        ObjectNode construct = body.putObject("construct").put("exchange", candles.exchange())
                .put("symbol", candles.symbol()).put("interval", candles.interval());
        ArrayNode indicators = construct.putArray("indicators");
        for (int i = 0; i < calculations.size(); i++) {
            ObjectNode each = indicators.addObject().put("id", id(i)).put("indicator", calculations.get(i).indicator());
            calculations.get(i).parameters().forEach(each::put);
            each.put("addResultTimestamp", true);
        }
        return http.ask(new Request.Builder().url(base.newBuilder().addPathSegment("bulk").build())
                .post(RequestBody.create(body.toString().getBytes(StandardCharsets.UTF_8), JSON)).build())
                .map(answer -> readBulk(answer, calculations));
    }

    ServiceReply<CalculatedValues> direct(Candles candles, Calculation calculation) {
        HttpUrl.Builder url = base.newBuilder().addPathSegment(calculation.indicator())
                .addQueryParameter("secret", key.secret()).addQueryParameter("exchange", candles.exchange())
                .addQueryParameter("symbol", candles.symbol()).addQueryParameter("interval", candles.interval());
        calculation.parameters().forEach((name, value) -> url.addQueryParameter(name, value.toString()));
        url.addQueryParameter("addResultTimestamp", "true");
        return http.ask(new Request.Builder().url(url.build()).build())
                .map(answer -> CalculatedValues.read(WireObject.of(answer), calculation));
    }

    private static String id(int number) {
        return "c" + number;
    }

    static List<Optional<CalculatedValues>> readBulk(JsonNode answer, List<Calculation> calculations) {
        Map<String, Optional<CalculatedValues>> byId = new HashMap<>();
        for (WireObject each : WireObject.of(answer).objects("data")) {
            String id = each.text("id");
            for (int i = 0; i < calculations.size(); i++) {
                if (id(i).equals(id)) {
                    byId.put(id, readOne(each, calculations.get(i)));
                }
            }
        }
        List<Optional<CalculatedValues>> values = new ArrayList<>();
        for (int i = 0; i < calculations.size(); i++) {
            values.add(byId.getOrDefault(id(i), Optional.empty()));
        }
        return values;
    }

    /// One failed calculation spoils no other.
    private static Optional<CalculatedValues> readOne(WireObject each, Calculation of) {
        try {
            return each.object("result").map(result -> CalculatedValues.read(result, of));
        } catch (Unreadable e) {
            return Optional.empty();
        }
    }
}
