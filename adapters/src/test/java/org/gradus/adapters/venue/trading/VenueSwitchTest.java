package org.gradus.adapters.venue.trading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.gradus.adapters.venue.exchange.VenueRules;
import org.gradus.adapters.venue.exchange.VenueSwitch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Each point where Alpaca's behaviour is not known can be set either way.
class VenueSwitchTest {
    private static final String BUY =
        "{'symbol':'BTC/USD','side':'buy','type':'market','time_in_force':'gtc','qty':'0.1','client_order_id':'a'";

    @Test
    void feesAreWhatTheRulesSay() {
        VenueRig venue = venue("taker-fee=0.01");
        venue.post(BUY + "}");
        assertEquals("0.099", venue.get("/v2/positions/BTCUSD").get("qty").asString());
    }

    @Test
    void aMakerPaysItsOwnFee() {
        VenueRig venue = venue("maker-fee=0");
        venue.limit("BTC/USD", "buy", "0.1", "59000");
        venue.quote("BTC/USD", "58000", "58000");
        assertEquals("0.1", venue.get("/v2/positions/BTCUSD").get("qty").asString());
    }

    @Test
    void aFillTellsThePositionBeforeItsFee() {
        VenueRig venue = venue("position-net-of-fee=false");
        venue.post(BUY + "}");
        assertEquals("0.1", venue.updates.getLast().get("position_qty").asString());
    }

    @Test
    void idsOfEndedOrdersAreFreed() {
        VenueRig venue = venue("ids-are-freed=true");
        assertEquals(200, venue.post(BUY + "}").status());
        assertEquals(200, venue.post(BUY + "}").status());
    }

    @Test
    void statusesOfMalformedOrdersAreSet() {
        assertEquals(400, venue("both-sizes-status=400").post(BUY + ",'notional':5}").status());
        assertEquals(422, venue("malformed-json-status=422").post("{").status());
    }

    @Test
    void theEventOfAReplacementCarriesTheSuccessorAndNoNewFollows() {
        VenueRig venue = venue("replaced-tells-new-order=true", "new-after-replaced=false");
        String old = venue.limit("BTC/USD", "buy", "0.1", "50000");
        venue.events();
        String successor = venue.patch(old, "{'qty':'0.2'}").body().get("id").asString();
        assertEquals(successor, venue.updates.getLast().get("order").get("id").asString());
        assertEquals(List.of("replaced"), venue.events());
        assertEquals("new", venue.status(successor));
    }

    @Test
    void stocksBeginAccepted() {
        VenueRig venue = venue("stocks-begin-accepted=true").quote("AAPL", "200", "200");
        venue.market("AAPL", "buy", "1");
        assertEquals(List.of("accepted", "new", "fill"), venue.events());
    }

    @Test
    void oldMarginFieldsAreShown() {
        assertFalse(venue().get("/v2/account").has("daytrade_count"));
        assertTrue(venue("legacy-margin-fields=true").get("/v2/account").has("daytrade_count"));
    }

    @Test
    void feesAreTakenAtOnceAndShownTheNextDay() {
        VenueRig venue = venue("fees-shown-next-day=true");
        venue.post(BUY + "}");
        assertEquals("0.09975", venue.get("/v2/positions/BTCUSD").get("qty").asString());
        assertEquals(1, venue.get("/v2/account/activities").size());
        venue.at("2026-11-24T05:00:00Z");
        assertEquals(2, venue.get("/v2/account/activities").size());
    }

    @Test
    void limitsOfOrdersAreSet() {
        VenueRig venue = venue("smallest-crypto-buy=1", "price-increments=false", "multiplier=1");
        venue.limit("BTC/USD", "buy", "0.00002", "59000.12345");
        assertEquals("1", venue.get("/v2/account").get("multiplier").asString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"taker", "taker-fee", "taker-fee=", "taker-fee=2", "taker-fee=-1", "taker-fee=1e-99",
        "multiplier=3", "ids-are-freed=yes", "both-sizes-status=500"})
    void whatIsNoRuleIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> VenueSwitch.set(VenueRules.paper(1), text));
    }

    private static VenueRig venue(String... switches) {
        VenueRules rules = VenueRig.never(VenueRules.paper(1));
        for (String each : switches) {
            rules = VenueSwitch.set(rules, each);
        }
        return new VenueRig(rules).quote("BTC/USD", "60000", "60000");
    }
}
