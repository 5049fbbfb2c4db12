package org.gradus.adapters.alpaca.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.gradus.adapters.alpaca.rest.Answer.Given;
import org.gradus.adapters.alpaca.rest.Answer.NotSent;
import org.gradus.adapters.alpaca.rest.Answer.Refused;
import org.gradus.adapters.alpaca.rest.Answer.Unknown;
import org.gradus.adapters.wire.WireJson;
import org.gradus.engine.message.NotSentReason;
import org.gradus.engine.message.UnknownReason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class RestTransportTest {
    private static final Target ORDERS = Target.of("v2", "orders");

    private final Venue venue = new Venue();

    RestTransportTest() throws IOException {
    }

    @AfterEach
    void close() {
        venue.close();
    }

    private Answer<JsonNode> asked() {
        return venue.transport().get(ORDERS, Urgency.ROUTINE);
    }

    private Answer<JsonNode> posted() {
        return posted(venue.transport());
    }

    private static Answer<JsonNode> posted(RestTransport transport) {
        return transport.send("POST", ORDERS, WireJson.object().put("qty", "1"), Urgency.ENTRY);
    }

    private UnknownReason unknown(Answer<JsonNode> answer) {
        return assertInstanceOf(Unknown.class, answer, answer::toString).reason();
    }

    private NotSent<?> notSent(Answer<JsonNode> answer) {
        return assertInstanceOf(NotSent.class, answer, answer::toString);
    }

    @Test
    void sendsTheKeysAsHeadersAndKeepsTheRequestId() throws InterruptedException {
        venue.answers(200, "{\"a\":1}", "X-Request-ID", "req-1");
        Given<?> given = assertInstanceOf(Given.class, asked());
        assertEquals("req-1 {\"a\":1}", given.requestId() + " " + given.value());
        var seen = venue.seen();
        assertEquals(Venue.KEY_ID, seen.getHeaders().get("apca-api-key-id"));
        assertEquals(Venue.SECRET, seen.getHeaders().get("apca-api-secret-key"));
        assertFalse(seen.getTarget().contains(Venue.KEY_ID));
    }

    @Test
    void sendsNoKeysWhereNoneAreNeeded() throws InterruptedException {
        venue.answers(200, "{}");
        venue.keyless().get(ORDERS, Urgency.HISTORY);
        assertNull(venue.seen().getHeaders().get("apca-api-key-id"));
    }

    @Test
    void encodesThePartsOfAPath() throws InterruptedException {
        venue.answers(200, "{}");
        venue.transport().get(Target.of("v2", "assets", "BTC/USD").with("page_token", "a+b=/&"), Urgency.ROUTINE);
        assertEquals("/v2/assets/BTC%2FUSD?page_token=a%2Bb%3D%2F%26", venue.seen().getTarget());
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504})
    void asksAgainWhileAFailureIsOfTheKindThatPasses(int status) {
        venue.answers(status, "<html>busy</html>").answers(status, "").answers(200, "{}");
        assertInstanceOf(Given.class, asked());
        assertEquals(3, venue.server.getRequestCount());
    }

    @Test
    void waitsLongerEachTimeAndGivesUp() {
        for (int i = 0; i < 5; i++) {
            venue.answers(503, "");
        }
        assertEquals(UnknownReason.SERVER_ERROR, unknown(asked()));
        assertEquals(4, venue.server.getRequestCount());
        assertEquals(List.of(250_000_000L, 500_000_000L, 1_000_000_000L), venue.pace.pausesNs());
    }

    @Test
    void waitsAsLongAsTheVenueAsks() {
        venue.answers(429, "", "Retry-After", "7").answers(200, "{}");
        assertInstanceOf(Given.class, asked());
        assertEquals(7_000_000_000L, venue.pace.pausesNs().stream().mapToLong(Long::longValue).sum());
    }

    @Test
    void understandsADateToWaitFor() {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(Instant
                .ofEpochMilli(venue.pace.epochMs() + 9_000).atOffset(ZoneOffset.UTC));
        venue.answers(503, "", "Retry-After", date).answers(200, "{}");
        assertInstanceOf(Given.class, asked());
        assertEquals(9_000_000_000L, venue.pace.pausesNs().getFirst(), 1_000_000_000L);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 500, 502, 503, 504})
    void neverRepeatsAnOrderAndCallsItsFateUnknown(int status) {
        venue.answers(status, "").answers(200, "{}");
        assertEquals(UnknownReason.SERVER_ERROR, unknown(posted()));
        assertEquals(1, venue.server.getRequestCount());
    }

    @Test
    void anOrderTurnedAwayForTheRateWasNotSent() {
        venue.answers(429, "{\"code\":42910000,\"message\":\"rate limit exceeded\"}");
        assertEquals(NotSentReason.RATE_LIMIT, notSent(posted()).reason());
        assertEquals(1, venue.server.getRequestCount());
        assertEquals(1_000_000_000L, venue.budget.takeNs(Urgency.URGENT, venue.pace.nowNs()));
    }

    @Test
    void anOrderThatCouldNotLeaveWasNotSent() {
        RestTransport transport = venue.transport();
        venue.server.close();
        NotSent<?> notSent = notSent(transport.send("POST", ORDERS, WireJson.object(), Urgency.ENTRY));
        assertEquals(NotSentReason.VENUE_DOWN, notSent.reason());
    }

    @Test
    void anOrderIsUnknownWhenTheConnectionBreaksBeforeTheAnswer() {
        venue.server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket()).build());
        assertEquals(UnknownReason.DROPPED, unknown(posted()));
    }

    @Test
    void anOrderIsUnknownWhenTheConnectionBreaksWithinTheAnswer() {
        venue.server.enqueue(new MockResponse.Builder().body("{\"id\":\"".repeat(1_000))
                .onResponseBody(new SocketEffect.CloseSocket()).build());
        assertEquals(UnknownReason.DROPPED, unknown(posted()));
    }

    @Test
    void anOrderIsUnknownWhenNoAnswerComes() {
        venue.server.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
        assertEquals(UnknownReason.TIMEOUT, unknown(posted(venue.hurried())));
    }

    @Test
    void anOrderIsUnknownWhenTheAnswerCannotBeRead() {
        venue.answers(200, "<html>ok?</html>", "X-Request-ID", "req-9");
        Unknown<?> unknown = assertInstanceOf(Unknown.class, posted());
        assertEquals(UnknownReason.UNPARSABLE, unknown.reason());
        assertTrue(unknown.detail().contains("req-9"), unknown.detail());
    }

    @Test
    void aRedirectNeverCarriesTheKeysOn() throws IOException {
        try (Venue elsewhere = new Venue()) {
            elsewhere.answers(200, "{}");
            for (int status : new int[] {301, 302, 307, 308}) {
                venue.answers(status, "", "Location", elsewhere.rest() + "/v2/orders");
                assertEquals(UnknownReason.UNPARSABLE, unknown(asked()));
            }
            venue.answers(307, "", "Location", elsewhere.rest() + "/v2/orders");
            assertEquals(UnknownReason.UNPARSABLE, unknown(posted()));
            assertEquals(0, elsewhere.server.getRequestCount());
        }
    }

    @Test
    void readsARefusalByItsCode() {
        venue.answers(403, "{\"code\":40310000,\"message\":\"insufficient buying power\",\"buying_power\":\"1\"}",
                "X-Request-ID", "req-2");
        Refusal refusal = assertInstanceOf(Refused.class, posted()).refusal();
        assertEquals("403 (40310000): insufficient buying power, request req-2", refusal.toString());
        assertEquals(Set.of("buying_power"), refusal.extra());
    }

    @Test
    void readsARefusalThatIsAPageOrNothing() {
        venue.answers(401, "<html><h1>401</h1> Authorization Required</html>").answers(404, "");
        assertEquals("401: 401 Authorization Required; the paper keys, read from ALPACA_PAPER_KEY_ID and "
                + "ALPACA_PAPER_SECRET_KEY, are refused at a venue on this machine, " + venue.rest(),
                assertInstanceOf(Refused.class, posted()).refusal().toString());
        assertEquals("404", assertInstanceOf(Refused.class, posted()).refusal().toString());
    }

    @Test
    void tellsTheBudgetWhatTheHeadersSay() {
        venue.answers(200, "{}", "X-RateLimit-Limit", "50", "X-RateLimit-Remaining", "0", "X-RateLimit-Reset",
                String.valueOf(venue.pace.epochMs() / 1_000 + 30));
        asked();
        assertEquals(50, venue.budget.perMinute());
        assertTrue(venue.budget.takeNs(Urgency.URGENT, venue.pace.nowNs()) > 20_000_000_000L);
    }

    @Test
    void anEntryDoesNotWaitLongForRoom() {
        venue.budget.refused(5_000_000_000L, venue.pace.nowNs());
        assertEquals(NotSentReason.RATE_LIMIT, notSent(posted()).reason());
        assertEquals(0, venue.server.getRequestCount());
    }

    @Test
    void aCancelWaitsForRoom() {
        venue.answers(204, "");
        venue.budget.refused(5_000_000_000L, venue.pace.nowNs());
        assertInstanceOf(Given.class, venue.transport().send("DELETE", ORDERS, null, Urgency.URGENT));
        assertEquals(List.of(5_000_000_000L), venue.pace.pausesNs());
    }

    @Test
    void showsNoKeyWhateverHappens() {
        String echo = "{\"message\":\"bad key " + Venue.KEY_ID + " " + Venue.SECRET + "\"}";
        venue.answers(403, echo, "X-Request-ID", Venue.SECRET).answers(500, echo).answers(200, "not json " + echo)
                .answers(400, "<b>" + echo);
        StringBuilder told = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            Answer<JsonNode> answer = posted();
            told.append(answer).append(answer.failure());
        }
        assertFalse(told.toString().contains(Venue.KEY_ID) || told.toString().contains(Venue.SECRET), told::toString);
    }
}
