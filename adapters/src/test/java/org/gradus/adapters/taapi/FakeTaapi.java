package org.gradus.adapters.taapi;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import org.gradus.adapters.service.FakeService;
import org.gradus.adapters.wire.WireJson;
import org.gradus.adapters.wire.WireObject;
import org.gradus.engine.domain.Timeframe;

/// Answers as TAAPI does, with ta4j's values of known candles; refuses whoever comes again within fifteen seconds.
final class FakeTaapi extends Dispatcher {
    static final long SPACING_NS = 15_000_000_000L;

    final List<Long> askedNs = new CopyOnWriteArrayList<>();
    private final Candles candles;
    private final LongSupplier epochNs;

    FakeTaapi(Candles candles, LongSupplier epochNs) {
        this.candles = candles;
        this.epochNs = epochNs;
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) {
        long nowNs = epochNs.getAsLong();
        boolean soon = !askedNs.isEmpty() && nowNs - askedNs.getLast() < SPACING_NS;
        askedNs.add(nowNs);
        if (soon) {
            return answer(429, "{\"error\":\"429: You have exceeded your request limit (TAAPI.IO rate-limit)!\"}");
        }
        return request.getMethod().equals("POST") ? bulk(request, nowNs) : direct(request.getUrl(), nowNs);
    }

    private MockResponse bulk(RecordedRequest request, long nowNs) {
        WireObject body = WireObject.of(WireJson.read(request.getBody().utf8()));
        WireObject construct = body.object("construct").orElseThrow();
        if (!request.getUrl().encodedPath().equals("/bulk") || request.getUrl().querySize() != 0
                || !body.text("secret").equals(FakeService.SECRET) || !known(construct.text("exchange"),
                        construct.text("symbol"), construct.text("interval"))) {
            return answer(401, "{\"error\":\"not so\"}");
        }
        List<String> results = construct.objects("indicators").stream().map(each -> "{\"id\":\"" + each.text("id")
                + "\",\"result\":" + result(each.text("indicator"), (int) each.whole("backtrack"), nowNs)
                + ",\"errors\":[]}").toList();
        return answer(200, "{\"data\":[" + String.join(",", results) + "]}");
    }

    private MockResponse direct(HttpUrl url, long nowNs) {
        boolean right = FakeService.SECRET.equals(url.queryParameter("secret")) && known(url.queryParameter("exchange"),
                url.queryParameter("symbol"), url.queryParameter("interval"));
        return right ? answer(200, result(url.pathSegments().getFirst(),
                Integer.parseInt(url.queryParameter("backtrack")), nowNs)) : answer(401, "{\"error\":\"not so\"}");
    }

    private static boolean known(String exchange, String symbol, String interval) {
        return exchange.equals("binance") && symbol.equals("BTC/USDT") && interval.equals("1h");
    }

    private String result(String indicator, int backtrack, long nowNs) {
        long startNs = Timeframe.H1.startOf(nowNs) - backtrack * Candles.HOUR_NS;
        return indicator.equals("rsi") ? candles.rsi(startNs) : candles.macd(startNs);
    }

    private static MockResponse answer(int status, String body) {
        return new MockResponse.Builder().code(status).body(body).build();
    }
}
