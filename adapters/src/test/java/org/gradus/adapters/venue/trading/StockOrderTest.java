package org.gradus.adapters.venue.trading;

import static org.gradus.adapters.venue.trading.VenueRig.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.gradus.adapters.venue.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Orders in stocks, as a client meets them.
class StockOrderTest {
    private final VenueRig venue = new VenueRig().quote("AAPL", "199.98", "200.00");

    @Test
    void aMarketOrderOfTheDayTradesWhileTheMarketIsOpen() {
        String id = venue.market("AAPL", "buy", "10");
        assertEquals(List.of("pending_new", "new", "fill"), venue.events());
        assertEquals("200", venue.field(id, "filled_avg_price"));
        assertEquals("2026-11-23T21:00:00Z", venue.field(id, "expires_at"));
        assertEquals("98000", venue.cash());
    }

    @Test
    void whileAStockIsHaltedItsOrdersRest() {
        String early = venue.limit("AAPL", "buy", "1", "199.99");
        venue.exchange.onHalt("AAPL", true, venue.nowNs());
        String late = venue.market("AAPL", "buy", "1");
        venue.after(10_000_000_000L).quote("AAPL", "199.90", "199.95").trade("AAPL", "199.95");
        assertEquals(List.of("pending_new", "new", "accepted"), venue.events());
        venue.exchange.onHalt("AAPL", false, venue.nowNs());
        venue.after(1_000_000_000L);
        assertEquals(List.of("filled", "filled"), List.of(venue.status(early), venue.status(late)));
    }

    @Test
    void atNightAnOrderIsAcceptedAndBeginsWithTheOpen() {
        venue.at(VenueRig.NIGHT);
        Reply reply = venue.post("{'symbol':'AAPL','side':'buy','type':'market','time_in_force':'day','qty':1}");
        assertEquals("accepted", reply.body().get("status").asString());
        assertEquals(List.of("accepted"), venue.events());
        venue.at("2026-11-24T14:29:59Z");
        assertEquals(List.of(), venue.events());
        venue.at("2026-11-24T14:30:00Z");
        assertEquals(List.of("new"), venue.events());
        venue.quote("AAPL", "201.98", "202.00");
        assertEquals(List.of("fill"), venue.events());
    }

    @Test
    void aQuoteOfTheDayBeforeCountsWhenTheDayHasNoneForMinutes() {
        venue.at(VenueRig.NIGHT);
        String id = venue.market("AAPL", "buy", "1");
        venue.at("2026-11-24T14:34:59Z");
        assertEquals("new", venue.status(id));
        venue.at("2026-11-24T14:35:00Z");
        assertEquals("filled", venue.status(id));
    }

    @Test
    void aDayOrderExpiresWithTheSession() {
        String id = venue.order("{'symbol':'AAPL','side':'buy','type':'limit','time_in_force':'day','qty':'1',"
            + "'limit_price':'150'}");
        venue.at("2026-11-23T21:00:00Z");
        assertEquals("expired", venue.status(id));
        assertEquals(List.of("pending_new", "new", "expired"), venue.events());
        assertEquals("2026-11-23T21:00:00Z", venue.field(id, "expired_at"));
    }

    @Test
    void aDayOrderOfTheFridayAfterThanksgivingEndsAtOne() {
        venue.at("2026-11-27T15:00:00Z");
        String id = venue.order("{'symbol':'AAPL','side':'buy','type':'limit','time_in_force':'day','qty':'1',"
            + "'limit_price':'150'}");
        assertEquals("2026-11-27T18:00:00Z", venue.field(id, "expires_at"));
    }

    @Test
    void lateTradingOfAShortDayEndsAtFive() {
        venue.at("2026-11-27T21:59:59Z");
        String body = "{'symbol':'AAPL','side':'buy','type':'limit','time_in_force':'day','qty':'1',"
            + "'limit_price':'150','extended_hours':true}";
        String id = venue.order(body);
        assertEquals("new 2026-11-27T22:00:00Z", venue.status(id) + " " + venue.field(id, "expires_at"));
        venue.at("2026-11-27T22:00:00Z");
        assertEquals("expired accepted", venue.status(id) + " " + venue.status(venue.order(body)));
    }

    @ParameterizedTest
    @CsvSource({"AAPL, sell, day, sell_to_open, sell_to_close", "AAPL, buy, day, buy_to_close, buy_to_open",
        "BTC/USD, buy, gtc, sell_to_open, buy_to_open"})
    void anIntentThatIsNotThePositionsIsRefused(String symbol, String side, String life, String told, String found) {
        venue.quote("BTC/USD", "60000", "60000");
        venue.market("AAPL", "buy", "10");
        String body = "{'symbol':'" + symbol + "','side':'" + side + "','type':'market','qty':'1','time_in_force':'"
            + life + "','position_intent':'";
        refused(venue.post(body + told + "'}"), 422, 42210000, "position intent mismatch, inferred: " + found
            + ", specified: " + told);
        assertEquals(found, venue.field(venue.order(body + found + "'}"), "position_intent"));
    }

