package org.gradus.adapters.venue.trading;

import static org.gradus.adapters.venue.trading.VenueRig.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.gradus.adapters.venue.Reply;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Ids, cancels, replacements and orders that could meet each other.
class OrderChangeTest {
    private static final String NOBODY = "00000000-0000-4000-8000-000000000000";
    private final VenueRig venue = new VenueRig().quote("BTC/USD", "60000", "60010").quote("AAPL", "199.98", "200");

    @Test
    void aCancelIsAnsweredWithNothing() {
        String id = venue.limit("BTC/USD", "buy", "0.1", "50000");
        Reply reply = venue.delete("/v2/orders/" + id);
        assertEquals(204, reply.status());
        assertNull(reply.body());
        assertEquals(List.of("pending_new", "new", "canceled"), venue.events());
        assertEquals("100000", venue.cash());
    }

    @Test
    void aSecondCancelSucceedsInSilence() {
        String id = venue.limit("BTC/USD", "buy", "0.1", "50000");
        venue.delete("/v2/orders/" + id);
        venue.events();
        assertEquals(204, venue.delete("/v2/orders/" + id).status());
        assertEquals(List.of(), venue.events());
    }

    @Test
    void aFilledOrderIsNotCanceled() {
        String id = venue.market("BTC/USD", "buy", "0.1");
        refused(venue.delete("/v2/orders/" + id), 422, 42210000, "order is already in \"filled\" state");
    }

    @Test
    void anUnknownOrderIsNotFound() {
        refused(venue.delete("/v2/orders/" + NOBODY), 404, 40410000, "order not found");
        refused(venue.call("GET", "/v2/orders/" + NOBODY, ""), 404, 40410000, "order not found");
        refused(venue.call("GET", "/v2/orders:by_client_order_id?client_order_id=x", ""), 404, 40410000,
            "order not found");
    }

    @Test
    void whatIsNoIdIsMissing() {
        refused(venue.call("GET", "/v2/orders/soon", ""), 422, 40010001, "order_id is missing");
    }

    @Test
    void allOpenOrdersAreCanceledAtOnce() {
        String first = venue.limit("BTC/USD", "buy", "0.1", "50000");
        String second = venue.limit("AAPL", "buy", "1", "100");
        Reply reply = venue.delete("/v2/orders");
        assertEquals(207, reply.status());
        assertEquals("[{\"id\":\"" + first + "\",\"status\":200},{\"id\":\"" + second + "\",\"status\":200}]",
            reply.body().toString());
        assertEquals(0, venue.get("/v2/orders").size());
    }

    @Test
    void aClientOrderIdIsUsedOnce() {
        String body = "{'symbol':'BTC/USD','side':'buy','type':'market','time_in_force':'gtc','qty':'0.1',"
            + "'client_order_id':'eng-000000000042'}";
        String id = venue.order(body);
        refused(venue.post(body), 422, 40010001, "client_order_id must be unique");
        assertEquals(id, venue.get("/v2/orders:by_client_order_id?client_order_id=eng-000000000042").get("id")
            .asString());
    }

    @Test
    void aClientOrderIdHasAtMost128Characters() {
        String body = "{'symbol':'BTC/USD','side':'buy','type':'market','time_in_force':'gtc','qty':'0.1',"
            + "'client_order_id':'";
        assertEquals(200, venue.post(body + "x".repeat(128) + "'}").status());
        assertEquals(422, venue.post(body + "x".repeat(129) + "'}").status());
    }

    @Test
    void aReplacementIsANewOrder() {
        String old = venue.limit("BTC/USD", "buy", "0.1", "50000");
        venue.events();
        JsonNode successor = venue.patch(old, "{'limit_price':'51000'}").body();
        assertNotEquals(old, successor.get("id").asString());
        assertEquals(old, successor.get("replaces").asString());
        assertEquals("0.1", successor.get("qty").asString());
        assertEquals("51000", successor.get("limit_price").asString());
        assertEquals("replaced", venue.status(old));
        assertEquals(successor.get("id").asString(), venue.field(old, "replaced_by"));
        assertEquals(List.of("replaced", "new"), venue.events());
        assertEquals("94900", venue.cash());
    }

    @Test
    void aReplacementMayUseWhatTheOldOrderKept() {
        String old = venue.limit("BTC/USD", "buy", "1.9", "50000");
        assertEquals(200, venue.patch(old, "{'qty':'2'}").status());
        assertEquals("0", venue.cash());
    }

    @Test
    void aReplacementThatCannotBePaidLeavesTheOldOrder() {
        String old = venue.limit("BTC/USD", "buy", "1.9", "50000");
        assertEquals(403, venue.patch(old, "{'qty':'2.1'}").status());
        assertEquals("new", venue.status(old));
        assertEquals("5000", venue.cash());
    }

