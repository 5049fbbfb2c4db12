package org.gradus.adapters.tape;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NewYorkSessionTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @Test
    void closesAtFourInTheAfternoonInWinterAndSummer() {
        NewYorkSession session = new NewYorkSession();
        assertEquals("2013-11-01T20:00:00Z", close(session, "2013-11-01T04:00:00Z"));
        assertEquals("2013-11-04T21:00:00Z", close(session, "2013-11-04T05:00:00Z"));
        assertEquals("2013-11-03T21:00:00Z", close(session, "2013-11-03T04:00:00Z"));
        assertEquals("2014-03-09T20:00:00Z", close(session, "2014-03-09T05:00:00Z"));
    }

    @Test
    void neverClosesBeforeABarThatIsStampedInUtcStarts() {
        assertEquals("2014-01-02T21:00:00Z", close(new NewYorkSession(), "2014-01-02T00:00:00Z"));
        assertEquals("2014-01-02T21:00:00Z", close(new NewYorkSession(), "2014-01-01T21:00:00Z"));
    }

    @Test
    void agreesWithTheCalendarAtAnyTimeInAnyOrder() {
        NewYorkSession session = new NewYorkSession();
        for (long hour = FieldParser.EARLIEST_NS / 3_600_000_000_000L; hour < 1_000_000; hour++) {
            assertEquals(plainly(hour * 3_600), session.nextCloseNs(hour * 3_600_000_000_000L), "hour " + hour);
        }
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            long second = random.nextLong(FieldParser.EARLIEST_NS / 1_000_000_000L, 4_102_444_800L);
            assertEquals(plainly(second), session.nextCloseNs(second * 1_000_000_000L), "second " + second);
        }
    }

    private static long plainly(long second) {
        Instant start = Instant.ofEpochSecond(second);
        ZonedDateTime close = start.atZone(NEW_YORK).with(LocalTime.of(16, 0));
        ZonedDateTime next = close.toInstant().isAfter(start) ? close : close.plusDays(1);
        return next.toEpochSecond() * 1_000_000_000L;
    }

    private static String close(NewYorkSession session, String start) {
        long startNs = Instant.parse(start).getEpochSecond() * 1_000_000_000L;
        return Instant.ofEpochSecond(0, session.nextCloseNs(startNs)).toString();
    }
}
