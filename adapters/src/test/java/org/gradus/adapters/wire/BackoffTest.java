package org.gradus.adapters.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private final Backoff backoff = new Backoff(100, 1_000);

    private List<Long> next(int count, double draw) {
        return IntStream.range(0, count).mapToObj(_ -> backoff.nextNs(draw)).toList();
    }

    @Test
    void waitsTwiceAsLongEachTimeUpToTheLongest() {
        assertEquals(List.of(100L, 200L, 400L, 800L, 1_000L, 1_000L), next(6, 0.5));
    }

    @Test
    void isDrawnOutOfStepWithOthers() {
        assertEquals(70, backoff.nextNs(0));
        assertEquals(259, backoff.nextNs(0.999));
    }

    @Test
    void beginsAnewOnlyAfterItHasWorkedForLong() {
        next(3, 0.5);
        backoff.worked(999);
        assertEquals(800, backoff.nextNs(0.5));
        backoff.worked(1_000);
        assertEquals(100, backoff.nextNs(0.5));
    }
}
