package org.gradus.adapters.venue.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.gradus.adapters.venue.Reply;
import org.gradus.adapters.venue.VenueJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VenueServerTest {
    private static final String CRYPTO_BARS = "/v1beta3/crypto/us/latest/bars?symbols=BTC/USD";
    private static final String STOCK_BARS = "/v2/stocks/bars/latest?symbols=AAPL";

    @Test
    void answersWithoutKeysWithAPageInHtml() {
        try (VenueRig rig = new VenueRig()) {
            for (String path : List.of("/v2/account", STOCK_BARS)) {
                VenueRig.Answer answer = rig.get(path);
                assertEquals(401, answer.status());
                assertTrue(answer.header("content-type").startsWith("text/html"));
                assertTrue(answer.body().contains("<h1>401 Authorization Required</h1>"));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"APCA-API-KEY-ID,PKTEST,APCA-API-SECRET-KEY,wrong", "APCA-API-KEY-ID,PKTEST,X,y",
            "apca-api-key-id,PKTEST,apca-api-secret-key,another-secret", "Authorization,Bearer nothing,X,y",
            "Authorization,Basic !!,X,y", "Authorization,Digest x,X,y"})
    void answersWrongKeysInJsonEvenWhereNoneAreNeeded(String name, String value, String otherName, String other) {
        try (VenueRig rig = new VenueRig()) {
            for (String path : List.of("/v2/account", STOCK_BARS, CRYPTO_BARS)) {
                VenueRig.Answer answer = rig.get(path, name, value, otherName, other);
                assertEquals(401, answer.status());
                assertEquals("{\"message\":\"unauthorized.\"}", answer.body());
            }
        }
    }

    @Test
    void takesKeysInEveryForm() {
        try (VenueRig rig = new VenueRig()) {
            String basic = Base64.getEncoder().encodeToString("PKOTHER:another-secret".getBytes());
            assertEquals(200, rig.get("/v2/account", "apca-api-key-id", "PKTEST", "apca-api-secret-key", "the-secret")
                    .status());
            assertEquals(200, rig.get("/v2/account", "Authorization", "Basic " + basic).status());
            assertEquals(200, rig.get("/v2/account", "Authorization", "Bearer the-secret").status());
            assertEquals(List.of("PKTEST", "PKOTHER", "PKTEST"), rig.calls.stream().map(call -> call.account())
                    .toList());
        }
    }

    @Test
    void givesMarketDataOfCoinsWithoutKeys() {
        try (VenueRig rig = new VenueRig()) {
            assertEquals("{\"bars\":{}}", rig.get(CRYPTO_BARS).body());
        }
    }

    @ParameterizedTest
    @CsvSource({"/v2/assets/BTC%2FUSD,/v2/assets/BTC/USD", "/v2/assets/BTC/USD,/v2/assets/BTC/USD",
            "/v2/orders:by_client_order_id,/v2/orders:by_client_order_id", "/v2/orders%3Aby_client_order_id,"
            + "/v2/orders:by_client_order_id", "/v2/positions/%C3%A4+b,/v2/positions/ä+b", "//v2,//v2"})
    void decodesPathsAsTheyCome(String raw, String decoded) {
        try (VenueRig rig = new VenueRig()) {
            rig.ask(raw);
            assertEquals(decoded.startsWith("/v") ? List.of(decoded) : List.of(),
                    rig.calls.stream().map(call -> call.path()).toList());
        }
    }

    @ParameterizedTest
    @CsvSource({"/v2/assets/%zz", "/v2/assets/%f0%28%8c%28", "/v2/assets/%"})
    void refusesPathsThatAreNoText(String path) {
        try (VenueRig rig = new VenueRig()) {
            int status = rig.ask(path).status();
            assertEquals(400, status);
            assertEquals(List.of(), List.copyOf(rig.calls));
        }
    }

    @Test
    void answersHeadAsGetWithoutABody() {
        try (VenueRig rig = new VenueRig()) {
            VenueRig.Answer answer = rig.send("HEAD", "/v2/clock", null, "APCA-API-KEY-ID", "PKTEST",
                    "APCA-API-SECRET-KEY", "the-secret");
            assertEquals(200, answer.status());
            assertEquals("", answer.body());
            assertEquals("GET", rig.calls.remove().method());
        }
    }

    @ParameterizedTest
    @CsvSource({"TRACE", "PROPFIND", "LOCK", "OPTIONS"})
    void handsOverEveryMethod(String method) {
        try (VenueRig rig = new VenueRig()) {
            rig.trading = _ -> new Reply(404, VenueJson.message("endpoint not found."));
            VenueRig.Answer answer = rig.send(method, "/v2/account", null, "APCA-API-KEY-ID", "PKTEST",
                    "APCA-API-SECRET-KEY", "the-secret");
            assertEquals(404, answer.status());
            assertEquals("endpoint not found.", answer.json().get("message").asString());
            assertNotNull(answer.header("x-request-id"));
            assertEquals(method, rig.calls.remove().method());
        }
    }

    @Test
    void handsOverMethodQueryAndBody() {
        try (VenueRig rig = new VenueRig()) {
            rig.trading = _ -> new Reply(204, null);
            VenueRig.Answer answer = rig.send("DELETE", "/v2/orders/1?a=b%2Fc&a=d", null, "APCA-API-KEY-ID", "PKTEST",
                    "APCA-API-SECRET-KEY", "the-secret");
            rig.send("POST", "/v2/orders", "{\"qty\": 1}", "APCA-API-KEY-ID", "PKTEST", "APCA-API-SECRET-KEY",
                    "the-secret");

            assertEquals(204, answer.status());
            assertEquals("", answer.body());
            var call = rig.calls.remove();
            assertEquals("DELETE", call.method());
            assertEquals(Map.of("a", List.of("b/c", "d")), call.query());
            assertEquals("{\"qty\": 1}", rig.calls.remove().body());
        }
    }

    @Test
    void refusesBodiesBeyondAMegabyteAsTheProxyDoes() {
        try (VenueRig rig = new VenueRig()) {
            VenueRig.Answer answer = rig.send("POST", "/v2/orders", "x".repeat((1 << 20) + 1), "APCA-API-KEY-ID",
                    "PKTEST", "APCA-API-SECRET-KEY", "the-secret");
            assertEquals(413, answer.status());
            assertTrue(answer.body().contains("<h1>413 "), answer.body());
            assertEquals(List.of(), List.copyOf(rig.said));
        }
    }

    @Test
    void refusesUnknownPathsInJson() {
        try (VenueRig rig = new VenueRig()) {
            rig.trading = _ -> new Reply(404, VenueJson.message("endpoint not found."));
            for (String path : List.of("/", "/nothing", "/v2/nothing", "/v2/stocks/nothing", "/v1beta3/crypto/us/x")) {
                VenueRig.Answer answer = rig.ask(path);
                assertEquals(404, answer.status(), path);
                assertTrue(answer.json().has("message"), path);
            }
        }
    }

    @Test
    void showsAFullBudgetAndAnIdOnEveryAnswer() {
        try (VenueRig rig = new VenueRig()) {
            VenueRig.Answer first = rig.ask("/v2/account");
            VenueRig.Answer second = rig.get(CRYPTO_BARS);
            assertNotNull(first.header("x-request-id"));
            assertNotEquals(first.header("x-request-id"), second.header("x-request-id"));
            for (VenueRig.Answer answer : List.of(first, second)) {
                assertEquals("200", answer.header("x-ratelimit-limit"));
                assertEquals("199", answer.header("x-ratelimit-remaining"));
                assertTrue(Long.parseLong(answer.header("x-ratelimit-reset")) > 0);
            }
        }
    }

    @Test
    void refusesWhatIsBeyondTheBudgetOfTradingAndOfDataApart() {
        try (VenueRig rig = new VenueRig(settings -> settings.withBudget(3))) {
            List<Integer> trading = java.util.stream.IntStream.range(0, 10)
                    .mapToObj(_ -> rig.ask("/v2/account").status()).toList();
            VenueRig.Answer refused = rig.ask("/v2/account");
            // A new minute may begin between any two of them.
            assertTrue(trading.stream().filter(status -> status == 200).count() <= 6);
            assertTrue(trading.contains(429));
            if (refused.status() == 429) {
                assertEquals("{\"code\":42910000,\"message\":\"rate limit exceeded\"}", refused.body());
                assertEquals("0", refused.header("x-ratelimit-remaining"));
            }
            assertEquals(200, rig.ask(CRYPTO_BARS).status());
        }
    }

    @Test
    void tellsAFaultOfItsOwnAsFiveHundred() {
        try (VenueRig rig = new VenueRig()) {
            rig.trading = _ -> {
                throw new IllegalStateException("broken");
            };
            VenueRig.Answer answer = rig.ask("/v2/account");
            assertEquals(500, answer.status());
            assertEquals("{\"code\":50010000,\"message\":\"internal server error\"}", answer.body());
            assertEquals("GET /v2/account failed: java.lang.IllegalStateException: broken", rig.said.remove());
        }
    }
}
