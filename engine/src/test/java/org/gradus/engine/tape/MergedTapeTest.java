package org.gradus.engine.tape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MergedTapeTest {
    @Test
    void ordersEventsByTimeAndEqualTimesBySource() {
        MergedTape merged = merged(new long[] {10, 20, 20, 40}, new long[] {5, 20, 30}, new long[] {20, 40});

        assertEquals(List.of("1:2@5", "0:2@10", "0:3@20", "0:4@20", "1:3@20", "2:2@20", "1:4@30", "0:5@40", "2:3@40"),
                read(merged));
    }

    @Test
    void staysAtItsEnd() {
        MergedTape merged = merged(new long[] {1}, new long[] {});

        assertTrue(merged.advance());
        assertFalse(merged.advance());
        assertFalse(merged.advance());
        assertThrows(IllegalStateException.class, merged::event);
    }

    @Test
    void isEmptyWithoutSources() {
        assertEquals(List.of(), read(new MergedTape(List.of())));
    }

    @Test
    void equalsAStableSortForAnySources() {
        for (long seed = 0; seed < 200; seed++) {
            long[][] times = randomTimes(new Random(seed));
            assertEquals(sorted(times), read(merged(times)), "seed " + seed);
        }
    }

    @Test
    void continuesAfterThePositionsOfAnyPrefixWithExactlyTheRest() {
        for (long seed = 0; seed < 50; seed++) {
            long[][] times = randomTimes(new Random(seed));
            List<String> whole = read(merged(times));
            for (int seen = 0; seen <= whole.size(); seen++) {
                MergedTape resumed = merged(times);
                resumed.skipTo(lastPositions(merged(times), seen, times.length));
                assertEquals(whole.subList(seen, whole.size()), read(resumed), "seed " + seed + ", seen " + seen);
            }
        }
    }

    @Test
    void refusesToSkipOnceReadOrWithTheWrongNumberOfPositions() {
        MergedTape merged = merged(new long[] {1}, new long[] {2});
        assertThrows(IllegalArgumentException.class, () -> merged.skipTo(new long[] {1}));
        merged.advance();
        assertThrows(IllegalArgumentException.class, () -> merged.skipTo(new long[] {1, 1}));
    }

    @Test
    void refusesASourceThatStandsAtAnotherIndex() {
        MergedTape merged = new MergedTape(List.of(new ListTape(1, 10)));

        assertEquals("tape 0 of the merge calls itself source 1",
                assertThrows(IllegalStateException.class, merged::advance).getMessage());
    }

    @Test
    void closesEverySourceEvenWhenOneFails() {
        RuntimeException first = new TapeException("first");
        RuntimeException second = new TapeException("second");
        List<ListTape> sources = List.of(new ListTape(first, 0), new ListTape(second, 1), new ListTape(2));
        MergedTape merged = new MergedTape(sources);

        assertSame(first, assertThrows(TapeException.class, merged::close));
        assertEquals(List.of(second), List.of(first.getSuppressed()));
        assertTrue(sources.stream().allMatch(source -> source.closed));
    }

    private static MergedTape merged(long[]... times) {
        List<Tape> sources = new ArrayList<>();
        for (long[] source : times) {
            sources.add(new ListTape(sources.size(), source));
        }
        return new MergedTape(sources);
    }

    private static List<String> read(Tape tape) {
        List<String> events = new ArrayList<>();
        while (tape.advance()) {
            TapeEvent event = tape.event();
            events.add(event.source() + ":" + event.position() + "@" + event.timeNs());
        }
        return events;
    }

    private static long[] lastPositions(Tape tape, int events, int sources) {
        long[] positions = new long[sources];
        for (int i = 0; i < events; i++) {
            tape.advance();
            positions[tape.event().source()] = tape.event().position();
        }
        return positions;
    }

    private static long[][] randomTimes(Random random) {
        long[][] times = new long[1 + random.nextInt(5)][];
        for (int source = 0; source < times.length; source++) {
            times[source] = random.longs(random.nextInt(12), 0, 15).sorted().toArray();
        }
        return times;
    }

    private static List<String> sorted(long[][] times) {
        record Row(int source, int line, long timeNs) { }
        List<Row> rows = new ArrayList<>();
        for (int source = 0; source < times.length; source++) {
            for (int i = 0; i < times[source].length; i++) {
                rows.add(new Row(source, i + 2, times[source][i]));
            }
        }
        rows.sort(Comparator.comparingLong(Row::timeNs));
        return rows.stream().map(row -> row.source + ":" + row.line + "@" + row.timeNs).toList();
    }
}
