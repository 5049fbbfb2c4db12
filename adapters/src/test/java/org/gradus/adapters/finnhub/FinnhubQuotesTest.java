package org.gradus.adapters.finnhub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.gradus.adapters.service.FakeService;
import org.gradus.adapters.service.ServiceReply;
import org.gradus.adapters.wire.HandPace;
import org.gradus.adapters.wire.Mutations;
import org.gradus.adapters.wire.Unreadable;
import org.gradus.adapters.wire.WireJson;
import org.gradus.engine.domain.FixedPoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FinnhubQuotesTest {
    private static final long SECOND = 1_000_000_000L;
    private static final String QUOTE = "{\"c\":261.74,\"d\":-0.11,\"dp\":-0.042,\"h\":263.31,\"l\":260.68,"
            + "\"o\":261.07,\"pc\":261.85,\"t\":1795000000}";

    private FakeService service;
    private HandPace pace;
    private FinnhubQuotes quotes;

    @BeforeEach
    void opens() throws IOException {
        service = new FakeService();
        pace = new HandPace();
        quotes = new FinnhubQuotes(service.http, new FinnhubEndpoints(service.rest(), service.stream()),
                FakeService.key(), FinnhubQuotes.freePlan(), pace);
    }

    @AfterEach
    void closes() {
        service.close();
    }

    @Test
    void readsTheLastPriceWithoutLosingADigit() {
        service.answers(200, "{\"c\":0.123456789,\"t\":1795000001}").answers(200, QUOTE);
        assertEquals(given(123_456_789, 1_795_000_001), quotes.last("DUST"));
        assertEquals(given(FixedPoint.parse("261.74"), 1_795_000_000), quotes.last("AAPL"));
    }

    @Test
    void keepsTheKeyInAHeaderAndOutOfTheAddress() throws InterruptedException {
        service.answers(200, QUOTE);
        quotes.last("BINANCE:BTCUSDT");
        RecordedRequest request = service.seen();
        assertEquals("/quote?symbol=BINANCE%3ABTCUSDT", request.getTarget());
        assertEquals(FakeService.SECRET, request.getHeaders().get("X-Finnhub-Token"));
    }

    @Test
    void doesNotTakeTheZerosOfAnUnknownSymbolForAPrice() {
        service.answers(200, "{\"c\":0,\"d\":null,\"dp\":null,\"h\":0,\"l\":0,\"o\":0,\"pc\":0,\"t\":0}");
        assertInstanceOf(ServiceReply.Failed.class, quotes.last("NONE"));
    }

    @Test
    void asksNoMoreThanTheFreePlanAllows() {
        int given = 0;
        for (int i = 0; i < 90; i++) {
            service.answers(200, QUOTE);
            given += quotes.last("AAPL") instanceof ServiceReply.Given<?> ? 1 : 0;
            pace.pass(SECOND / 10);
        }
        assertEquals(60, given);
        assertEquals(60, service.server.getRequestCount());
    }

    @Test
    void waitsAfterARefusalAsLongAsItWasTold() {
        service.answers(429, "{\"error\":\"API limit reached.\"}", "Retry-After", "7").answers(200, QUOTE);
        assertEquals(new ServiceReply.Failed<>(429, "Finnhub: status 429, {\"error\":\"API limit reached.\"}"),
                quotes.last("AAPL"));
        assertEquals(new ServiceReply.Later<>(7 * SECOND), quotes.last("AAPL"));
        pace.pass(7 * SECOND);
        assertInstanceOf(ServiceReply.Given.class, quotes.last("AAPL"));
    }

    @Test
    void asksAnewWhereAnIdleConnectionHasBeenClosed() {
        service.server.enqueue(new MockResponse.Builder().body(QUOTE)
                .onResponseEnd(new SocketEffect.CloseSocket()).build());
        service.answers(200, QUOTE);
        assertInstanceOf(ServiceReply.Given.class, quotes.last("AAPL"));
        assertInstanceOf(ServiceReply.Given.class, quotes.last("AAPL"));
    }

    @Test
    void tellsNoFailureTogetherWithTheKey() {
        service.answers(401, "no such key: " + FakeService.SECRET).answers(302, "", "Location", "/elsewhere")
                .answers(200, "<html>" + FakeService.SECRET);
        for (int i = 0; i < 3; i++) {
            String failure = assertInstanceOf(ServiceReply.Failed.class, quotes.last("AAPL")).toString();
            assertFalse(failure.contains(FakeService.SECRET), failure);
        }
        assertEquals(3, service.server.getRequestCount());
        service.server.close();
        String failure = assertInstanceOf(ServiceReply.Failed.class, quotes.last("AAPL")).toString();
        assertFalse(failure.contains(FakeService.SECRET), failure);
    }

    @Test
    void survivesTenThousandHostileAnswers() {
        long seed = 20_261_125;
        Mutations hostile = Mutations.ofTexts(seed, List.of(QUOTE));
        int unreadable = 0;
        for (int i = 0; i < 10_000; i++) {
            byte[] answer = hostile.next();
            try {
                FinnhubQuotes.LastPrice price = FinnhubQuotes.read(WireJson.read(answer));
                assertTrue(price.price() > 0 && price.timeNs() > 0, "seed " + seed + ", answer " + i);
            } catch (Unreadable expected) {
                unreadable++;
            }
        }
        assertTrue(unreadable > 1_000, "seed " + seed);
    }

    @Test
    void refusesAddressesThatAreNotFinnhubs() {
        assertThrows(IllegalArgumentException.class,
                () -> new FinnhubEndpoints(URI.create("https://example.org"), service.stream()));
    }

    private static ServiceReply<FinnhubQuotes.LastPrice> given(long price, long seconds) {
        return new ServiceReply.Given<>(new FinnhubQuotes.LastPrice(price, seconds * SECOND));
    }
}