    @Test
    void replacementsAreRefusedForTheirReasons() {
        String old = venue.limit("BTC/USD", "buy", "0.1", "50000");
        refused(venue.patch(old, "{'limit_price':'50000.00'}"), 422, 42210000, "order parameters are not changed");
        venue.patch(old, "{'limit_price':'51000'}");
        refused(venue.patch(old, "{'limit_price':'52000'}"), 422, 42210000, "order already replaced");
        String filled = venue.market("BTC/USD", "buy", "0.01");
        refused(venue.patch(filled, "{'qty':'1'}"), 422, 42210000, "cannot replace order in filled status");
        venue.at(VenueRig.NIGHT);
        String accepted = venue.limit("AAPL", "buy", "1", "100");
        refused(venue.patch(accepted, "{'qty':'2'}"), 422, 42210000, "cannot replace order in accepted status");
    }

    @Test
    void aMarketOrderMeetsNoOpenOrderOfTheOtherSide() {
        venue.market("BTC/USD", "buy", "0.1");
        String stop = venue.order("{'symbol':'BTC/USD','side':'sell','type':'stop_limit','time_in_force':'gtc',"
            + "'qty':'0.05','stop_price':'50000','limit_price':'49900'}");
        Reply reply = venue.post("{'symbol':'BTC/USD','side':'buy','type':'market','time_in_force':'gtc','qty':'1'}");
        refused(reply, 403, 40310000, "potential wash trade detected. use complex orders");
        assertEquals(stop, reply.body().get("existing_order_id").asString());
        assertTrue(reply.body().get("reject_reason").asString().startsWith("opposite side"));
    }

    @Test
    void aLimitOrderMayNotReachOneOfTheOtherSide() {
        venue.market("BTC/USD", "buy", "0.1");
        String sell = venue.limit("BTC/USD", "sell", "0.05", "61000");
        Reply reply = venue.post("{'symbol':'BTC/USD','side':'buy','type':'limit','time_in_force':'gtc','qty':'0.01',"
            + "'limit_price':'61000'}");
        assertEquals("{\"code\":40310000,\"message\":\"potential wash trade detected. use complex orders\","
            + "\"existing_order_id\":\"" + sell + "\",\"buy_limit_price\":\"61000\",\"sell_limit_price\":\"61000\","
            + "\"reject_reason\":\"sell order exists, buy limit price should be less than existing sell limit price\"}",
            reply.body().toString());
        venue.limit("BTC/USD", "buy", "0.01", "60999.99");
    }

    @Test
    void anOpenMarketOrderIsNotMetEither() {
        venue.market("AAPL", "buy", "5");
        venue.at(VenueRig.NIGHT);
        venue.market("AAPL", "sell", "1");
        refused(venue.post("{'symbol':'AAPL','side':'buy','type':'limit','time_in_force':'day','qty':'1',"
            + "'limit_price':'1'}"), 403, 40310000, "potential wash trade detected. use complex orders");
    }

    @Test
    void groupsAndTrailingStopsMayStandOppositeEachOther() {
        venue.market("AAPL", "buy", "5");
        venue.order("{'symbol':'AAPL','side':'sell','type':'trailing_stop','trail_price':'5','qty':'5',"
            + "'time_in_force':'gtc'}");
        assertEquals("filled", venue.status(venue.market("AAPL", "buy", "1")));
    }

    @Test
    void ofSeveralRefusalsTheFirstIsTold() {
        venue.market("BTC/USD", "buy", "0.1");
        venue.limit("BTC/USD", "sell", "0.05", "61000");
        String id = "'client_order_id':'a'";
        venue.order("{'symbol':'AAPL','side':'buy','type':'market','time_in_force':'day','qty':'1'," + id + "}");
        String order = "{'symbol':'BTC/USD','side':'buy','qty':'9'," + id;
        assertEquals("invalid qty", message(order.replace("'9'", "'x'") + ",'type':'market','time_in_force':'day'}"));
        assertEquals("client_order_id must be unique", message(order + ",'type':'market','time_in_force':'day'}"));
        String other = order.replace("'a'", "'b'");
        assertEquals("invalid crypto time_in_force", message(other + ",'type':'market','time_in_force':'day'}"));
        String third = order.replace("'a'", "'c'").replace("'9'", "'2'");
        assertTrue(message(third + ",'type':'market','time_in_force':'gtc'}").startsWith("potential wash trade"));
        assertTrue(message(third + ",'type':'limit','limit_price':'60999','time_in_force':'gtc'}")
            .startsWith("insufficient balance for USD"));
    }

    @Test
    void aSuspendedAccountTradesNothing() {
        venue.call("PATCH", "/v2/account/configurations", "{\"suspend_trade\":true}");
        refused(venue.post("{'symbol':'BTC/USD','side':'buy','type':'market','time_in_force':'gtc','qty':'0.1'}"),
            403, 40310000, "new orders are rejected by user request");
        assertTrue(venue.get("/v2/account").get("trade_suspended_by_user").asBoolean());
    }

    private String message(String body) {
        return venue.post(body).body().get("message").asString();
    }
}
