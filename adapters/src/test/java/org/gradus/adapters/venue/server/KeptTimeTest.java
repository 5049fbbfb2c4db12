package org.gradus.adapters.venue.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.gradus.adapters.venue.market.TapeTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptTimeTest {
    @TempDir
    private Path directory;

    @Test
    void aVenueBeginsWhereItsTapeSays() {
        assertEquals(new TapeTime(1_000, 7), KeptTime.of(directory, new TapeTime(1_000, 7), 1, 50));
    }

    @Test
    void theNextOneStandsWhereTheFirstWouldStand() {
        KeptTime.of(directory, new TapeTime(1_000, 7), 60, 50);
        assertEquals(new TapeTime(1_600, 7), KeptTime.of(directory, new TapeTime(9_999, 99), 60, 60));
        assertEquals(new TapeTime(2_200, 7), KeptTime.of(directory, new TapeTime(9_999, 99), 60, 70));
    }

    @Test
    void whatIsNotKeptBeginsAnew() {
        assertEquals(new TapeTime(9, 9), KeptTime.of(null, new TapeTime(9, 9), 1, 50));
    }
}
