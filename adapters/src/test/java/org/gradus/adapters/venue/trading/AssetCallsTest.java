package org.gradus.adapters.venue.trading;

import static org.gradus.adapters.venue.trading.VenueRig.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Assets, clock and calendar.
class AssetCallsTest {
    private final VenueRig venue = new VenueRig();

    @ParameterizedTest
    @ValueSource(strings = {"BTCUSD", "BTC/USD", "276e2673-764b-4ab6-a611-caf665ca6340"})
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
            + "\"open\":\"09:30\",\"close\":\"13:00\",\"session_open\":\"0400\",\"session_close\":\"2000\","
            + "\"settlement_date\":\"2026-11-30\"}]", venue.get("/v2/calendar?start=2026-11-25&end=2026-11-29")
            .toString());
    }

    @ParameterizedTest
    @CsvSource({"2013, 252", "2018, 251", "2019, 252", "2020, 253", "2021, 252", "2022, 251", "2023, 250",
        "2024, 252", "2025, 250"})
    void aYearHasAsManyTradingDaysAsTheExchangeHad(String year, int days) {
        assertEquals(days, venue.get("/v2/calendar?start=" + year + "-01-01&end=" + year + "-12-31").size());
    }

    @Test
    void daysThatAreNoDaysAreRefused() {
        for (String query : List.of("start=soon", "end=2026-02-30", "start=2026-13-01")) {
            assertEquals(422, venue.call("GET", "/v2/calendar?" + query, "").status());
        }
    }
}
