package org.gradus.engine.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Bars lie on the UTC grid, before 1970 too.
class TimeframeTest {

    @Test
    void coversATimeWithOneBarOfEachLength() {
        assertEquals(
            List.of(
                "1m 2013-11-25T15:47:00Z 2013-11-25T15:48:00Z",
                "5m 2013-11-25T15:45:00Z 2013-11-25T15:50:00Z",
                "15m 2013-11-25T15:45:00Z 2013-11-25T16:00:00Z",
                "1h 2013-11-25T15:00:00Z 2013-11-25T16:00:00Z",
                "4h 2013-11-25T12:00:00Z 2013-11-25T16:00:00Z",
                "1d 2013-11-25T00:00:00Z 2013-11-26T00:00:00Z"),
            bars("2013-11-25T15:47:59.999999999Z"));
    }

    @Test
    void beginsABarOnTheGridAndEndsTheOneBefore() {
        long midnight = nanos("2024-02-29T00:00:00Z");
        assertEquals(midnight, Timeframe.D1.startOf(midnight));
        assertEquals(midnight + Timeframe.D1.nanos(), Timeframe.D1.endOf(midnight));
        assertEquals(midnight, Timeframe.D1.endOf(midnight - 1));
    }

    @Test
    void floorsTimesBeforeTheEpoch() {
        assertEquals(nanos("1969-12-31T20:00:00Z"), Timeframe.H4.startOf(-1));
    }

    @Test
    void readsItsLabels() {
        assertEquals(Timeframe.M15, Timeframe.parse("15m"));
        assertEquals("unknown Timeframe '2m', expected one of 1m, 5m, 15m, 1h, 4h, 1d",
                     assertThrows(IllegalArgumentException.class, () -> Timeframe.parse("2m")).getMessage());
    }

    private static List<String> bars(String time) {
        long epochNs = nanos(time);
        return Arrays.stream(Timeframe.values())
            .map(frame -> frame.label() + " " + text(frame.startOf(epochNs)) + " " + text(frame.endOf(epochNs)))
            .toList();
    }

    private static long nanos(String time) {
        Instant instant = Instant.parse(time);
        return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
    }

    private static Instant text(long epochNs) {
        return Instant.ofEpochSecond(0, epochNs);
    }
}
