package org.gradus.adapters.venue.trading;

import static org.gradus.adapters.venue.trading.VenueRig.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.gradus.adapters.venue.Call;
import org.gradus.adapters.venue.Reply;
import org.gradus.adapters.venue.exchange.VenueRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Account, positions, activities, history and lists, as a client reads them.
class AccountCallsTest {
    private final VenueRig venue = new VenueRig().quote("BTC/USD", "60000", "60000").quote("ETH/USD", "3000", "3000");

    @Test
    void anAccountBeginsWithAHundredThousandDollarsAsTexts() {
        JsonNode account = venue.get("/v2/account");
        assertEquals("ACTIVE", account.get("status").asString());
        assertEquals("ACTIVE", account.get("crypto_status").asString());
        for (String name : List.of("cash", "equity", "last_equity", "portfolio_value")) {
            assertTrue(account.get(name).isString(), name);
            assertEquals("100000", account.get(name).asString(), name);
        }
        assertTrue(account.get("crypto_tier").isInt());
        assertFalse(account.get("trading_blocked").asBoolean());
        assertTrue(account.get("user_configurations").isNull());
        assertFalse(account.has("pattern_day_trader"));
    }

    @Test
    void equityIsCashAndPositions() {
        venue.market("BTC/USD", "buy", "1");
        venue.quote("BTC/USD", "66000", "66000");
        JsonNode account = venue.get("/v2/account");
        assertEquals("40000", account.get("cash").asString());
        assertEquals("65835", account.get("long_market_value").asString());
        assertEquals("105835", account.get("equity").asString());
    }

    @Test
    void overNightStocksAreBoughtForTwiceTheEquityThatNoPositionNeeds() {
        VenueRig rig = new VenueRig(VenueRig.never(VenueRules.paper(1)).with(
            new VenueRules.Accounts(new BigDecimal("100000"), 4))).quote("AAPL", "200", "200");
        rig.market("AAPL", "buy", "100");
        JsonNode account = rig.get("/v2/account");
        assertEquals("380000", account.get("buying_power").asString());
        assertEquals("180000", account.get("regt_buying_power").asString());
        assertEquals("90000", account.get("options_buying_power").asString());
        assertEquals("80000", account.get("non_marginable_buying_power").asString());
    }

    @Test
    void everyKeyHasAnAccountOfItsOwn() {
        venue.market("BTC/USD", "buy", "1");
        Reply other = new TradingEndpoints(venue.exchange).handle(
            new Call("GET", "/v2/account", Map.of(), "", "PK2"));
        assertEquals("100000", other.body().get("cash").asString());
    }

    @Test
    void configurationsAreChangedFieldByField() {
        venue.call("PATCH", "/v2/account/configurations", "{\"max_margin_multiplier\":\"1\",\"unknown\":3}");
        JsonNode configurations = venue.get("/v2/account/configurations");
        assertEquals("1", configurations.get("max_margin_multiplier").asString());
        assertTrue(configurations.get("fractional_trading").asBoolean());
        assertEquals("1", venue.get("/v2/account").get("multiplier").asString());
        assertEquals("100000", venue.get("/v2/account").get("buying_power").asString());
        assertEquals(422,
            venue.call("PATCH", "/v2/account/configurations", "{\"max_margin_multiplier\":\"3\"}").status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"BTCUSD", "BTC/USD", "276e2673-764b-4ab6-a611-caf665ca6340"})
    void aPositionIsFoundByEverySpelling(String spelling) {
        venue.market("BTC/USD", "buy", "1");
        JsonNode position = venue.get("/v2/positions/" + spelling);
        assertEquals("276e2673-764b-4ab6-a611-caf665ca6340", position.get("asset_id").asString());
        assertEquals("0.9975", position.get("qty").asString());
        assertEquals("60000", position.get("avg_entry_price").asString());
        assertFalse(position.get("asset_marginable").asBoolean());
    }

    @Test
    void aPositionIsMeasuredAgainstItsCostAndTheDayBefore() {
        venue.market("BTC/USD", "buy", "1");
        venue.quote("BTC/USD", "66000", "66000").at("2026-11-23T21:00:00Z").quote("BTC/USD", "63000", "63000");
        JsonNode position = venue.get("/v2/positions/BTCUSD");
        assertEquals("0.05", position.get("unrealized_plpc").asString());
        assertEquals("2992.5", position.get("unrealized_pl").asString());
        assertEquals("-2992.5", position.get("unrealized_intraday_pl").asString());
        assertEquals("66000", position.get("lastday_price").asString());
        assertTrue(position.get("change_today").asString().startsWith("-0.0454545"));
        assertEquals("105835", venue.get("/v2/account").get("last_equity").asString());
    }

