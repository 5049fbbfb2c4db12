package org.gradus.engine.ingress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// Engine time that goes by a venue's clock: close to it, never back, and not led astray by one wrong reading.
class FollowedClockTest {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final long TEN_MINUTES_NS = 600 * SECOND_NS;

    private final AtomicLong worldNs = new AtomicLong();

    @Test
    void itRunsOnAtTheVenuesSpeedAndNeverBack() {
        FollowedClock clock = new FollowedClock(worldNs::get, 60, 1_000);
        worldNs.addAndGet(10);
        assertEquals(1_600, clock.nowNs());
        assertTrue(clock.venueSays(1_500));
        assertEquals(1_600, clock.nowNs());
        worldNs.addAndGet(10);
        assertEquals(2_100, clock.nowNs());
    }

    @Test
    void aReadingFarAheadIsNotBelieved() {
        FollowedClock clock = new FollowedClock(worldNs::get, 1, 0);
        assertFalse(clock.venueSays(TEN_MINUTES_NS));
        worldNs.addAndGet(SECOND_NS);
        assertEquals(SECOND_NS, clock.nowNs());
        assertTrue(clock.venueSays(SECOND_NS), "the next one is right again");
        assertFalse(clock.venueSays(TEN_MINUTES_NS));
        assertFalse(clock.venueSays(TEN_MINUTES_NS), "the one before it does not count any more");
    }

    @Test
    void readingsThatAgreeAreBelieved() {
        FollowedClock clock = new FollowedClock(worldNs::get, 1, 0);
        assertFalse(clock.venueSays(TEN_MINUTES_NS));
        worldNs.addAndGet(SECOND_NS);
        assertFalse(clock.venueSays(TEN_MINUTES_NS + SECOND_NS));
        worldNs.addAndGet(SECOND_NS);
        assertTrue(clock.venueSays(TEN_MINUTES_NS + 2 * SECOND_NS));
        assertEquals(TEN_MINUTES_NS + 2 * SECOND_NS, clock.nowNs());
    }

    @Test
    void aClockThatHasGoneBackIsWaitedForAndNotTrustedMeanwhile() {
        FollowedClock clock = new FollowedClock(worldNs::get, 1, 2 * TEN_MINUTES_NS);
        for (int reading = 0; reading < 4; reading++) {
            assertFalse(clock.venueSays(TEN_MINUTES_NS));
        }
        assertEquals(2 * TEN_MINUTES_NS, clock.nowNs());
        worldNs.addAndGet(TEN_MINUTES_NS + SECOND_NS);
        assertTrue(clock.venueSays(2 * TEN_MINUTES_NS + SECOND_NS), "it has caught up");
        assertEquals(2 * TEN_MINUTES_NS + SECOND_NS, clock.nowNs());
    }

    @Test
    void aSecondOfTheWorldIsBelievedAtAnySpeed() {
        FollowedClock clock = new FollowedClock(worldNs::get, 1_800, 0);
        assertTrue(clock.venueSays(1_800 * SECOND_NS));
    }
}
