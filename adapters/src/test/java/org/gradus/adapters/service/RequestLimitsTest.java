package org.gradus.adapters.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RequestLimitsTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long T0 = 77 * SECOND;

    @Test
    void lets30GoInASecondAnd60InAMinute() {
        RequestLimits limits = new RequestLimits(SECOND, new RequestLimits.Window(60, 60 * SECOND),
                new RequestLimits.Window(30, SECOND));
        for (int i = 0; i < 30; i++) {
            assertEquals(0, limits.takeNs(T0 + i));
        }
        assertEquals(SECOND - 30, limits.takeNs(T0 + 30));
        for (int i = 0; i < 30; i++) {
            assertEquals(0, limits.takeNs(T0 + SECOND + i));
        }
        assertEquals(58 * SECOND, limits.takeNs(T0 + 2 * SECOND));
        assertEquals(0, limits.takeNs(T0 + 60 * SECOND));
    }

    @Test
    void keepsEveryWindowForAnyCaller() {
        long seed = 20261125;
        Random random = new Random(seed);
        RequestLimits limits = new RequestLimits(SECOND, new RequestLimits.Window(7, 60 * SECOND),
                new RequestLimits.Window(3, SECOND));
        List<Long> sent = new ArrayList<>();
        long now = T0;
        for (int i = 0; i < 5_000; i++) {
            now += random.nextLong(4 * SECOND);
            if (limits.takeNs(now) == 0) {
                sent.add(now);
            }
        }
        assertTrue(sent.size() > 1_000, "seed " + seed);
        for (int i = 3; i < sent.size(); i++) {
            assertTrue(sent.get(i) - sent.get(i - 3) >= SECOND, "seed " + seed);
            assertTrue(i < 7 || sent.get(i) - sent.get(i - 7) >= 60 * SECOND, "seed " + seed);
        }
    }

    @Test
    void countsFromWhenTheAnswerCame() {
        RequestLimits limits = new RequestLimits(15 * SECOND, new RequestLimits.Window(1, 15 * SECOND));
        assertEquals(0, limits.takeNs(T0));
        limits.answered(T0 + 2 * SECOND);
        assertEquals(1, limits.takeNs(T0 + 17 * SECOND - 1));
        assertEquals(0, limits.takeNs(T0 + 17 * SECOND));
    }

    @Test
    void waitsTwiceAsLongAfterEachRefusal() {
        RequestLimits limits = new RequestLimits(15 * SECOND, new RequestLimits.Window(1000, SECOND));
        limits.refused(0, T0);
        assertEquals(15 * SECOND, limits.takeNs(T0));
        limits.refused(0, T0);
        assertEquals(30 * SECOND, limits.takeNs(T0));
        limits.refused(100 * SECOND, T0);
        assertEquals(100 * SECOND, limits.takeNs(T0));
        limits.granted();
        assertEquals(0, limits.takeNs(T0));
        limits.refused(0, T0);
        assertEquals(15 * SECOND, limits.takeNs(T0));
    }
}
