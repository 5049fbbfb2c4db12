package org.gradus.adapters.venue.trading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import org.gradus.adapters.venue.exchange.VenueRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Brackets, OCO and OTO.
class OrderGroupTest {
    private static final String BRACKET = "{'symbol':'AAPL','side':'buy','type':'limit','limit_price':'199','qty':'10',"
        + "'time_in_force':'gtc','order_class':'bracket','take_profit':{'limit_price':'210'},"
        + "'stop_loss':{'stop_price':'190'}}";
    private final VenueRig venue = new VenueRig().quote("AAPL", "199.98", "200.00");

    @Test
    void exitsAreHeldUntilTheEntryIsFilled() {
        JsonNode bracket = venue.post(BRACKET.replace("'", "\"")).body();
        assertEquals("bracket", bracket.get("order_class").asString());
        assertEquals(List.of("limit", "stop"), types(bracket));
        assertEquals(List.of("held", "held"), legStates(bracket));
        assertEquals(List.of("pending_new 2", "new 2"), venue.updates.stream().map(update ->
            update.get("event").asString() + " " + update.get("order").get("legs").size()).toList());
        venue.updates.forEach(update -> assertEquals(List.of("held", "held"),
            states(update.get("order").get("legs"))));
        venue.quote("AAPL", "198", "198.5");
        assertEquals(List.of("new", "new"), legStates(bracket));
        assertEquals("filled", venue.status(bracket.get("id").asString()));
    }

    @Test
    void oneExitEndsTheOther() {
        JsonNode bracket = filledBracket();
        venue.quote("AAPL", "211", "211.02");
        assertEquals(List.of("filled", "canceled"), legStates(bracket));
        assertEquals(0, venue.get("/v2/positions").size());
    }

    @Test
    void theStopEndsTheTakeProfit() {
        JsonNode bracket = filledBracket();
        venue.quote("AAPL", "189", "189.02");
        assertEquals(List.of("canceled", "filled"), legStates(bracket));
    }

    @Test
    void exitsKeepTheSharesOnce() {
        filledBracket();
        assertEquals("0", venue.get("/v2/positions/AAPL").get("qty_available").asString());
    }

    @Test
    void aCancelOfOneExitCancelsTheOther() {
        JsonNode bracket = filledBracket();
        venue.delete("/v2/orders/" + legs(bracket).get(1).get("id").asString());
        assertEquals(List.of("canceled", "canceled"), legStates(bracket));
    }

    @Test
    void aCancelOfTheEntryCancelsItsExits() {
        JsonNode bracket = venue.post(BRACKET).body();
        venue.delete("/v2/orders/" + bracket.get("id").asString());
        assertEquals(List.of("canceled", "canceled"), legStates(bracket));
    }

    @Test
    void aPartOfTheTakeProfitShrinksTheStop() {
        VenueRules always = VenueRules.paper(3)
            .with(new VenueRules.Matching(VenueRules.Model.PAPER, BigDecimal.ONE));
        VenueRig parts = new VenueRig(always).quote("AAPL", "199.98", "200.00");
        String id = parts.post(BRACKET.replace("'10'", "'1000'").replace("'gtc'", "'day'")).body().get("id").asString();
        for (int i = 0; i < 50 && !parts.status(id).equals("filled"); i++) {
            parts.quote("AAPL", "198", "198.5");
        }
        parts.quote("AAPL", "211", "211.02");
        JsonNode legs = parts.get("/v2/orders/" + id + "?nested=true").get("legs");
        int sold = legs.get(0).get("filled_qty").asInt();
        assertTrue(sold > 0 && sold < 1000);
        assertEquals(1000 - sold, legs.get(1).get("qty").asInt());
    }

    @Test
    void anOcoIsATakeProfitWithItsStop() {
        venue.market("AAPL", "buy", "10");
        JsonNode oco = venue.post("{'symbol':'AAPL','side':'sell','type':'limit','qty':'10','time_in_force':'gtc',"
            + "'order_class':'oco','take_profit':{'limit_price':'210'},'stop_loss':{'stop_price':'190',"
            + "'limit_price':'189'}}").body();
        assertEquals("210", oco.get("limit_price").asString());
        assertEquals(List.of("stop_limit"), types(oco));
        assertEquals(List.of("new"), legStates(oco));
        assertEquals("0", venue.get("/v2/positions/AAPL").get("qty_available").asString());
        venue.quote("AAPL", "189.5", "189.6");
        assertEquals(List.of("filled"), legStates(oco));
        assertEquals("canceled", venue.status(oco.get("id").asString()));
    }

    @Test
    void anOtoBringsOneExit() {
        JsonNode oto = venue.post("{'symbol':'AAPL','side':'buy','type':'market','qty':'10','time_in_force':'day',"
            + "'order_class':'oto','stop_loss':{'stop_price':'190'}}").body();
        assertEquals(List.of("stop"), types(oto));
        assertEquals(List.of("new"), legStates(oto));
    }

