package org.gradus.tools.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EnvelopeTest {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final int MOST_POINTS = 4_800;

    record Point(long timeNs, double value) {
    }

    @Test
    void keepsEachValueWhileThereIsRoom() {
        List<Point> given = List.of(new Point(0, 3), new Point(2 * SECOND_NS, 1), new Point(5 * SECOND_NS, 2));
        assertEquals(given, points(envelope(given)));
    }

    @Test
    void losesNoExtremeHoweverManyValuesCome() {
        for (long seed = 1; seed <= 5; seed++) {
            List<Point> given = walk(seed, 50_000);
            Envelope envelope = envelope(given);
            List<Point> kept = points(envelope);
            assertTrue(kept.size() <= MOST_POINTS, "seed " + seed + " keeps " + kept.size());
            assertTrue(given.containsAll(kept.subList(0, 50)), "seed " + seed + " makes values up");
            assertEquals(given.stream().mapToDouble(Point::value).max().orElseThrow(), envelope.highest(), "seed "
                    + seed);
            assertEquals(given.stream().mapToDouble(Point::value).min().orElseThrow(), envelope.lowest(), "seed "
                    + seed);
            assertEquals(kept.stream().sorted((a, b) -> Long.compare(a.timeNs(), b.timeNs())).toList(), kept,
                    "seed " + seed);
        }
    }

    private static List<Point> walk(long seed, int steps) {
        Random random = new Random(seed);
        List<Point> points = new ArrayList<>();
        long timeNs = seed * SECOND_NS;
        double value = 100;
        for (int i = 0; i < steps; i++) {
            timeNs += 1 + random.nextLong(10 * SECOND_NS);
            value += random.nextGaussian();
            points.add(new Point(timeNs, value));
        }
        return points;
    }

    private static Envelope envelope(List<Point> given) {
        Envelope envelope = new Envelope();
        given.forEach(point -> envelope.add(point.timeNs(), point.value()));
        return envelope;
    }

    private static List<Point> points(Envelope envelope) {
        List<Point> points = new ArrayList<>();
        envelope.forEach((timeNs, value) -> points.add(new Point(timeNs, value)));
        return points;
    }
}
