package org.gradus.engine.risk;

import org.gradus.engine.order.OrderDraft;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.gradus.engine.domain.BrokenInvariant;
import org.gradus.engine.domain.Rule;
import org.junit.jupiter.api.Test;

class ParkedOrdersTest {
    private final ParkedOrders parked = new ParkedOrders(3);

    @Test
    void findsAnOrderUntilItIsDropped() {
        assertTrue(park(7, 0, 0, 100));
        ParkedOrder found = parked.find(7);
        assertNotNull(found);
        assertEquals(List.of(7L, 1_000L, 100L), List.of(found.draft().clientOrderId, found.expiresNs(),
            found.notional()));
        assertTrue(parked.drop(7));
        assertNull(parked.find(7));
        assertFalse(parked.drop(7));
    }

    @Test
    void refusesAnOrderWhenFullOrAlreadyParked() {
        assertTrue(park(1, 0, 0, 1));
        assertFalse(park(1, 0, 0, 1));
        assertTrue(park(2, 0, 0, 1));
        assertTrue(park(3, 0, 0, 1));
        assertEquals(0, parked.free());
        assertFalse(park(4, 0, 0, 1));
        assertEquals(List.of(1L, 2L, 3L), ids());
    }

    @Test
    void keepsTheOrderOfParkingWhenOneLeaves() {
        park(1, 0, 0, 1);
        park(2, 0, 0, 1);
        park(3, 0, 0, 1);
        parked.drop(1);
        park(4, 0, 0, 1);
        assertEquals(List.of(2L, 3L, 4L), ids());
        parked.drop(3);
        assertEquals(List.of(2L, 4L), ids());
    }

    @Test
    void namesExpiredOrdersInTheOrderOfParking() {
        parked.park(draft(1, 0, 0), Rule.VETO, 300, 1);
        parked.park(draft(2, 0, 0), Rule.VETO, 100, 1);
        parked.park(draft(3, 0, 0), Rule.CONFIRMATION, 200, 1);
        assertNull(parked.nextExpired(99));
        List<Long> expired = new ArrayList<>();
        for (ParkedOrder next = parked.nextExpired(200); next != null; next = parked.nextExpired(200)) {
            expired.add(next.draft().clientOrderId);
            parked.drop(next.draft().clientOrderId);
        }
        assertEquals(List.of(2L, 3L), expired);
        assertEquals(List.of(1L), ids());
    }

    @Test
    void givesAReleasedOrderBackMarkedAsReleased() {
        OrderDraft draft = draft(9, 1, 2);
        draft.quantity = 123;
        parked.park(draft, Rule.VETO, 1, 1);
        OrderDraft back = new OrderDraft();
        assertFalse(parked.release(8, back));
        assertEquals(0, back.clientOrderId);
        assertTrue(parked.release(9, back));
        assertEquals(List.of(9L, 123L), List.of(back.clientOrderId, back.quantity));
        assertTrue(back.released);
        assertFalse(draft.released);
        assertEquals(0, parked.size());
    }

    @Test
    void keepsItsOwnCopyOfTheDraft() {
        OrderDraft draft = draft(9, 0, 0);
        parked.park(draft, Rule.VETO, 1, 1);
        draft.clientOrderId = 10;
        assertEquals(List.of(9L), ids());
    }

    @Test
    void forgetsTheAlertOfTheOrderBeforeIt() {
        park(1, 0, 0, 1);
        parked.at(0).markAlertDelivered();
        assertTrue(parked.at(0).alertDelivered());
        parked.drop(1);
        park(2, 0, 0, 1);
        assertFalse(parked.at(0).alertDelivered());
    }

    @Test
    void sumsTheNotionalThatWaits() {
        park(1, 0, 5, 10);
        park(2, 0, 6, 200);
        park(3, 1, 5, 3_000);
        assertEquals(List.of(10L, 3_010L, 3_210L), List.of(parked.notionalOfTrade(0, 5),
            parked.notionalOfInstrument(5), parked.notional()));
    }

    @Test
    void knowsOnlyTwoThingsToWaitFor() {
        assertThrows(BrokenInvariant.class, () -> parked.park(draft(1, 0, 0), Rule.VENUE, 1, 1));
    }

    private boolean park(long clientOrderId, int strategyId, int instrumentId, long notional) {
        return parked.park(draft(clientOrderId, strategyId, instrumentId), Rule.CONFIRMATION, 1_000, notional);
    }

    private static OrderDraft draft(long clientOrderId, int strategyId, int instrumentId) {
        OrderDraft draft = new OrderDraft();
        draft.clientOrderId = clientOrderId;
        draft.strategyId = strategyId;
        draft.instrumentId = instrumentId;
        return draft;
    }

    private List<Long> ids() {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < parked.size(); i++) {
            ids.add(parked.at(i).draft().clientOrderId);
        }
        return ids;
    }
}
