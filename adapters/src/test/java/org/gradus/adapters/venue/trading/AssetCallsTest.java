package org.gradus.adapters.venue.trading;

import static org.gradus.adapters.venue.trading.VenueRig.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradus.adapters.venue.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Assets, clock and calendar.
class AssetCallsTest {
    private final VenueRig venue = new VenueRig();

    @ParameterizedTest
    @ValueSource(strings = {"BTCUSD", "BTC/USD", "276e2673-764b-4ab6-a611-caf665ca6340",
        "276E2673-764B-4AB6-A611-CAF665CA6340"})
    void anAssetIsFoundByEverySpelling(String spelling) {
        JsonNode asset = venue.get("/v2/assets/" + spelling);
        assertEquals("BTC/USD", asset.get("symbol").asString());
        assertEquals("crypto", asset.get("class").asString());
        assertEquals("0.01", asset.get("price_increment").asString());
        assertEquals("0.000000001", asset.get("min_trade_increment").asString());
        assertEquals("0.000016", asset.get("min_order_size").asString());
        assertTrue(asset.get("maintenance_margin_requirement").isNumber());
        assertFalse(asset.get("marginable").asBoolean());
    }

    @Test
    void anUnknownAssetIsNotFound() {
        refused(venue.call("GET", "/v2/assets/NONE", ""), 404, 40410000, "asset not found for NONE");
    }

    @Test
    void assetsAreStocksUnlessAskedForCoins() {
        assertTrue(venue.get("/v2/assets").valueStream()
            .allMatch(asset -> asset.get("class").asString().equals("us_equity") && !asset.has("price_increment")));
        assertTrue(venue.get("/v2/assets?asset_class=crypto&status=active").valueStream()
            .allMatch(asset -> asset.get("class").asString().equals("crypto")));
        assertEquals(0, venue.get("/v2/assets?status=inactive").size());
    }

    @Test
    void whatTheTapeBringsIsListed() {
        venue.quote("NEW/USD", "1", "1.1").quote("XYZ", "10", "10.1");
        assertEquals("NEW/USD", venue.get("/v2/assets/NEWUSD").get("symbol").asString());
        assertEquals("us_equity", venue.get("/v2/assets/XYZ").get("class").asString());
    }

    @Test
    void theClockSpeaksNewYorkWithAFraction() {
        venue.at("2026-11-23T15:15:07.123456789Z");
        assertEquals("{\"timestamp\":\"2026-11-23T10:15:07.123456789-05:00\",\"is_open\":true,"
            + "\"next_open\":\"2026-11-24T09:30:00-05:00\",\"next_close\":\"2026-11-23T16:00:00-05:00\"}",
            venue.get("/v2/clock").toString());
    }

    @Test
    void theClockKnowsTheWeekendAndKeepsItsFraction() {
        venue.at("2026-11-21T15:00:00Z");
        JsonNode clock = venue.get("/v2/clock");
        assertEquals("2026-11-21T10:00:00.000000000-05:00", clock.get("timestamp").asString());
        assertFalse(clock.get("is_open").asBoolean());
        assertEquals("2026-11-23T09:30:00-05:00", clock.get("next_open").asString());
    }

    @Test
    void theCalendarLeavesHolidaysOutAndClosesEarly() {
        assertEquals("[{\"date\":\"2026-11-25\",\"open\":\"09:30\",\"close\":\"16:00\",\"session_open\":\"0400\","
            + "\"session_close\":\"2000\",\"settlement_date\":\"2026-11-27\"},{\"date\":\"2026-11-27\","
            + "\"open\":\"09:30\",\"close\":\"13:00\",\"session_open\":\"0400\",\"session_close\":\"1700\","
            + "\"settlement_date\":\"2026-11-30\"}]", venue.get("/v2/calendar?start=2026-11-25&end=2026-11-29")
            .toString());
    }

    @Test
    void aCalendarDoesNotKeepTheExchangeBusy() {
        int days = venue.exchange.step(() -> CompletableFuture.supplyAsync(() ->
            venue.get("/v2/calendar?start=2026-11-25&end=2026-11-29").size()).orTimeout(20, TimeUnit.SECONDS).join());
        assertEquals(2, days);
    }

    @ParameterizedTest
    @CsvSource({"2013, 252", "2018, 251", "2019, 252", "2020, 253", "2021, 252", "2022, 251", "2023, 250",
        "2024, 252", "2025, 250"})
    void aYearHasAsManyTradingDaysAsTheExchangeHad(String year, int days) {
        assertEquals(days, venue.get("/v2/calendar?start=" + year + "-01-01&end=" + year + "-12-31").size());
    }

