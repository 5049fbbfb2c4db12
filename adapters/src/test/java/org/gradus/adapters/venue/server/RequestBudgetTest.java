package org.gradus.adapters.venue.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RequestBudgetTest {
    private long epochMs = 120_000;

    @Test
    void countsInMinutesOfTheVenuesClock() {
        RequestBudget fast = new RequestBudget(new RequestBudget.Size(10, 60), () -> epochMs);
        for (int i = 1; i <= 10; i++) {
            assertEquals(new RequestBudget.Grant(true, 10, 10 - i, 121), fast.take("a"));
        }
        assertFalse(fast.take("a").granted());
        assertTrue(fast.take("b").granted(), "each caller has one of its own");
        epochMs += 1_000;
        assertEquals(new RequestBudget.Grant(true, 10, 9, 122), fast.take("a"));
    }

    @Test
    void showsAFullBudgetWhereItRefusesNobody() {
        RequestBudget none = new RequestBudget(new RequestBudget.Size(0, 1), () -> epochMs);
        for (int i = 0; i < 1_000; i++) {
            assertEquals(new RequestBudget.Grant(true, 200, 199, 180), none.take("a"));
        }
    }
}
