package org.gradus.adapters.venue.trading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.SplittableRandom;
import org.gradus.adapters.venue.exchange.VenueRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A venue that was killed, and the one that goes on in its place.
class KeptStateTest {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final List<String> LOOKS = List.of("/v2/account/configurations", "/v2/orders?status=all&limit=500",
        "/v2/orders?status=all&limit=500&nested=true", "/v2/account/activities");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void aVenueGoesOnWithTheBooksOfTheOneThatWasKilled(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        VenueRig before = venue();
        for (int run = 0; run < 4; run++) {
            for (int i = 0; i < 60; i++) {
                step(before, random);
            }
            VenueRig after = venue();
            after.after(before.nowNs() - after.nowNs());
            for (String look : LOOKS) {
                assertEquals(before.get(look).toPrettyString(), after.get(look).toPrettyString(), look);
            }
            assertEquals(before.cash(), after.cash());
            assertEquals(holdings(before), holdings(after));
            before = after;
        }
    }

    @Test
    void anOpenOrderFillsAfterTheRestart() {
        String id = venue().quote("BTC/USD", "60000", "60010").limit("BTC/USD", "buy", "0.1", "50000");
        VenueRig after = venue();
        assertEquals("new", after.status(id));
        assertEquals("95000", after.cash());
        after.quote("BTC/USD", "49000", "49010");
        assertEquals("filled", after.status(id));
    }

    @Test
    void aClientOrderIdStaysUsedAndNoIdComesTwice() {
        String body = "{'symbol':'BTC/USD','side':'buy','type':'market','time_in_force':'gtc','qty':'0.1',"
            + "'client_order_id':'a'}";
        String first = venue().quote("BTC/USD", "60000", "60010").order(body);
        VenueRig after = venue().quote("BTC/USD", "60000", "60010");
        assertEquals(422, after.post(body).status());
        assertNotEquals(first, after.market("BTC/USD", "buy", "0.1"));
        assertEquals(2, after.get("/v2/account/activities/FILL").valueStream()
            .map(fill -> fill.get("id").asString()).distinct().count());
    }

    @Test
    void aLineThatWasCutOffWasToldToNobody() throws IOException {
        venue().quote("BTC/USD", "60000", "60010").market("BTC/USD", "buy", "0.1");
        Path file;
        try (var files = Files.list(directory)) {
            file = files.findFirst().orElseThrow();
        }
        List<String> lines = Files.readAllLines(file);
        Files.writeString(file, lines.getLast().substring(0, lines.getLast().length() / 2), StandardOpenOption.APPEND);
        VenueRig after = venue();
        assertEquals(1, after.get("/v2/account/activities/FILL").size());
        after.quote("BTC/USD", "60000", "60010").market("BTC/USD", "buy", "0.1");
        assertEquals(2, venue().get("/v2/account/activities/FILL").size());
    }

    @Test
    void exitsFindTheirGroupAgain() {
        VenueRig before = venue().quote("AAPL", "199.98", "200.00");
        before.order("{'symbol':'AAPL','side':'buy','type':'market','qty':'10','time_in_force':'gtc',"
            + "'order_class':'bracket','take_profit':{'limit_price':'210'},'stop_loss':{'stop_price':'190'}}");
        VenueRig after = venue().quote("AAPL", "211", "211.02");
        assertEquals(0, after.get("/v2/positions").size());
        assertEquals(0, after.get("/v2/orders").size());
        assertFalse(after.events().isEmpty());
    }

    private VenueRig venue() {
        VenueRig rig = new VenueRig(VenueRules.paper(9));
        rig.exchange.keepIn(directory);
        return rig;
    }

    private static List<String> holdings(VenueRig venue) {
        return venue.get("/v2/positions").valueStream().map(position -> position.get("symbol") + " "
            + position.get("qty") + " " + position.get("qty_available") + " " + position.get("cost_basis")).toList();
    }

    private static void step(VenueRig venue, SplittableRandom random) {
        venue.after(SECOND_NS);
        double factor = 0.97 + random.nextDouble() * 0.06;
        String coins = String.valueOf((int) (60_000 * factor));
        String stock = String.valueOf((int) (200 * factor));
        String side = random.nextBoolean() ? "buy" : "sell";
        switch (random.nextInt(8)) {
            case 0, 1 -> venue.quote("BTC/USD", coins, coins);
            case 2 -> venue.quote("AAPL", stock, stock);
            case 3, 4 -> venue.post("{'symbol':'BTC/USD','side':'" + side + "','type':'limit','time_in_force':'gtc',"
                + "'qty':'0.05','limit_price':'" + coins + "'}");
            case 5 -> venue.post("{'symbol':'AAPL','side':'buy','type':'market','qty':'7','time_in_force':'day',"
                + "'order_class':'bracket','take_profit':{'limit_price':'203'},'stop_loss':{'stop_price':'195'}}");
            case 6 -> venue.get("/v2/orders").forEach(order -> {
                String id = order.get("id").asString();
                if (random.nextInt(3) == 0) {
                    venue.patch(id, "{'limit_price':'" + coins + "'}");
                } else if (random.nextInt(3) == 0) {
                    venue.delete("/v2/orders/" + id);
                }
            });
            default -> venue.delete("/v2/positions/BTCUSD?percentage=30");
        }
    }
}
