package org.gradus.adapters.venue.trading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.gradus.adapters.venue.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever a client sends is answered.
class HostileCallTest {
    private static final int CALLS = 10_000;
    private static final String BODY = "{\"symbol\":\"BTC/USD\",\"side\":\"buy\",\"type\":\"limit\",\"qty\":\"0.001\","
        + "\"time_in_force\":\"gtc\",\"limit_price\":\"59000\",\"order_class\":\"\",\"take_profit\":null}";
    private static final String JUNK = "{}[]\",:0e9-+.nultrfa\\u\u0000\u20ac\ud800 ";
    private static final List<String> TARGETS = List.of("/v2/orders", "/v2/orders?status=all&limit=5&after=2026-11-23",
        "/v2/orders/x", "/v2/positions/BTC/USD?percentage=10",
        "/v2/account/activities/FILL?page_size=3&date=2026-01-01",
        "/v2/account/portfolio/history?period=1D&timeframe=1Min", "/v2/calendar?start=2026-01-01&end=2026-02-01",
        "/v2/assets?asset_class=crypto", "/v2/account/configurations",
        "/v2/orders:by_client_order_id?client_order_id=a");
    private final VenueRig venue = new VenueRig().quote("BTC/USD", "60000", "60010");

    @Test
    void damagedCallsAreAnsweredAndNeverBreakTheVenue() {
        SplittableRandom random = new SplittableRandom(7);
        List<String> methods = List.of("GET", "POST", "PATCH", "DELETE");
        for (int i = 0; i < CALLS; i++) {
            String target = damaged(TARGETS.get(random.nextInt(TARGETS.size())), random, 2);
            String method = methods.get(random.nextInt(methods.size()));
            Reply reply = venue.call(method, random.nextInt(2) == 0 ? "/v2/orders" : target, damaged(BODY, random, 4));
            assertTrue(reply.status() >= 200 && reply.status() < 500, () -> method + " " + target + " " + reply);
        }
        assertEquals(200, venue.call("GET", "/v2/account", "").status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "3", "{", "null", "\"text\"", "{\"a\":}"})
    void whatIsNoJsonObjectIsRefused(String body) {
        Reply reply = venue.call("POST", "/v2/orders", body);
        assertEquals(400, reply.status());
        assertNotNull(reply.body().get("message"));
    }

    @Test
    void deepNestingIsRefused() {
        assertEquals(400, venue.call("POST", "/v2/orders", "{\"a\":".repeat(50_000)).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1e-999999999", "0", "-1", "NaN", "Infinity", "1e16", "0x10", "1_000", "ten",
        "99999999999999999999999999999999999999999999999"})
    void numbersThatNobodyMeansAreRefused(String number) {
        Reply reply = venue.post("{'symbol':'BTC/USD','side':'buy','type':'market','time_in_force':'gtc','qty':'"
            + number + "'}");
        assertEquals(422, reply.status());
        assertEquals(40010001, reply.body().get("code").asInt());
    }

    @Test
    void numbersMayBeNumbersOrTexts() {
        assertEquals(200, venue.post("{'symbol':'BTC/USD','side':'buy','type':'limit','time_in_force':'gtc',"
            + "'qty':1e-3,'limit_price':59000.01,'something':{'else':[1]}}").status());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "{}|symbol is required",
        "{'symbol':'NONE'}|could not find asset \"NONE\"",
        "{'symbol':'AAPL','side':'buy','time_in_force':'day','qty':1}|type is required",
        "{'symbol':'AAPL','side':'buy','type':'market','qty':1}|time_in_force is required",
        "{'symbol':'AAPL','type':'market','time_in_force':'day','qty':1}|side is required",
        "{'symbol':'AAPL','side':'buy','type':'market','time_in_force':'day'}|qty or notional is required",
        "{'symbol':'AAPL','side':'buy','type':'market','time_in_force':'day','qty':1,'notional':5}"
            + "|only one of qty or notional is accepted",
        "{'symbol':'AAPL','side':'buy','type':'market','time_in_force':'day','qty':1,'limit_price':5}"
            + "|market orders require no stop or limit price",
        "{'symbol':'AAPL','side':'buy','type':'limit','time_in_force':'day','qty':1}"
            + "|limit orders require a limit price",
        "{'symbol':'AAPL','side':'buy','type':'stop','time_in_force':'day','qty':1}|stop orders require a stop price",
        "{'symbol':'AAPL','side':'buy','type':'stop_limit','time_in_force':'day','qty':1,'stop_price':2}"
            + "|stop limit orders require both stop and limit price"})
    void whatIsMissingIsNamed(String body, String message) {
        VenueRig.refused(venue.post(body), 422, 40010001, message);
    }

    private static String damaged(String text, SplittableRandom random, int most) {
        StringBuilder damaged = new StringBuilder(text);
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            int at = random.nextInt(damaged.length());
            char junk = JUNK.charAt(random.nextInt(JUNK.length()));
            switch (random.nextInt(3)) {
                case 0 -> damaged.setCharAt(at, junk);
                case 1 -> damaged.insert(at, junk);
                default -> damaged.delete(at, Math.min(damaged.length() - 1, at + 1 + random.nextInt(5)));
            }
        }
        return damaged.toString();
    }
}
