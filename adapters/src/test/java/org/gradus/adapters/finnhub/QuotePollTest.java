package org.gradus.adapters.finnhub;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.gradus.adapters.checks.Instruments;
import org.gradus.adapters.service.FakeService;
import org.gradus.adapters.wire.HandPace;
import org.gradus.adapters.wire.StreamSettings;
import org.gradus.engine.domain.FixedPoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QuotePollTest {
    private static final long MINUTE = 60_000_000_000L;

    private final List<String> told = new ArrayList<>();
    private final HandPace pace = new HandPace();
    private FakeService service;
    private FinnhubFeed feed;
    private QuotePoll poll;

    @BeforeEach
    void opens() throws IOException {
        service = new FakeService();
        FinnhubEndpoints endpoints = new FinnhubEndpoints(service.rest(), service.stream());
        feed = new FinnhubFeed(new FinnhubFeed.Access(service.http, endpoints, FakeService.key(), StreamSettings.USUAL,
                pace), List.of(new Subscription("BINANCE:BTCUSDT", Instruments.BTC, false),
                new Subscription("AAPL", Instruments.AAPL, false)), 0, told::add);
        poll = new QuotePoll(new FinnhubQuotes(service.http, endpoints, FakeService.key(), FinnhubQuotes.freePlan(),
                pace), feed, Duration.ofSeconds(10), pace, told::add);
    }

    @AfterEach
    void closes() {
        service.close();
    }

    private String quote(String price) {
        return "{\"c\":" + price + ",\"t\":" + pace.epochMs() / 1000 + "}";
    }

    @Test
    void asksForWhatTheStreamHasNotToldOf() throws InterruptedException {
        feed.board().seen(0, 7, pace.epochMs() * 1_000_000);
        service.answers(200, quote("261.5"));
        poll.round();
        assertEquals("/quote?symbol=AAPL", service.seen().getTarget());
        assertEquals(1, service.server.getRequestCount());
        assertEquals(FixedPoint.parse("261.5"), feed.latest(1).price());
        poll.round();
        assertEquals(1, service.server.getRequestCount());
        pace.pass(MINUTE);
        service.answers(200, quote("60000")).answers(200, quote("262"));
        poll.round();
        assertEquals(FixedPoint.parse("60000"), feed.latest(0).price());
        assertEquals(FixedPoint.parse("262"), feed.latest(1).price());
    }

    @Test
    void tellsAFailureOnceAndAsksNoMoreInThatRound() {
        for (int i = 0; i < 3; i++) {
            service.answers(401, "{\"error\":\"Invalid API key\"}");
            poll.round();
        }
        assertEquals(3, service.server.getRequestCount());
        assertEquals(List.of("Finnhub: status 401, {\"error\":\"Invalid API key\"}"), told);
    }
}
