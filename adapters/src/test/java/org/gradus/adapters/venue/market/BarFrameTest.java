package org.gradus.adapters.venue.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BarFrameTest {
    private static long ns(String time) {
        return Timestamps.epochNs(Instant.parse(time));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1Min", "59min", "5T", "1Hour", "23H", "1Day", "1D", "1Week", "1w", "1Month", "12Month",
            "6M"})
    void readsWhatTheServiceReads(String text) {
        assertTrue(BarFrame.parse(text, ZoneOffset.UTC).isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"D1", "0Min", "60Min", "24Hour", "2Day", "2Week", "5Month", "Min", "", "1 Min", "1.5Hour",
            "-1Min", "001Min"})
    void refusesWhatTheServiceRefuses(String text) {
        assertTrue(BarFrame.parse(text, ZoneOffset.UTC).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"5Min,2026-11-25T10:13:20Z,2026-11-25T10:10:00Z,2026-11-25T10:15:00Z",
            "4Hour,2026-11-25T10:13:20Z,2026-11-25T08:00:00Z,2026-11-25T12:00:00Z",
            "1Day,2026-11-25T10:13:20Z,2026-11-25T00:00:00Z,2026-11-26T00:00:00Z",
            "1Week,2026-11-29T23:59:59Z,2026-11-23T00:00:00Z,2026-11-30T00:00:00Z",
            "1Month,2026-02-28T10:00:00Z,2026-02-01T00:00:00Z,2026-03-01T00:00:00Z",
            "3Month,2026-06-30T10:00:00Z,2026-04-01T00:00:00Z,2026-07-01T00:00:00Z",
            "7Hour,2026-11-25T22:00:00Z,2026-11-25T21:00:00Z,2026-11-26T00:00:00Z"})
    void barsOfCoinsLieOnTheUtcCalendar(String text, String time, String start, String end) {
        BarFrame frame = BarFrame.parse(text, ZoneOffset.UTC).orElseThrow();
        assertEquals(ns(start), frame.startNs(ns(time)));
        assertEquals(ns(end), frame.endNs(ns(start)));
    }

    @ParameterizedTest
    @CsvSource({"1Day,2026-11-25T03:00:00Z,2026-11-24T05:00:00Z", "1Day,2026-07-01T03:59:00Z,2026-06-30T04:00:00Z",
            "1Week,2026-11-02T04:00:00Z,2026-10-26T04:00:00Z"})
    void daysOfStocksBeginAtMidnightInNewYork(String text, String time, String start) {
        assertEquals(ns(start), BarFrame.parse(text, Timestamps.NEW_YORK).orElseThrow().startNs(ns(time)));
    }

    @Test
    void everyTimeLiesInExactlyOneBar() {
        Random random = new Random(3);
        List<String> texts = List.of("1Min", "7Min", "45Min", "1Hour", "5Hour", "1Day", "1Week", "1Month", "4Month");
        for (ZoneId zone : List.of(ZoneOffset.UTC, Timestamps.NEW_YORK)) {
            for (String text : texts) {
                BarFrame frame = BarFrame.parse(text, zone).orElseThrow();
                for (int i = 0; i < 300; i++) {
                    long timeNs = 1_500_000_000_000_000_000L + (long) (random.nextDouble() * 3e17);
                    long startNs = frame.startNs(timeNs);
                    long endNs = frame.endNs(startNs);
                    assertTrue(startNs <= timeNs && timeNs < endNs, () -> text + " " + zone + " " + timeNs);
                    assertEquals(startNs, frame.startNs(startNs));
                    assertEquals(startNs, frame.startNs(endNs - 1));
                    assertEquals(endNs, frame.startNs(endNs));
                }
            }
        }
    }
}
