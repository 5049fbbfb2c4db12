package org.gradus.adapters.alpaca.rest;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import org.gradus.adapters.alpaca.wire.AlpacaHttp;
import org.gradus.adapters.alpaca.wire.Credentials;

/// A scripted server on this machine, and what a client of it needs.
public final class Venue implements AutoCloseable {
    public static final String KEY_ID = "PKTESTKEYID0001";
    public static final String SECRET = "test-secret-0001-never-shown";

    public final MockWebServer server = new MockWebServer();
    public final HandPace pace = new HandPace();
    public final RequestBudget budget = new RequestBudget(200, 20);
    public final OkHttpClient http = AlpacaHttp.client(new AlpacaHttp.Times(Duration.ofSeconds(5),
            Duration.ofMillis(700), Duration.ofSeconds(20), Duration.ofSeconds(5)), Sending.watch());

    public Venue() throws IOException {
        server.start(InetAddress.getByName("127.0.0.1"), 0);
    }

    public static Credentials.Paper keys() {
        return Credentials.Paper.from(Map.of("ALPACA_PAPER_KEY_ID", KEY_ID, "ALPACA_PAPER_SECRET_KEY", SECRET))
                .orElseThrow();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getPort());
    }

    public RestTransport transport() {
        return new RestTransport(http, address(), Optional.of(keys()), budget, pace);
    }

    public RestTransport keyless() {
        return new RestTransport(http, address(), Optional.empty(), budget, pace);
    }

    public Venue answers(int status, String body, String... headers) {
        MockResponse.Builder response = new MockResponse.Builder().code(status).body(body);
        for (int i = 0; i < headers.length; i += 2) {
            response.addHeader(headers[i], headers[i + 1]);
        }
        server.enqueue(response.build());
        return this;
    }

    /// The next request the server has seen.
    public RecordedRequest seen() throws InterruptedException {
        RecordedRequest request = server.takeRequest(20, TimeUnit.SECONDS);
        if (request == null) {
            throw new AssertionError("no request came");
        }
        return request;
    }

    @Override
    public void close() {
        AlpacaHttp.close(http);
        server.close();
    }
}
