package org.gradus.adapters.venue.trading;

import static org.gradus.adapters.venue.trading.VenueRig.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import org.gradus.adapters.venue.Reply;
import org.gradus.adapters.venue.exchange.VenueRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Orders in coins, as a client meets them.
class CryptoOrderTest {
    private final VenueRig venue = new VenueRig().quote("BTC/USD", "60000", "60010");

    @Test
    void aMarketBuyIsPendingInTheAnswerAndFilledInTheEvents() {
        Reply reply = venue.post("{'symbol':'BTC/USD','side':'buy','type':'market','time_in_force':'gtc','qty':'0.1'}");
        assertEquals("pending_new", reply.body().get("status").asString());
        assertEquals(List.of("pending_new", "new", "fill"), venue.events());
        String id = reply.body().get("id").asString();
        assertEquals("filled", venue.status(id));
        assertEquals("60010", venue.field(id, "filled_avg_price"));
    }

    @Test
    void theFeeOfABuyIsTakenFromTheCoin() {
        venue.quote("BTC/USD", "63000", "63000").market("BTC/USD", "buy", "0.00016");
        JsonNode position = venue.get("/v2/positions/BTCUSD");
        assertEquals("0.0001596", position.get("qty").asString());
        assertEquals("0.0001596", position.get("qty_available").asString());
        assertEquals("BTCUSD", position.get("symbol").asString());
        assertEquals("99989.92", venue.cash());
    }

    @Test
    void theFeeOfASellIsTakenFromTheProceeds() {
        venue.market("BTC/USD", "buy", "0.1");
        venue.market("BTC/USD", "sell", "0.09975");
        assertEquals(0, venue.get("/v2/positions").size());
        // 100000 - 6001 + 5985 - 14.9625
        assertEquals("99969.0375", venue.cash());
    }