    @Test
    void aLegIsReplacedInItsPlace() {
        JsonNode bracket = filledBracket();
        String stop = legs(bracket).get(1).get("id").asString();
        assertEquals(200, venue.patch(stop, "{'stop_price':'195'}").status());
        assertEquals("195", legs(bracket).get(1).get("stop_price").asString());
        venue.quote("AAPL", "194", "194.02");
        assertEquals(List.of("canceled", "filled"), legStates(bracket));
    }

    @Test
    void aHeldLegThatIsReplacedStaysHeld() {
        JsonNode bracket = venue.post(BRACKET).body();
        String stop = legs(bracket).get(1).get("id").asString();
        JsonNode successor = venue.patch(stop, "{'stop_price':'195'}").body();
        assertEquals("held", successor.get("status").asString());
        venue.quote("AAPL", "194", "200.00");
        assertEquals(List.of("held", "held"), legStates(bracket));
        venue.quote("AAPL", "198.5", "198.6");
        assertEquals(List.of("new", "new"), legStates(bracket));
    }

    @Test
    void aReplacedEntryTakesItsExitsAlongAtItsSize() {
        JsonNode bracket = venue.post(BRACKET).body();
        JsonNode successor = venue.patch(bracket.get("id").asString(), "{'qty':'4'}").body();
        assertEquals(List.of("held", "held"), legStates(successor));
        assertEquals("4", legs(successor).get(1).get("qty").asString());
        venue.quote("AAPL", "198", "198.5").quote("AAPL", "189", "189.02");
        assertEquals(List.of("canceled", "filled"), legStates(successor));
        assertEquals(0, venue.get("/v2/positions").size());
    }

    @Test
    void anOcoOfTheNightBeginsWithTheOpen() {
        venue.market("AAPL", "buy", "10");
        venue.at(VenueRig.NIGHT);
        JsonNode oco = venue.post("{'symbol':'AAPL','side':'sell','type':'limit','qty':'10','time_in_force':'gtc',"
            + "'order_class':'oco','take_profit':{'limit_price':'210'},'stop_loss':{'stop_price':'190'}}").body();
        assertEquals("accepted", oco.get("status").asString());
        assertEquals(List.of("held"), legStates(oco));
        venue.at("2026-11-24T14:30:00Z").quote("AAPL", "199.98", "200.00");
        assertEquals(List.of("new"), legStates(oco));
    }

    @Test
    void nestedListsShowLegsUnderTheirParent() {
        filledBracket();
        assertEquals(1, venue.get("/v2/orders?status=all&nested=true").size());
        assertEquals(3, venue.get("/v2/orders?status=all").size());
        assertTrue(venue.get("/v2/orders?status=all").get(2).get("legs").isNull());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "bracket|buy|190|210|take_profit.limit_price must be > stop_loss.stop_price",
        "bracket|buy|210|200|stop_loss.stop_price must be <= base_price - 0.01",
        "oco|sell|210|190|oco orders must be exit orders"})
    void exitsOnTheWrongSideAreRefused(String kind, String side, String profit, String stop, String message) {
        JsonNode body = venue.post("{'symbol':'AAPL','side':'" + side + "','type':'limit','limit_price':'199',"
            + "'qty':'1',"
            + "'time_in_force':'gtc','order_class':'" + kind + "','take_profit':{'limit_price':'" + profit
            + "'},'stop_loss':{'stop_price':'" + (kind.equals("oco") ? "150" : stop) + "'}}").body();
        assertEquals(message, body.get("message").asString());
    }

    @Test
    void aBracketIsAnEntry() {
        venue.market("AAPL", "buy", "10");
        JsonNode body = venue.post("{'symbol':'AAPL','side':'sell','type':'market','qty':'1','time_in_force':'gtc',"
            + "'order_class':'bracket','take_profit':{'limit_price':'190'},'stop_loss':{'stop_price':'210'}}").body();
        assertEquals("bracket orders must be entry orders", body.get("message").asString());
    }

    private JsonNode filledBracket() {
        JsonNode bracket = venue.post(BRACKET).body();
        venue.quote("AAPL", "198", "198.5");
        return bracket;
    }

    private JsonNode legs(JsonNode order) {
        return venue.get("/v2/orders/" + order.get("id").asString() + "?nested=true").get("legs");
    }

    private List<String> legStates(JsonNode order) {
        return states(legs(order));
    }

    private static List<String> states(JsonNode legs) {
        return legs.valueStream().map(leg -> leg.get("status").asString()).toList();
    }

    private List<String> types(JsonNode order) {
        return legs(order).valueStream().map(leg -> leg.get("type").asString()).toList();
    }
}
