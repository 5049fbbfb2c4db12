package org.gradus.engine.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.gradus.engine.domain.BrokenInvariant;
import org.gradus.engine.portfolio.StateCopy;
import org.junit.jupiter.api.Test;

class SeenExecutionsTest {
    private static final long SEED = Long.getLong("gradus.seed", 20260105L);

    private record Id(long high, long low) {
    }

    @Test
    void marksAnExecutionOnce() {
        SeenExecutions seen = new SeenExecutions(4);
        seen.mark(0, 0);
        assertThrows(BrokenInvariant.class, () -> seen.mark(0, 0));
    }

    /// Few different ids, so that probes collide and ids come back after they were forgotten.
    @Test
    void remembersTheLastOnesAsAPlainSetDoes() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int run = 0; run < 300; run++) {
            int capacity = random.nextInt(1, 70);
            SeenExecutions seen = new SeenExecutions(capacity);
            Deque<Id> order = new ArrayDeque<>();
            Set<Id> plain = new HashSet<>();
            for (int i = 0; i < 500; i++) {
                Id id = new Id(random.nextInt(20), random.nextInt(10));
                assertEquals(plain.contains(id), seen.contains(id.high(), id.low()), "-Dgradus.seed=" + SEED);
                if (plain.add(id)) {
                    seen.mark(id.high(), id.low());
                    order.add(id);
                }
                if (order.size() > capacity) {
                    plain.remove(order.remove());
                }
                assertEquals(plain.size(), seen.size(), "-Dgradus.seed=" + SEED);
                if (random.nextInt(50) == 0) {
                    long hash = StateCopy.hash(seen);
                    seen = StateCopy.into(new SeenExecutions(capacity), seen);
                    assertEquals(hash, StateCopy.hash(seen), "-Dgradus.seed=" + SEED);
                }
            }
        }
    }
}