    @Test
    void aFillTellsThePositionNetOfTheFee() {
        venue.market("BTC/USD", "buy", "0.004");
        JsonNode fill = venue.updates.getLast();
        assertEquals("0.00399", fill.get("position_qty").asString());
        assertEquals("0.004", fill.get("qty").asString());
        assertEquals("60010", fill.get("price").asString());
        assertEquals("1", fill.get("swap_rate").asString());
        assertEquals("2026-11-23", fill.get("settle_date").asString());
        assertTrue(fill.get("order").has("cancel_requested_at"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"day", "fok", "opg", "cls"})
    void onlyGtcAndIocAreTaken(String life) {
        refused(venue.post("{'symbol':'BTC/USD','side':'buy','type':'market','time_in_force':'" + life
            + "','qty':'0.1'}"), 422, 42210000, "invalid crypto time_in_force");
    }

    @Test
    void anUnknownTimeInForceIsMalformed() {
        refused(venue.post("{'symbol':'BTC/USD','side':'buy','type':'market','time_in_force':'soon','qty':'0.1'}"),
            422, 40010001, "invalid time_in_force for crypto order");
    }

    @Test
    void aStopLimitIsGtcOnly() {
        refused(venue.post("{'symbol':'BTC/USD','side':'buy','type':'stop_limit','time_in_force':'ioc','qty':'0.1',"
            + "'stop_price':'61000','limit_price':'61500'}"), 422, 42210000, "invalid crypto time_in_force");
    }

    @ParameterizedTest
    @CsvSource({"stop, stop_price, 61000", "trailing_stop, trail_price, 10", "soon, limit_price, 61000"})
    void onlyMarketLimitAndStopLimitAreTaken(String type, String price, String value) {
        refused(venue.post("{'symbol':'BTC/USD','side':'buy','type':'" + type + "','time_in_force':'gtc','qty':'0.1','"
            + price + "':'" + value + "'}"), 422, 40010001,
            "invalid order type for crypto order");
    }

    @Test
    void onlySimpleOrdersAreTaken() {
        Reply reply = venue.post("{'symbol':'BTC/USD','side':'buy','type':'market','time_in_force':'gtc','qty':'0.1',"
            + "'order_class':'bracket','take_profit':{'limit_price':'70000'},'stop_loss':{'stop_price':'50000'}}");
        assertEquals(422, reply.status());
        assertEquals(42210000, reply.body().get("code").asInt());
    }

    @ParameterizedTest
    @CsvSource({"0.000166, 403", "0.000167, 200"})
    void aBuyCostsAtLeastTenDollars(String qty, int status) {
        Reply reply = venue.post("{'symbol':'BTC/USD','side':'buy','type':'limit','time_in_force':'gtc','qty':'" + qty
            + "','limit_price':'60000'}");
        assertEquals(status, reply.status());
        if (status == 403) {
            refused(reply, 403, 40310000, "cost basis must be >= minimal amount of order 10");
        }
    }

    @Test
    void aBuyWithoutAMarketIsRefusedForThat() {
        refused(venue.post("{'symbol':'ETH/USD','side':'buy','type':'market','time_in_force':'gtc','qty':'1'}"),
            422, 42210000, "asset ETH/USD has no market at present");
    }

    @Test
    void aSellMayBeSmall() {
        venue.market("BTC/USD", "buy", "0.1");
        assertEquals("filled", venue.status(venue.market("BTC/USD", "sell", "0.00001")));
    }

    @Test
    void anOrderIsAtMostTwoHundredThousandDollars() {
        assertEquals(403, venue.post("{'symbol':'BTC/USD','side':'buy','type':'limit','time_in_force':'gtc','qty':'4',"
            + "'limit_price':'60000'}").status());
    }

    @Test
    void digitsBeyondNineAreCutOff() {
        assertEquals("0.123456789", venue.field(venue.limit("BTC/USD", "buy", "0.1234567899", "50000"), "qty"));
    }

    @Test
    void anAverageOfOnePriceIsThatPrice() {
        venue.quote("BTC/USD", "811.92", "812.1");
        String id = venue.market("BTC/USD", "buy", "0.012345678");
        assertEquals("812.1", venue.field(id, "filled_avg_price"));
        assertEquals("812.1", venue.get("/v2/positions/BTCUSD").get("avg_entry_price").asString());
        venue.market("BTC/USD", "sell", "0.001234567");
        assertEquals("812.1", venue.get("/v2/positions/BTCUSD").get("avg_entry_price").asString());
    }

    @Test
    void moreThanTheHoldingIsNotSold() {
        venue.market("BTC/USD", "buy", "0.1");
        Reply reply = venue.post("{'symbol':'BTCUSD','side':'sell','type':'market','time_in_force':'gtc','qty':'0.1'}");
        refused(reply, 403, 40310000, "insufficient balance for BTC (requested: 0.1, available: 0.09975)");
        assertEquals("BTC", reply.body().get("symbol").asString());
        assertEquals("0.09975", reply.body().get("available").asString());
        assertEquals("0.09975", reply.body().get("balance").asString());
    }

    @Test
    void moreThanTheCashIsNotBought() {
        refused(venue.post("{'symbol':'BTC/USD','side':'buy','type':'limit','time_in_force':'gtc','qty':'2',"
            + "'limit_price':'50000.01'}"), 403, 40310000,
            "insufficient balance for USD (requested: 100000.02, available: 100000)");
    }

    @Test
    void openBuysAreKeptBackFromCashAndNotFromEquity() {
        venue.limit("BTC/USD", "buy", "0.5", "50000");
        JsonNode account = venue.get("/v2/account");
        assertEquals("75000", account.get("cash").asString());
        assertEquals("100000", account.get("equity").asString());
        assertEquals("75000", account.get("non_marginable_buying_power").asString());
    }

    @Test
    void anOrderByMoneyBuysWhatTheMoneyBuys() {
        String id = venue.order("{'symbol':'BTC/USD','side':'buy','type':'market','time_in_force':'gtc',"
            + "'notional':'100.25'}");
        assertEquals("0.001670554", venue.field(id, "filled_qty"));
        assertTrue(venue.get("/v2/orders/" + id).get("qty").isNull());
        assertEquals("100.25", venue.field(id, "notional"));
    }

    @Test
    void moneyHasTwoDecimals() {
        assertEquals(42210000, venue.post("{'symbol':'BTC/USD','side':'buy','type':'market','time_in_force':'gtc',"
            + "'notional':'100.255'}").body().get("code").asInt());
    }

    @Test
    void anIocLimitThatCannotTradeIsCanceled() {
        String id = venue.order("{'symbol':'BTC/USD','side':'buy','type':'limit','time_in_force':'ioc','qty':'0.1',"
            + "'limit_price':'60000'}");
        assertEquals("canceled", venue.status(id));
        assertEquals(List.of("pending_new", "new", "canceled"), venue.events());
    }

    @Test
    void aRestingBuyTradesAtItsLimitWhenTheAskComesDown() {
        String id = venue.limit("BTC/USD", "buy", "0.1", "59000");
        assertEquals("new", venue.status(id));
        venue.quote("BTC/USD", "59001", "59001");
        assertEquals("new", venue.status(id));
        venue.quote("BTC/USD", "58980", "58990");
        assertEquals("filled", venue.status(id));
        assertEquals("59000", venue.field(id, "filled_avg_price"));
    }

    @Test
    void theRestOfAPartMeetsTheNextQuoteAndPaysNoMoreThanIt() {
        VenueRules always = VenueRules.paper(3)
            .with(new VenueRules.Matching(VenueRules.Model.PAPER, BigDecimal.ONE));
        VenueRig parts = new VenueRig(always).quote("BTC/USD", "60000", "60010");
        String id = parts.limit("BTC/USD", "buy", "0.5", "61000");
        assertEquals("partially_filled", parts.status(id));
        assertEquals(List.of("pending_new", "new", "partial_fill"), parts.events());
        parts.quote("BTC/USD", "60000", "60010");
        assertEquals("60010", parts.field(id, "filled_avg_price"));
        assertEquals(List.of("partial_fill"), parts.events());
    }

    @Test
    void aPrintBeyondTheLimitFillsNothing() {
        String id = venue.limit("BTC/USD", "buy", "0.1", "59000");
        venue.trade("BTC/USD", "58000");
        assertEquals("new", venue.status(id));
    }

    @Test
    void aStopLimitWaitsForItsStop() {
        venue.market("BTC/USD", "buy", "0.1");
        String id = venue.order("{'symbol':'BTC/USD','side':'sell','type':'stop_limit','time_in_force':'gtc',"
            + "'qty':'0.05','stop_price':'58000','limit_price':'57900'}");
        venue.quote("BTC/USD", "58001", "58010");
        assertEquals("new", venue.status(id));
        venue.quote("BTC/USD", "57950", "57960");
        assertEquals("filled", venue.status(id));
        assertEquals("57950", venue.field(id, "filled_avg_price"));
    }

    @Test
    void everyOrderShowsWhenItWouldEnd() {
        String id = venue.order("{'symbol':'BTC/USD','side':'buy','type':'limit','time_in_force':'ioc','qty':'0.1',"
            + "'limit_price':'30000'}");
        assertEquals("2027-02-20T21:00:00Z", venue.field(id, "expires_at"));
    }

    @Test
    void aGtcOrderEndsOnTheNinetiethDay() {
        venue.at("2026-09-18T13:24:50.018953300Z");
        String id = venue.limit("BTC/USD", "buy", "0.1", "30000");
        assertEquals("2026-12-16T21:00:00Z", venue.field(id, "expires_at"));
        assertEquals("2026-09-18T13:24:50.0189533Z", venue.field(id, "created_at"));
        venue.at("2026-12-16T20:59:59Z");
        assertEquals("new", venue.status(id));
        venue.at("2026-12-16T21:00:00Z");
        assertEquals("canceled", venue.status(id));
    }
}
