package org.gradus.adapters.venue.trading;

import static org.gradus.adapters.venue.trading.VenueRig.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.List;
import org.gradus.adapters.venue.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Watchlists, addressed by id and by name.
class WatchlistCallsTest {
    private static final String LISTS = "/v2/watchlists";

    private final VenueRig venue = new VenueRig();

    @Test
    void aListIsMadeReadAndDeleted() {
        JsonNode made = made("{'name':'Primary','symbols':['AAPL','BTCUSD',null,'AAPL']}");
        assertEquals(List.of("AAPL", "BTC/USD"), symbols(made));
        assertEquals("us_equity", made.get("assets").get(0).get("class").asString());
        assertEquals("2026-11-23T15:00:00Z", made.get("created_at").asString());
        assertEquals(venue.get("/v2/account").get("id"), made.get("account_id"));
        assertEquals(made, venue.get(LISTS + "/" + id(made)));
        assertEquals(made, venue.get(LISTS + ":by_name?name=Primary"));
        JsonNode listed = venue.get(LISTS).get(0);
        assertEquals("Primary", listed.get("name").asString());
        assertFalse(listed.has("assets"));
        Reply gone = venue.delete(LISTS + "/" + id(made));
        assertEquals(204, gone.status());
        assertEquals(0, venue.get(LISTS).size());
        refused(venue.delete(LISTS + "/" + id(made)), 404, 40410000, "watchlist not found");
    }

    @Test
    void aListIsChangedByIdAndByName() {
        JsonNode made = made("{'name':'One'}");
        assertEquals(List.of(), symbols(made));
        venue.after(1_000_000_000L);
        String path = LISTS + "/" + id(made);
        assertEquals(List.of("TSLA"), symbols(call("POST", path, "{'symbol':'TSLA'}").body()));
        JsonNode longer = call("POST", LISTS + ":by_name?name=One", "{'symbol':'BTC/USD'}").body();
        assertEquals(List.of("TSLA", "BTC/USD"), symbols(longer));
        assertEquals("2026-11-23T15:00:01Z", longer.get("updated_at").asString());
        assertEquals(List.of("TSLA"), symbols(venue.delete(path + "/BTC/USD").body()));
        JsonNode renamed = call("PUT", path, "{'name':'Two'}").body();
        assertEquals("Two [TSLA]", renamed.get("name").asString() + " " + symbols(renamed));
        assertEquals(List.of("SPY"), symbols(call("PUT", LISTS + ":by_name?name=Two", "{'symbols':['SPY']}").body()));
        String named = "{'name':'Two','symbols':['QQQ']}";
        assertEquals(List.of("QQQ"), symbols(call("PUT", LISTS + ":by_name", named).body()));
        assertEquals(204, venue.delete(LISTS + ":by_name?name=Two").status());
    }

    @Test
    void whatIsNoListIsRefused() {
        String path = LISTS + "/" + id(made("{'name':'One','symbols':['SPY']}"));
        refused(call("POST", LISTS, "{'symbols':[]}"), 422, 40010001, "name is required");
        refused(call("POST", LISTS, "{'name':'One'}"), 422, 40010001, "watchlist name must be unique");
        refused(call("POST", LISTS, "{'name':'Two','symbols':['NOPE']}"), 422, 40010001,
            "could not find asset \"NOPE\"");
        refused(call("POST", LISTS, "{'name':'Two','symbols':'SPY'}"), 422, 40010001, "invalid symbols");
        refused(call("POST", LISTS, "{'name':'" + "x".repeat(65) + "'}"), 422, 40010001,
            "name must be no more than 64 characters");
        refused(call("POST", path, "{'symbol':'SPY'}"), 422, 40010001, "duplicate symbol: SPY");
        refused(call("PUT", path, "{}"), 422, 40010001, "name or symbols is required");
        refused(venue.delete(path + "/AAPL"), 404, 40410000, "symbol not found in watchlist: AAPL");
        refused(venue.call("GET", LISTS + ":by_name?name=None", ""), 404, 40410000, "watchlist not found");
        refused(venue.call("GET", LISTS + ":by_name", ""), 422, 40010001, "name is required");
        assertEquals(1, venue.get(LISTS).size());
    }

    @Test
    void listsAreKeptOverTheVenuesEnd(@TempDir Path state) {
        venue.exchange.keepIn(state);
        JsonNode made = made("{'name':'Kept','symbols':['SPY','ETH/USD']}");
        VenueRig next = new VenueRig();
        next.exchange.keepIn(state);
        assertEquals(made, next.get(LISTS + "/" + id(made)));
    }

    private JsonNode made(String body) {
        Reply reply = call("POST", LISTS, body);
        assertEquals(200, reply.status(), () -> String.valueOf(reply.body()));
        return reply.body();
    }

    private Reply call(String method, String target, String body) {
        return venue.call(method, target, body.replace('\'', '"'));
    }

    private static String id(JsonNode list) {
        return list.get("id").asString();
    }

    private static List<String> symbols(JsonNode list) {
        return list.get("assets").valueStream().map(asset -> asset.get("symbol").asString()).toList();
    }
}
