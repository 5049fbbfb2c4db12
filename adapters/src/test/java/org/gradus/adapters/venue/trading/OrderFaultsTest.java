package org.gradus.adapters.venue.trading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.gradus.adapters.venue.exchange.VenueRules;
import org.gradus.adapters.venue.fault.FaultScript;
import org.gradus.adapters.venue.fault.Faults;
import org.gradus.adapters.venue.fault.ScriptedOrderFaults;
import org.junit.jupiter.api.Test;

/// What a script can do to orders.
class OrderFaultsTest {
    private static final long SECOND_NS = 1_000_000_000L;
    private final AtomicLong realNs = new AtomicLong();

    @Test
    void anOrderIsRejectedAfterItWasTaken() {
        VenueRig venue = venue("reject on BTC/USD first 1");
        String id = venue.market("BTC/USD", "buy", "0.1");
        assertEquals(List.of("pending_new", "rejected"), venue.events());
        assertTrue(venue.get("/v2/orders/" + id).get("failed_at").isString());
        assertEquals("100000", venue.cash());
        assertEquals("filled", venue.status(venue.market("BTC/USD", "buy", "0.1")));
    }

    @Test
    void anOrderGetsAPartAndIsCanceled() {
        VenueRig venue = venue("partial-then-cancel on **");
        String id = venue.market("BTC/USD", "buy", "0.1");
        assertEquals(List.of("pending_new", "new", "partial_fill", "canceled"), venue.events());
        assertEquals("0.05", venue.field(id, "filled_qty"));
        assertEquals("canceled", venue.status(id));
        assertEquals("97000", venue.cash());
    }

    @Test
    void aCancelStaysPendingForItsTimeAndTheOrderMayStillFill() {
        VenueRig venue = venue("pending-cancel 2m on BTC/USD");
        String first = venue.limit("BTC/USD", "buy", "0.1", "50000");
        String second = venue.limit("BTC/USD", "buy", "0.1", "40000");
        assertEquals(204, venue.delete("/v2/orders/" + first).status());
        assertEquals(204, venue.delete("/v2/orders/" + second).status());
        venue.events();
        venue.after(SECOND_NS).quote("BTC/USD", "49000", "49000");
        assertEquals(List.of("fill"), venue.events());
        assertEquals("pending_cancel", venue.status(second));
        realNs.addAndGet(120 * SECOND_NS);
        venue.after(SECOND_NS);
        assertEquals(List.of("canceled"), venue.events());
        assertEquals("filled", venue.status(first));
    }

    @Test
    void aSecondCancelOfAPendingOneChangesNothing() {
        VenueRig venue = venue("pending-cancel 2m on BTC/USD first 1");
        String id = venue.limit("BTC/USD", "buy", "0.1", "50000");
        venue.delete("/v2/orders/" + id);
        venue.events();
        assertEquals(204, venue.delete("/v2/orders/" + id).status());
        assertEquals(List.of(), venue.events());
        assertEquals(422, venue.patch(id, "{'limit_price':'51000'}").status());
    }

    @Test
    void anAssetShowsIncrementsThatItsOrdersAreNotTakenWith() {
        VenueRig venue = venue("wrong-increments on BTC/USD first 1");
        assertEquals("0.0001", venue.get("/v2/assets/BTC/USD").get("price_increment").asString());
        assertEquals(422, venue.post("{'symbol':'BTC/USD','side':'buy','type':'limit','time_in_force':'gtc',"
            + "'qty':'0.1','limit_price':'50000.0001'}").status());
        assertEquals("0.01", venue.get("/v2/assets/BTC/USD").get("price_increment").asString());
    }

    private VenueRig venue(String script) {
        Faults faults = new Faults(FaultScript.parse(script), realNs::get);
        return new VenueRig(VenueRig.never(VenueRules.paper(1)), new ScriptedOrderFaults(faults))
            .quote("BTC/USD", "60000", "60000");
    }
}
