package org.gradus.engine.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RateLimiterTest {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final boolean EXIT = true;
    private static final boolean ENTRY = false;

    private final RateLimiter limiter = new RateLimiter(9, 4);

    @Test
    void forgetsASubmissionExactlySixtySecondsLater() {
        limiter.record(0);
        assertEquals(1, limiter.used(0));
        assertEquals(1, limiter.used(60 * SECOND_NS - 1));
        assertEquals(0, limiter.used(60 * SECOND_NS));
    }

    @Test
    void admitsFiveEntriesAndNineExits() {
        assertEquals(5, admitted(ENTRY));
        assertEquals(4, admitted(EXIT));
        assertEquals(0, admitted(EXIT));
    }

    @Test
    void admitsAgainWhenASubmissionIsAMinuteOld() {
        for (int i = 0; i < 9; i++) {
            assertTrue(limiter.admits(EXIT, i * SECOND_NS));
            limiter.record(i * SECOND_NS);
        }
        assertFalse(limiter.admits(EXIT, 60 * SECOND_NS - 1));
        assertTrue(limiter.admits(EXIT, 60 * SECOND_NS));
        assertFalse(limiter.admits(ENTRY, 64 * SECOND_NS - 1));
        assertTrue(limiter.admits(ENTRY, 64 * SECOND_NS));
    }

    @Test
    void neverAdmitsEntriesWhenAllIsReserved() {
        assertFalse(new RateLimiter(3, 3).admits(ENTRY, 0));
    }

    @Test
    void agreesWithAPlainListOfTimes() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            int limit = 1 + random.nextInt(12);
            RateLimiter clever = new RateLimiter(limit, random.nextInt(limit + 1));
            PlainLimiter plain = new PlainLimiter(limit, clever.entryLimit());
            long nowNs = random.nextLong(1_000);
            for (int step = 0; step < 300; step++) {
                nowNs += random.nextInt(4) == 0 ? 0 : random.nextLong(20 * SECOND_NS);
                boolean reduces = random.nextBoolean();
                assertEquals(plain.answer(reduces, nowNs), answer(clever, reduces, nowNs), "seed " + seed);
                if (clever.admits(reduces, nowNs)) {
                    clever.record(nowNs);
                    plain.times.add(nowNs);
                }
            }
        }
    }

    private int admitted(boolean reduces) {
        int count = 0;
        while (limiter.admits(reduces, 0)) {
            limiter.record(0);
            count++;
        }
        return count;
    }

    private static List<Long> answer(RateLimiter limiter, boolean reduces, long nowNs) {
        return List.of((long) limiter.used(nowNs), limiter.admits(reduces, nowNs) ? 1L : 0L);
    }

    /// The obvious limiter: remembers everything and counts from the definition.
    private static final class PlainLimiter {
        private final List<Long> times = new ArrayList<>();
        private final int limit;
        private final int entryLimit;

        PlainLimiter(int limit, int entryLimit) {
            this.limit = limit;
            this.entryLimit = entryLimit;
        }

        List<Long> answer(boolean reduces, long nowNs) {
            int allowed = reduces ? limit : entryLimit;
            return List.of(used(nowNs), used(nowNs) < allowed ? 1L : 0L);
        }

        private long used(long nowNs) {
            return times.stream().filter(time -> time > nowNs - 60 * SECOND_NS && time <= nowNs).count();
        }
    }
}
