package org.gradus.adapters.venue.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gradus.adapters.venue.Call;
import org.gradus.adapters.venue.DataPlan;
import org.gradus.adapters.venue.Reply;
import org.gradus.adapters.venue.market.MadeQuotes;
import org.gradus.adapters.venue.market.Market;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Pages of history put together are the history, in whatever pieces it was asked for.
class HistoryPagingTest {
    private static final long START_NS = 1_700_000_000_000_000_000L;
    private static final long SECOND_NS = 1_000_000_000L;
    private static final String PAIRS = "BTC/USD,ETH/USD,SOL/USD";
    private final Market market = new Market(MadeQuotes.USUAL);
    private long endNs = START_NS;
    private final DataEndpoints endpoints = new DataEndpoints(market, () -> endNs, DataPlan.PLUS);

    /// Many prints share a time, as on real tapes.
    private void play(int prints, long seed) {
        Random random = new Random(seed);
        String[] pairs = PAIRS.split(",");
        for (int i = 0; i < prints; i++) {
            endNs += random.nextInt(3) == 0 ? random.nextInt(40) * SECOND_NS : 0;
            market.printAndQuote(pairs[random.nextInt(2)], BigDecimal.valueOf(10_000 + random.nextInt(500), 2),
                    BigDecimal.valueOf(1 + random.nextInt(900), 3), 'B', endNs);
        }
        market.time(endNs);
    }

    private JsonNode ask(String kind, Map<String, String> query) {
        Reply reply = reply(kind, query);
        assertEquals(200, reply.status(), () -> String.valueOf(reply.body()));
        return reply.body();
    }

    private Reply reply(String kind, Map<String, String> query) {
        Map<String, List<String>> all = new HashMap<>(Map.of("symbols", List.of(PAIRS), "start",
                List.of("2023-11-01")));
        if (kind.equals("bars")) {
            all.put("timeframe", List.of("1Min"));
        }
        query.forEach((name, value) -> all.put(name, List.of(value)));
        return endpoints.handle(new Call("GET", "/v1beta3/crypto/us/" + kind, all, "", ""));
    }

    private static List<String> flat(String kind, JsonNode page) {
        List<String> items = new ArrayList<>();
        page.get(kind).properties().forEach(symbol -> symbol.getValue().forEach(item ->
                items.add(symbol.getKey() + " " + item)));
        return items;
    }

    @ParameterizedTest
    @CsvSource({"trades,asc,1", "trades,asc,7", "trades,desc,7", "trades,desc,100", "quotes,asc,13", "quotes,desc,250",
            "bars,asc,1", "bars,asc,9", "bars,desc,9", "bars,desc,10000"})
    void pagesPutTogetherAreOneBigPage(String kind, String sort, int limit) {
        play(600, 11);
        JsonNode big = ask(kind, Map.of("sort", sort, "limit", "10000"));
        assertTrue(big.get("next_page_token").isNull());
        List<String> joined = new ArrayList<>();
        Map<String, String> query = new HashMap<>(Map.of("sort", sort, "limit", Integer.toString(limit)));
        JsonNode page = ask(kind, query);
        while (!page.get("next_page_token").isNull()) {
            List<String> items = flat(kind, page);
            assertEquals(limit, items.size());
            joined.addAll(items);
            query.put("page_token", page.get("next_page_token").stringValue());
            page = ask(kind, query);
        }
        joined.addAll(flat(kind, page));
        assertEquals(flat(kind, big), joined);
    }

    @Test
    void aPageStaysWhatItWasWhenMoreHappens() {
        play(300, 5);
        JsonNode first = ask("trades", Map.of("limit", "100", "symbols", "BTC/USD"));
        Map<String, String> second = Map.of("limit", "20", "symbols", "BTC/USD", "page_token",
                first.get("next_page_token").stringValue());
        List<String> before = flat("trades", ask("trades", second));
        play(300, 6);
        assertEquals(20, before.size());
        assertEquals(before, flat("trades", ask("trades", second)));
    }

    @Test
    void startAndEndAreIncluded() {
        for (int i = 0; i < 5; i++) {
            market.print("BTC/USD", BigDecimal.valueOf(101 + i), BigDecimal.ONE, 'B', START_NS + i * SECOND_NS);
        }
        List<String> found = flat("trades", ask("trades", Map.of("start", "2023-11-14T22:13:21Z", "end",
                "2023-11-14T23:13:23+01:00")));
        assertEquals(List.of("102", "103", "104"), found.stream().map(each -> each.replaceAll(".*\"p\":([0-9]+),.*",
                "$1")).toList());
    }

    @ParameterizedTest
    @CsvSource({"bars,1Min", "bars,1Month", "trades,1Min"})
    void theBeginningAndTheEndOfTimeMayBeAskedFor(String kind, String timeframe) {
        play(30, 2);
        assertEquals(flat(kind, ask(kind, Map.of("timeframe", timeframe))), flat(kind, ask(kind,
                Map.of("timeframe", timeframe, "start", "0001-01-01T00:00:00Z", "end", "9999-12-31"))));
    }

    @Test
    void whatIsNotKnownIsAnEmptyMap() {
        assertEquals("{\"bars\":{},\"next_page_token\":null}", ask("bars", Map.of("symbols", "DOGE/USD")).toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "limit|10001|invalid limit: larger than the allowed maximum of 10000", "limit|0|invalid limit:",
            "limit|many|invalid limit:", "timeframe|60Min|invalid timeframe: 60Min", "timeframe|5Month|invalid",
            "timeframe||timeframe is required",
            "start|0|Invalid format for parameter start: error parsing '0' as RFC3339 or 2006-01-02 time:",
            "end|yesterday|Invalid format for parameter end:", "sort|up|invalid sort",
            "page_token|x|invalid page_token",
            "page_token|eHx4fHg=|invalid page_token", "end|2023-10-01|end should not be before start",
            "symbols|BTCUSD|invalid symbol: BTCUSD does not match ^[A-Z]+x?/[A-Z]+$", "symbols||symbols is required",
            "symbols|BTC/USD,|invalid symbol:"})
    void refusesWhatCannotBeAnswered(String name, String value, String message) {
        Reply reply = reply("bars", Map.of(name, value == null ? "" : value));
        assertEquals(400, reply.status());
        assertTrue(reply.body().get("message").stringValue().startsWith(message), () -> reply.body().toString());
    }
}