    @Test
    void aPositionThatIsNotThereIsNotFound() {
        refused(venue.call("GET", "/v2/positions/BTCUSD", ""), 404, 40410000, "position does not exist");
        refused(venue.call("GET", "/v2/positions/NONE", ""), 404, 40410000, "position does not exist");
    }

    @Test
    void aPositionIsClosedWhollyOrInPart() {
        venue.market("BTC/USD", "buy", "1");
        assertEquals("0.49875", venue.delete("/v2/positions/BTCUSD?percentage=50").body().get("qty").asString());
        assertEquals("0.09875", venue.delete("/v2/positions/BTCUSD?qty=0.09875").body().get("qty").asString());
        Reply reply = venue.delete("/v2/positions/BTC/USD");
        assertEquals(200, reply.status());
        assertEquals("market", reply.body().get("type").asString());
        assertEquals(0, venue.get("/v2/positions").size());
    }

    @Test
    void closingEverythingAnswersForEachPosition() {
        venue.market("BTC/USD", "buy", "0.5");
        venue.market("ETH/USD", "buy", "5");
        venue.limit("ETH/USD", "sell", "1", "4000");
        JsonNode held = venue.delete("/v2/positions").body();
        assertEquals("BTC/USD", held.get(0).get("symbol").asString());
        assertEquals(200, held.get(0).get("status").asInt());
        assertEquals("sell", held.get(0).get("body").get("side").asString());
        assertEquals(403, held.get(1).get("status").asInt());
        Reply reply = venue.delete("/v2/positions?cancel_orders=true");
        assertEquals(207, reply.status());
        assertEquals(0, venue.get("/v2/positions").size());
    }

    @Test
    void aFillIsAnActivity() {
        String id = venue.market("BTC/USD", "buy", "1");
        JsonNode fill = venue.get("/v2/account/activities/FILL").get(0);
        assertTrue(fill.get("id").asString().matches("20261123100000000::[0-9a-f-]{36}"), fill.toString());
        assertEquals("FILL", fill.get("activity_type").asString());
        assertEquals("fill", fill.get("type").asString());
        assertEquals("60000", fill.get("price").asString());
        assertEquals("1", fill.get("qty").asString());
        assertEquals("1", fill.get("cum_qty").asString());
        assertEquals("0", fill.get("leaves_qty").asString());
        assertEquals(id, fill.get("order_id").asString());
        assertEquals("BTC/USD", fill.get("symbol").asString());
        assertEquals(2, venue.get("/v2/account/activities?order_id=" + id.toUpperCase(Locale.ROOT)).size());
    }

    @Test
    void feesAreActivitiesOfTheirOwn() {
        venue.market("BTC/USD", "buy", "1");
        venue.market("BTC/USD", "sell", "0.5");
        JsonNode coins = venue.get("/v2/account/activities/CFEE").get(0);
        assertEquals("-0.0025", coins.get("qty").asString());
        assertEquals("BTCUSD", coins.get("symbol").asString());
        assertEquals("2026-11-23 2026-11-23T15:00:00", coins.get("date").asString() + " "
            + coins.get("created_at").asString().substring(0, 19));
        assertEquals("-75", venue.get("/v2/account/activities?activity_types=FEE").get(0).get("net_amount").asString());
        assertEquals(2, venue.get("/v2/account/activities?category=trade_activity").size());
        assertEquals(2, venue.get("/v2/account/activities?category=non_trade_activity").size());
    }

    @Test
    void activitiesArePagedByTheLastId() {
        for (int i = 0; i < 5; i++) {
            venue.market("BTC/USD", "buy", "0.1");
        }
        List<String> seen = new ArrayList<>();
        String token = "";
        while (true) {
            JsonNode page = venue.get("/v2/account/activities/FILL?direction=asc&page_size=2" + token);
            page.forEach(fill -> seen.add(fill.get("id").asString()));
            if (page.size() < 2) {
                break;
            }
            token = "&page_token=" + seen.getLast();
        }
        assertEquals(5, seen.stream().distinct().count());
        assertEquals(seen.reversed(), venue.get("/v2/account/activities/FILL").valueStream()
            .map(fill -> fill.get("id").asString()).toList());
    }

