package org.gradus.adapters.finnhub;

import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.gradus.adapters.service.RequestLimits;
import org.gradus.adapters.service.ServiceHttp;
import org.gradus.adapters.service.ServiceKey;
import org.gradus.adapters.service.ServiceReply;
import org.gradus.adapters.wire.Pace;
import org.gradus.adapters.wire.Unreadable;
import org.gradus.adapters.wire.WireObject;
import tools.jackson.databind.JsonNode;

/// Asks Finnhub for the price of the last trade. The key goes in a header, never in an address. Any thread, blocking.
public final class FinnhubQuotes {
    private static final long SECOND_NS = 1_000_000_000L;

    private final HttpUrl quote;
    private final ServiceKey key;
    private final ServiceHttp http;

    /// @param price  scaled by 1e-9
    /// @param timeNs when it was made, by Finnhub's clock, whole seconds
    public record LastPrice(long price, long timeNs) {
    }

    public FinnhubQuotes(OkHttpClient http, FinnhubEndpoints endpoints, ServiceKey key, RequestLimits limits,
                         Pace pace) {
        quote = HttpUrl.get(endpoints.rest()).newBuilder().addPathSegment("quote").build();
        this.key = key;
        this.http = new ServiceHttp("Finnhub", http, key, limits, pace);
    }

    /// What the free plan allows: 60 questions a minute, and 30 a second on any plan.
    public static RequestLimits freePlan() {
        return new RequestLimits(SECOND_NS, new RequestLimits.Window(60, 60 * SECOND_NS),
                new RequestLimits.Window(30, SECOND_NS));
    }

    /// @param symbol as Finnhub spells it, such as `AAPL` or `BINANCE:BTCUSDT`
    public ServiceReply<LastPrice> last(String symbol) {
        return http.ask(new Request.Builder().url(quote.newBuilder().addQueryParameter("symbol", symbol).build())
                .header("X-Finnhub-Token", key.secret()).build()).map(FinnhubQuotes::read);
    }

    /// Of a symbol that it does not know, Finnhub says that everything is zero.
    static LastPrice read(JsonNode answer) {
        WireObject quote = WireObject.of(answer);
        long price = quote.nearest("c");
        long seconds = quote.whole("t");
        if (price <= 0 || seconds <= 0 || seconds > Long.MAX_VALUE / SECOND_NS) {
            throw Unreadable.malformed("no price of such a symbol");
        }
        return new LastPrice(price, seconds * SECOND_NS);
    }
}