    @Test
    void daysThatAreNoDaysAreRefused() {
        for (String query : List.of("/v2/calendar?start=soon", "/v2/calendar?end=2026-02-30",
                "/v2/calendar?date_type=X", "/v3/calendar/NYSE?start=2026-13-01", "/v3/calendar/NYSE?timezone=PST",
                "/v3/calendar/MOON", "/v3/clock?time=soon", "/v3/clock?markets=MOON")) {
            Reply reply = venue.call("GET", query, "");
            assertEquals(400, reply.status(), query);
            assertTrue(reply.body().get("message").isString(), query);
        }
    }

    @Test
    void theCalendarIsReadByTheDayOfSettlementToo() {
        assertEquals(List.of("2026-11-23", "2026-11-24", "2026-11-25"), venue
            .get("/v2/calendar?start=2026-11-24&end=2026-11-27T00:00:00Z&date_type=SETTLEMENT").valueStream()
            .map(day -> day.get("date").asString()).toList());
    }

    @Test
    void assetsAreSortedByExchangeAndSymbolAndFilteredByAttribute() {
        List<String> sorted = venue.get("/v2/assets").valueStream().map(asset -> asset.get("symbol").asString())
            .toList();
        assertEquals(List.of("IWM", "SPY", "AAPL"), sorted.subList(0, 3));
        assertEquals("BAC", sorted.getLast());
        assertEquals(sorted.size(), venue.get("/v2/assets?attributes=ipo,fractional_eh_enabled").size());
        assertEquals(0, venue.get("/v2/assets?attributes=ipo").size());
        assertEquals("AAPL", venue.get("/v2/assets/037833100").get("symbol").asString());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T12:00:00Z, NYSE, true 11-23T09:30-05:00 11-23T16:00-05:00 pre 11-23T09:30-05:00",
        "2026-11-23T15:00:00Z, XNAS, true 11-24T09:30-05:00 11-23T16:00-05:00 core 11-23T16:00-05:00",
        "2026-11-26T15:00:00Z, IEX, false 11-27T09:30-05:00 11-27T13:00-05:00 closed 11-27T04:00-05:00",
        "2026-11-27T18:00:00Z, OTC, true 11-30T09:30-05:00 11-30T16:00-05:00 post 11-27T17:00-05:00",
        "2026-12-24T13:00:00Z, LSE, true 12-29T08:00+00:00 12-29T16:30+00:00 closed 12-29T08:00+00:00",
        "2026-12-24T13:00:00Z, XETRA, false 12-28T09:00+01:00 12-28T17:30+01:00 closed 12-28T09:00+01:00"})
    void aClockTellsThePhaseOfEachMarket(String time, String market, String told) {
        JsonNode clock = venue.get("/v3/clock?markets=" + market + "&time=" + time).get("clocks").get(0);
        assertEquals(told, Stream.of("is_market_day", "next_market_open", "next_market_close", "phase", "phase_until")
            .map(name -> clock.get(name).asString().replace("2026-", "").replaceFirst(":00(?=[+-])", ""))
            .collect(Collectors.joining(" ")));
    }

    @Test
    void aClockShowsSeveralMarketsAndTheirNames() {
        JsonNode clocks = venue.get("/v3/clock?markets=NYSE,LSE").get("clocks");
        assertEquals("{\"mic\":\"XNYS\",\"name\":\"New York Stock Exchange\",\"acronym\":\"NYSE\","
            + "\"timezone\":\"America/New_York\"}", clocks.get(0).get("market").toString());
        assertEquals("Europe/London", clocks.get(1).get("market").get("timezone").asString());
        assertEquals("2026-11-23T10:00:00.000000000-05:00", clocks.get(0).get("timestamp").asString());
        assertEquals(1, venue.get("/v3/clock").get("clocks").size());
    }

    @Test
    void aMarketsCalendarHasItsSessions() {
        assertEquals("[{\"date\":\"2026-11-27\",\"pre_start\":\"2026-11-27T04:00:00-05:00\","
            + "\"pre_end\":\"2026-11-27T09:30:00-05:00\",\"core_start\":\"2026-11-27T09:30:00-05:00\","
            + "\"core_end\":\"2026-11-27T13:00:00-05:00\",\"post_start\":\"2026-11-27T13:00:00-05:00\","
            + "\"post_end\":\"2026-11-27T17:00:00-05:00\",\"settlement_date\":\"2026-11-30\"}]",
            venue.get("/v3/calendar/NYSE?start=2026-11-26&end=2026-11-29").get("calendar").toString());
        assertEquals("[{\"date\":\"2026-12-24\",\"core_start\":\"2026-12-24T08:00:00Z\","
            + "\"core_end\":\"2026-12-24T13:05:00Z\",\"settlement_date\":\"2026-12-29\"}]",
            venue.get("/v3/calendar/XPAR?start=2026-12-24&end=2026-12-27&timezone=UTC").get("calendar").toString());
        assertEquals(5, venue.get("/v3/calendar/xlon").get("calendar").size() - 1);
    }
}