    @Test
    void afterIsExclusive() {
        venue.market("BTC/USD", "buy", "0.1");
        String time = venue.get("/v2/account/activities/FILL").get(0).get("transaction_time").asString();
        assertEquals(0, venue.get("/v2/account/activities/FILL?after=" + time).size());
        assertEquals(1, venue.get("/v2/account/activities/FILL?after=2026-11-23").size());
        assertEquals(0, venue.get("/v2/account/activities/FILL?until=" + time).size());
        assertEquals(1, venue.get("/v2/account/activities/FILL?date=2026-11-23").size());
    }

    @Test
    void ordersAreListedByStateTimeSymbolAndSide() {
        String filled = venue.market("BTC/USD", "buy", "1");
        String sell = venue.limit("BTC/USD", "sell", "0.1", "70000");
        String buy = venue.limit("ETH/USD", "buy", "1", "2000");
        assertEquals(List.of(buy, sell), ids("?"));
        assertEquals(List.of(filled), ids("?status=closed"));
        assertEquals(List.of(filled, sell, buy), ids("?status=all&direction=asc"));
        assertEquals(List.of(buy), ids("?status=all&limit=1"));
        assertEquals(List.of(sell, filled), ids("?status=all&symbols=BTCUSD"));
        assertEquals(List.of(sell, filled), ids("?status=all&symbols=BTC/USD,AAPL"));
        assertEquals(List.of(sell), ids("?status=all&side=sell"));
        assertEquals(List.of(), ids("?status=all&asset_class=us_equity"));
        String time = venue.field(sell, "submitted_at");
        assertEquals(List.of(buy), ids("?status=all&after=" + time));
        assertEquals(List.of(filled), ids("?status=all&until=" + time));
        assertEquals(List.of(filled), ids("?status=all&before_order_id=" + sell));
        assertEquals(List.of(buy), ids("?status=all&after_order_id=" + sell));
    }

    @Test
    void listsThatMakeNoSenseAreRefused() {
        String id = venue.market("BTC/USD", "buy", "1");
        for (String query : List.of("status=soon", "limit=x", "limit=0", "direction=up", "side=left", "after=soon",
                "before_order_id=x", "before_order_id=" + id + "&after=2026-01-01")) {
            assertEquals(422, venue.call("GET", "/v2/orders?" + query, "").status(), query);
        }
    }

    @Test
    void historyIsNumbersMinuteByMinute() {
        venue.market("BTC/USD", "buy", "1");
        venue.at("2026-11-23T15:01:00Z").quote("BTC/USD", "66000", "66000").at("2026-11-23T15:02:30Z");
        JsonNode history = venue.get("/v2/account/portfolio/history?period=1D&timeframe=1Min"
            + "&intraday_reporting=continuous");
        int size = history.get("timestamp").size();
        assertTrue(size >= 1440 && size == history.get("equity").size() && size == history.get("profit_loss").size());
        assertEquals("105835.00", history.get("equity").get(size - 1).decimalValue().toPlainString());
        assertEquals("1Min", history.get("timeframe").asString());
        assertTrue(history.get("base_value").isNumber());
        assertEquals(422, venue.call("GET", "/v2/account/portfolio/history?period=1A&timeframe=1Min", "").status());
    }

    @Test
    void historyIsOfTwoOfStartEndAndPeriod() {
        venue.at("2026-11-23T17:00:00Z");
        assertEquals(List.of("2026-11-20T14:30:00Z", "2026-11-20T20:30:00Z"), firstAndLast(
            "start=2026-11-20T00:00:00Z&period=1D&timeframe=1H"));
        assertEquals(List.of("2026-11-20T14:30:00Z", "2026-11-20T20:30:00Z"), firstAndLast(
            "date_start=2026-11-20&date_end=2026-11-20&timeframe=1H"));
        assertEquals(List.of("2026-11-20T09:00:00Z", "2026-11-23T16:45:00Z"), firstAndLast(
            "start=2026-11-20T05:00:00Z&timeframe=15Min&extended_hours=true"));
        assertEquals(List.of("2026-11-17T00:00:00Z", "2026-11-21T00:00:00Z"), firstAndLast(
            "start=2026-11-16T05:00:00Z&end=2026-11-21T00:00:00Z&timeframe=1D"));
        for (String query : List.of("start=2026-11-20&end=2026-11-21&period=1D", "pnl_reset=now", "period=D",
                "intraday_reporting=never", "timeframe=2Min")) {
            assertEquals(422, venue.call("GET", "/v2/account/portfolio/history?" + query, "").status(), query);
        }
    }

