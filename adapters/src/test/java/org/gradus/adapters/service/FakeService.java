package org.gradus.adapters.service;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import org.gradus.adapters.wire.WireHttp;

/// A scripted server on this machine, a client for it, and the key it wants.
public class FakeService implements AutoCloseable {
    public static final String SECRET = "k3y-never+shown/0001";

    public final MockWebServer server = new MockWebServer();
    public final OkHttpClient http;

    public FakeService() throws IOException {
        this(ServiceHttp.client(new WireHttp.Times(Duration.ofSeconds(20), Duration.ofSeconds(20),
                Duration.ofSeconds(60), Duration.ofSeconds(20))));
    }

    protected FakeService(OkHttpClient http) throws IOException {
        this.http = http;
        server.start(InetAddress.getByName("127.0.0.1"), 0);
    }

    public static ServiceKey key() {
        return ServiceKey.from(Map.of("SOME_KEY", SECRET), "SOME_KEY").orElseThrow();
    }

    public URI rest() {
        return URI.create("http://127.0.0.1:" + server.getPort());
    }

    public URI stream() {
        return URI.create("ws://127.0.0.1:" + server.getPort());
    }

    public FakeService answers(int status, String body, String... headers) {
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
        WireHttp.close(http);
        server.close();
    }
}
