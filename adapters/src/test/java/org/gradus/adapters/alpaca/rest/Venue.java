package org.gradus.adapters.alpaca.rest;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.gradus.adapters.alpaca.access.Credentials;
import org.gradus.adapters.service.FakeService;
import org.gradus.adapters.wire.HandPace;
import org.gradus.adapters.wire.WireHttp;

/// A scripted venue on this machine, and what a client of it needs.
public final class Venue extends FakeService {
    public static final String KEY_ID = "PKTESTKEYID0001";
    public static final String SECRET = "test-secret-0001-never-shown";

    public final HandPace pace = new HandPace();
    public final RequestBudget budget = new RequestBudget(200, 20);

    public Venue() throws IOException {
        super(WireHttp.client(new WireHttp.Times(Duration.ofSeconds(20), Duration.ofSeconds(20),
                Duration.ofSeconds(60), Duration.ofSeconds(20)), Sending.watch()));
    }

    public static Credentials.Paper keys() {
        return Credentials.Paper.from(Map.of("ALPACA_PAPER_KEY_ID", KEY_ID, "ALPACA_PAPER_SECRET_KEY", SECRET))
                .orElseThrow();
    }

    public RestTransport transport() {
        return new RestTransport(http, rest(), Optional.of(keys()), budget, pace);
    }

    /// One that does not wait long for an answer.
    RestTransport hurried() {
        return new RestTransport(http.newBuilder().readTimeout(Duration.ofMillis(300)).build(), rest(),
                Optional.of(keys()), budget, pace);
    }

    public RestTransport keyless() {
        return new RestTransport(http, rest(), Optional.empty(), budget, pace);
    }
}