    @Test
    void profitsBeginAnewEachTradingDay() {
        venue.market("BTC/USD", "buy", "1");
        venue.at("2026-11-23T20:59:30Z").quote("BTC/USD", "66000", "66000").at("2026-11-23T20:59:59Z")
            .at("2026-11-24T15:00:00Z").quote("BTC/USD", "67000", "67000").at("2026-11-24T15:00:59Z");
        assertEquals("997.50", lastProfit("per_day"));
        assertEquals("6832.50", lastProfit("no_reset"));
    }

    @Test
    void feesAreTheCashThatFlows() {
        venue.market("BTC/USD", "buy", "1");
        venue.market("BTC/USD", "sell", "0.5");
        venue.at("2026-11-23T15:00:30Z");
        JsonNode flows = venue.get("/v2/account/portfolio/history?period=1D&timeframe=1Min&cashflow_types=ALL")
            .get("cashflow").get("FEE");
        assertEquals("-75.00", flows.get(flows.size() - 1).decimalValue().toPlainString());
        assertEquals("0.00", flows.get(0).decimalValue().toPlainString());
        assertEquals("{}", venue.get("/v2/account/portfolio/history?cashflow_types=NONE").get("cashflow").toString());
    }

    @Test
    void aPartOfWholeSharesIsWholeShares() {
        venue.quote("AAPL", "200", "200");
        venue.market("AAPL", "buy", "3");
        refused(venue.delete("/v2/positions/AAPL?percentage=33"), 422, 40010001, "qty must be > 0");
        assertEquals("1", venue.delete("/v2/positions/AAPL?percentage=50").body().get("qty").asString());
    }

    @Test
    void flagsAreReadInEverySpelling() {
        venue.market("BTC/USD", "buy", "0.5");
        venue.limit("BTC/USD", "sell", "0.1", "70000");
        assertEquals(200, venue.delete("/v2/positions?cancel_orders=True").body().get(0).get("status").asInt());
    }

    @Test
    void whatTheVenueHasNoneOfIsAnEmptyList() {
        assertEquals("{\"option_contracts\":[],\"next_page_token\":null}",
            venue.get("/v2/options/contracts?underlying_symbols=AAPL").toString());
        refused(venue.call("GET", "/v2/options/contracts/X", ""), 404, 40410000, "option contract X not found");
        String announcements = "/v2/corporate_actions/announcements";
        refused(venue.call("GET", announcements, ""), 422, 40010001, "ca_types is required");
        assertEquals("[]", venue.get(announcements + "?ca_types=Dividend&since=2026-11-01&until=2026-11-20")
            .toString());
        assertEquals(404, venue.call("GET", announcements + "/1", "").status());
        assertEquals("[]", venue.get("/v2/wallets/transfers").toString());
    }

    @Test
    void otherPathsAreNotThere() {
        assertEquals(404, venue.call("GET", "/v2/wallets", "").status());
        assertEquals(404, venue.call("PATCH", "/v2/watchlists", "").status());
        assertEquals(404, venue.call("PUT", "/v2/orders", "").status());
        assertEquals(404, venue.call("GET", "/", "").status());
    }

    private List<String> ids(String query) {
        return venue.get("/v2/orders" + query).valueStream().map(order -> order.get("id").asString()).toList();
    }

    private List<String> firstAndLast(String query) {
        JsonNode times = venue.get("/v2/account/portfolio/history?" + query).get("timestamp");
        return Stream.of(times.get(0), times.get(times.size() - 1)).map(time -> Instant.ofEpochSecond(time.asLong())
            .toString()).toList();
    }

    private String lastProfit(String reset) {
        JsonNode profits = venue.get("/v2/account/portfolio/history?period=2D&timeframe=1Min&pnl_reset=" + reset)
            .get("profit_loss");
        return profits.get(profits.size() - 1).decimalValue().toPlainString();
    }
}
