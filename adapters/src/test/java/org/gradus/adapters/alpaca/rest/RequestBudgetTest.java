package org.gradus.adapters.alpaca.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class RequestBudgetTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTE = 60 * SECOND;

    private final RequestBudget budget = new RequestBudget(5, 2);

    private void take(Urgency urgency, int times, long nowNs) {
        for (int i = 0; i < times; i++) {
            assertEquals(0, budget.takeNs(urgency, nowNs), "request " + i);
        }
    }

    @Test
    void keepsItsReserveForWhatCannotWait() {
        take(Urgency.ENTRY, 3, 0);
        assertEquals(MINUTE, budget.takeNs(Urgency.ENTRY, 0));
        assertEquals(MINUTE, budget.takeNs(Urgency.HISTORY, 0));
        take(Urgency.URGENT, 2, 0);
        assertEquals(MINUTE, budget.takeNs(Urgency.URGENT, 0));
    }

    @Test
    void countsARollingMinute() {
        take(Urgency.ROUTINE, 2, 0);
        take(Urgency.ROUTINE, 1, 30 * SECOND);
        assertEquals(20 * SECOND, budget.takeNs(Urgency.ROUTINE, 40 * SECOND));
        take(Urgency.ROUTINE, 2, MINUTE);
        assertEquals(30 * SECOND, budget.takeNs(Urgency.ROUTINE, MINUTE));
    }

    @Test
    void givesAFreedPlaceToTheUrgentBeforeTheOrdinary() {
        take(Urgency.URGENT, 5, 0);
        budget.takeNs(Urgency.ENTRY, SECOND);
        assertEquals(1, budget.takeNs(Urgency.ENTRY, MINUTE - 1));
        take(Urgency.URGENT, 3, MINUTE);
        assertEquals(MINUTE, budget.takeNs(Urgency.ENTRY, MINUTE));
    }

    @Test
    void believesTheVenueWhenOthersUseTheSameKey() {
        take(Urgency.URGENT, 1, 0);
        budget.answered(5, 1, 20 * SECOND, 0);
        take(Urgency.URGENT, 1, 0);
        assertEquals(20 * SECOND, budget.takeNs(Urgency.URGENT, 0));
        take(Urgency.URGENT, 3, 20 * SECOND);
    }

    @Test
    void doesNotCountItsOwnRequestsTwice() {
        take(Urgency.URGENT, 3, 0);
        budget.answered(5, 2, 20 * SECOND, 0);
        take(Urgency.URGENT, 2, 0);
    }

    @Test
    void leavesRoomForEntriesWhereTheVenueGrantsLessThanTheReserve() {
        RequestBudget wide = new RequestBudget(600, 180);
        wide.answered(100, -1, -1, 0);
        for (int i = 0; i < 70; i++) {
            assertEquals(0, wide.takeNs(Urgency.ENTRY, 0), "request " + i);
        }
        assertEquals(MINUTE, wide.takeNs(Urgency.ENTRY, 0));
        assertEquals(0, wide.takeNs(Urgency.URGENT, 0));
    }

    @Test
    void takesTheLimitOfTheVenue() {
        budget.answered(10, -1, -1, 0);
        assertEquals(10, budget.perMinute());
        take(Urgency.ENTRY, 8, 0);
        budget.answered(3, -1, -1, 0);
        assertEquals(MINUTE, budget.takeNs(Urgency.URGENT, 0));
    }

    @Test
    void hearsNothingInAnswersWithoutHeaders() {
        budget.answered(-1, -1, -1, 0);
        take(Urgency.URGENT, 5, 0);
    }

    @Test
    void sendsNothingWhileRefused() {
        budget.refused(7 * SECOND, 0);
        assertEquals(7 * SECOND, budget.takeNs(Urgency.URGENT, 0));
        budget.refused(2 * SECOND, SECOND);
        assertEquals(6 * SECOND, budget.takeNs(Urgency.URGENT, SECOND));
        take(Urgency.ENTRY, 1, 7 * SECOND);
    }

    @Test
    void waitsASecondWhenARefusalGivesNoTime() {
        budget.refused(0, 0);
        assertEquals(SECOND, budget.takeNs(Urgency.URGENT, 0));
    }

    @Test
    void refusesABudgetThatIsAllReserve() {
        assertThrows(IllegalArgumentException.class, () -> new RequestBudget(5, 5));
        assertThrows(IllegalArgumentException.class, () -> new RequestBudget(0, 0));
    }
}
