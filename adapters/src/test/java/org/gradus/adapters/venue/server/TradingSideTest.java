package org.gradus.adapters.venue.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import org.gradus.adapters.venue.Call;
import org.gradus.adapters.venue.MarketListener;
import org.gradus.adapters.venue.exchange.VenueRules;
import org.gradus.adapters.venue.fault.FaultScript;
import org.gradus.adapters.venue.fault.Faults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The exchange behind the server, as settings make it.
class TradingSideTest {
    private static final long NOW_NS = 1_795_000_000_000_000_000L;
    private static final String BUY =
            "{\"symbol\":\"BTC/USD\",\"qty\":\"0.1\",\"side\":\"buy\",\"type\":\"market\",\"time_in_force\":\"gtc\"}";

    @TempDir
    private Path directory;

    @Test
    void accountsBeginWithTheCashOfTheSettings() {
        VenueSettings settings = settings().withCash(new BigDecimal(5_000));
        assertEquals("5000", get(side(settings, ""), "/v2/account").get("cash").asString());
    }

    @Test
    void aVenueThatIsStartedAgainKnowsItsOrders() {
        VenueSettings kept = settings().withState(directory);
        String id = post(side(kept, "")).get("id").asString();
        assertEquals("filled", get(side(kept, ""), "/v2/orders/" + id).get("status").asString());
    }

    @Test
    void aScriptReachesTheOrders() {
        TradingSide side = side(settings(), "reject on BTC/USD");
        assertEquals("rejected",
                get(side, "/v2/orders/" + post(side).get("id").asString()).get("status").asString());
    }

    private static VenueSettings settings() {
        return VenueSettings.byHand(VenueRig.KEYS);
    }

    private static TradingSide side(VenueSettings settings, String script) {
        TradingSide side = TradingSide.Maker.exchange(VenueRules.paper(1)).make(settings, () -> NOW_NS, (_, _) -> { },
                new Faults(FaultScript.parse(script), () -> 0));
        BigDecimal price = new BigDecimal(10_000);
        side.market().onQuote(new MarketListener.Quote("BTC/USD", price, price, price, price, NOW_NS));
        return side;
    }

    private static JsonNode post(TradingSide side) {
        return side.api().handle(new Call("POST", "/v2/orders", Map.of(), BUY, VenueRig.KEY.keyId())).body();
    }

    private static JsonNode get(TradingSide side, String path) {
        return side.api().handle(new Call("GET", path, Map.of(), "", VenueRig.KEY.keyId())).body();
    }
}