    @Test
    void extendedHoursTradeLimitOrdersInTheEvening() {
        venue.at("2026-11-23T22:00:00Z").quote("AAPL", "199.98", "200.00");
        String regular = venue.limit("AAPL", "buy", "1", "201");
        String extended = venue.order("{'symbol':'AAPL','side':'buy','type':'limit','time_in_force':'day','qty':'1',"
            + "'limit_price':'201','extended_hours':true}");
        assertEquals("accepted", venue.status(regular));
        assertEquals("filled", venue.status(extended));
    }

    @Test
    void extendedHoursAreForLimitOrders() {
        assertEquals(42210000, venue.post("{'symbol':'AAPL','side':'buy','type':'market','time_in_force':'day',"
            + "'qty':'1','extended_hours':true}").body().get("code").asInt());
    }

    @ParameterizedTest
    @CsvSource({"290.123, 422", "290.12, 200", "0.12345, 422", "0.1234, 200"})
    void pricesHaveTwoDecimalsAndFourBelowOneDollar(String price, int status) {
        Reply reply = venue.post("{'symbol':'AAPL','side':'buy','type':'limit','time_in_force':'day','qty':'10',"
            + "'limit_price':'" + price + "'}");
        assertEquals(status, reply.status());
        if (status == 422) {
            refused(reply, 422, 42210000, "invalid limit_price " + price
                + ". sub-penny increment does not fulfill minimum pricing criteria");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gtc", "ioc", "fok"})
    void partsOfAShareAreForTheDay(String life) {
        refused(venue.post("{'symbol':'AAPL','side':'buy','type':'market','qty':'0.5','time_in_force':'" + life + "'}"),
            422, 42210000, "fractional orders must be DAY orders");
    }

    @Test
    void partsOfAShareAreSimple() {
        refused(venue.post("{'symbol':'AAPL','side':'buy','type':'market','qty':'0.5','time_in_force':'day',"
            + "'order_class':'oto','stop_loss':{'stop_price':'190'}}"), 422, 42210000,
            "fractional orders must be simple orders");
    }

    @ParameterizedTest
    @CsvSource({"market, ''", "limit, 'limit_price 210'", "stop, 'stop_price 150'",
        "stop_limit, 'limit_price 210 stop_price 150'"})
    void partsOfAShareComeInFourTypes(String type, String prices) {
        String fields = prices.replaceAll("(\\w+_price) (\\d+) ?", ",'$1':'$2'");
        assertEquals(200, venue.post("{'symbol':'AAPL','side':'buy','type':'" + type
            + "','qty':'0.5','time_in_force':'day'" + fields + "}").status());
    }

    @Test
    void anOrderByMoneyIsAtLeastADollar() {
        refused(venue.post("{'symbol':'AAPL','side':'buy','type':'market','notional':'0.99','time_in_force':'day'}"),
            422, 42210000, "notional must be >= 1.00");
        String id = venue.order("{'symbol':'AAPL','side':'buy','type':'market','notional':1,'time_in_force':'day'}");
        assertEquals("0.005", venue.field(id, "filled_qty"));
    }

    @Test
    void anOrderByQuantityIsAtLeastADollar() {
        refused(venue.post("{'symbol':'AAPL','side':'buy','type':'market','qty':'0.001','time_in_force':'day'}"),
            403, 40310000, "cost basis must be >= minimal amount of order 1");
    }

    @Test
    void buyingPowerIsTwiceTheEquityAndOpenBuysReduceIt() {
        assertEquals("200000", venue.get("/v2/account").get("buying_power").asString());
        venue.limit("AAPL", "buy", "100", "150");
        JsonNode account = venue.get("/v2/account");
        assertEquals("185000", account.get("buying_power").asString());
        assertEquals("100000", account.get("cash").asString());
    }

    @Test
    void moreThanTheBuyingPowerIsRefusedWithBothNumbers() {
        Reply reply = venue.post("{'symbol':'AAPL','side':'buy','type':'market','qty':'1001','time_in_force':'day'}");
        refused(reply, 403, 40310000, "insufficient buying power");
        assertEquals("200000", reply.body().get("buying_power").asString());
        assertEquals("200200", reply.body().get("cost_basis").asString());
    }

    @Test
    void sharesThatAnOrderKeepsAreNotSoldTwice() {
        venue.market("AAPL", "buy", "10");
        String holder = venue.limit("AAPL", "sell", "8", "250");
        Reply reply = venue.post("{'symbol':'AAPL','side':'sell','type':'market','qty':'3','time_in_force':'day'}");
        refused(reply, 403, 40310000, "insufficient qty available for order (requested: 3, available: 2)");
        assertEquals("AAPL", reply.body().get("symbol").asString());
        assertEquals("2", reply.body().get("available").asString());
        assertEquals("10", reply.body().get("existing_qty").asString());
        assertEquals("8", reply.body().get("held_for_orders").asString());
        assertEquals(holder, reply.body().get("related_orders").get(0).asString());
        assertEquals("2", venue.get("/v2/positions/AAPL").get("qty_available").asString());
    }

    @Test
    void oneOrderDoesNotTurnLongIntoShort() {
        venue.market("AAPL", "buy", "10");
        assertEquals(403, venue.post("{'symbol':'AAPL','side':'sell','type':'market','qty':'11','time_in_force':'day'}")
            .status());
    }

    @Test
    void aShortPositionIsNegativeAndBoughtBack() {
        venue.market("AAPL", "sell", "10");
        JsonNode position = venue.get("/v2/positions/AAPL");
        assertEquals("-10", position.get("qty").asString());
        assertEquals("short", position.get("side").asString());
        assertEquals("101999.8", venue.cash());
        assertEquals("buy_to_close", venue.field(venue.market("AAPL", "buy", "10"), "position_intent"));
        assertEquals(0, venue.get("/v2/positions").size());
    }

    @Test
    void whoForbidsShortingDoesNotShort() {
        venue.call("PATCH", "/v2/account/configurations", "{\"no_shorting\":true}");
        refused(venue.post("{'symbol':'AAPL','side':'sell','type':'market','qty':'1','time_in_force':'day'}"),
            403, 40310000, "account is not allowed to short");
        assertEquals(false, venue.get("/v2/account").get("shorting_enabled").asBoolean());
    }

    @ParameterizedTest
    @CsvSource({"opg, 2026-11-23T14:28:00Z, 422", "opg, 2026-11-23T14:27:59Z, 200", "opg, 2026-11-24T00:00:00Z, 200",
        "cls, 2026-11-23T20:49:59Z, 200", "cls, 2026-11-23T20:50:00Z, 422", "cls, 2026-11-23T23:59:59Z, 422",
        "cls, 2026-11-27T17:49:59Z, 200", "cls, 2026-11-27T17:50:00Z, 422"})
    void auctionsTakeOrdersAtTheirHours(String life, String time, int status) {
        venue.at(time);
        assertEquals(status, venue.post("{'symbol':'AAPL','side':'buy','type':'market','qty':'1','time_in_force':'"
            + life + "'}").status());
    }

    @Test
    void anOrderForTheCloseTradesAtTheClose() {
        String id = venue.order("{'symbol':'AAPL','side':'buy','type':'market','qty':'1','time_in_force':'cls'}");
        venue.quote("AAPL", "201", "202");
        assertEquals("new", venue.status(id));
        venue.at("2026-11-23T21:00:00Z");
        assertEquals("filled", venue.status(id));
        assertEquals("202", venue.field(id, "filled_avg_price"));
    }

    @Test
    void anOrderForTheOpenTradesThereOrIsCanceled() {
        venue.at("2026-11-24T14:00:00Z");
        String market = venue.order("{'symbol':'AAPL','side':'buy','type':'market','qty':'1','time_in_force':'opg'}");
        String limit = venue.order("{'symbol':'AAPL','side':'buy','type':'limit','limit_price':'100','qty':'1',"
            + "'time_in_force':'opg'}");
        venue.at("2026-11-24T14:30:00Z").quote("AAPL", "201", "202");
        assertEquals("filled", venue.status(market));
        assertEquals("canceled", venue.status(limit));
    }

    @Test
    void aBuyStopIsCollaredAboveItsStop() {
        String id = venue.order("{'symbol':'AAPL','side':'buy','type':'stop','stop_price':'210','qty':'1',"
            + "'time_in_force':'day'}");
        venue.quote("AAPL", "220", "221");
        assertEquals("new", venue.status(id));
        venue.quote("AAPL", "215", "215.25");
        assertEquals("filled", venue.status(id));
    }

    @Test
    void aTrailingStopFollowsTheMarketAndNeverBack() {
        venue.market("AAPL", "buy", "1");
        String id = venue.order("{'symbol':'AAPL','side':'sell','type':'trailing_stop','trail_price':'5','qty':'1',"
            + "'time_in_force':'gtc'}");
        venue.quote("AAPL", "210", "210.02");
        assertEquals("210", venue.field(id, "hwm"));
        assertEquals("205", venue.field(id, "stop_price"));
        venue.quote("AAPL", "206", "206.02");
        assertEquals("205", venue.field(id, "stop_price"));
        venue.quote("AAPL", "204.9", "204.92");
        assertEquals("filled", venue.status(id));
    }

    @Test
    void aTrailByPercentIsMeasuredOnTheMark() {
        venue.market("AAPL", "buy", "1");
        String id = venue.order("{'symbol':'AAPL','side':'sell','type':'trailing_stop','trail_percent':'10','qty':'1',"
            + "'time_in_force':'day'}");
        assertEquals("179.98", venue.field(id, "stop_price"));
    }

    @Test
    void aFokOrderTradesWholeOrNotAtAll() {
        String id = venue.order("{'symbol':'AAPL','side':'buy','type':'limit','limit_price':'199.99','qty':'1',"
            + "'time_in_force':'fok'}");
        assertEquals("canceled", venue.status(id));
        assertTrue(venue.get("/v2/orders/" + id).get("filled_at").isNull());
    }
}
