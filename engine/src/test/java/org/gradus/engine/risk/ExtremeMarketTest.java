package org.gradus.engine.risk;

import static org.gradus.engine.domain.FixedPoint.format;
import static org.gradus.engine.domain.FixedPoint.parse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ExtremeMarketTest {
    private static final long MINUTE_NS = 60_000_000_000L;
    private static final long DAY = 1_440;
    /// 00:00 UTC of some day, in minutes.
    private static final long MIDNIGHT = 20_000 * DAY;

    private final ExtremeMarket market = new ExtremeMarket(parse("0.2"), 5 * MINUTE_NS);

    @Test
    void tripsBeyondTheLimitEitherWay() {
        assertEquals("no at 0", minute(0, "1000"));
        assertEquals("no at 0.2", minute(1, "1200"));
        assertEquals("no at 0.2", minute(2, "800"));
        assertEquals("trips at 0.20000001", minute(3, "799.999999"));
    }

    @Test
    void comparesWithTheMarkOfTwentyFourHoursAgo() {
        minute(0, "1000");
        minute(1, "900");
        minute(2, "800");
        assertEquals("no at 0.1", minute(DAY, "900"));
        // The mark of midnight is the one of this morning by now, so only 24 hours ago is left to compare with.
        assertEquals("trips at 0.21111112", minute(DAY + 1, "1090"));
    }

    @Test
    void comparesWithTheMarkOfMidnight() {
        minute(600, "1000");
        minute(DAY - 10, "1100");
        assertEquals("no at 0.11", minute(DAY + 5, "1110"));
        assertEquals("no at 0.2", minute(DAY + 10, "880"));
        assertEquals("trips at 0.20909091", minute(DAY + 15, "870"));
    }

    @Test
    void takesTheMinuteThatEndsAtMidnightForTheMarkOfMidnight() {
        minute(600, "1000");
        minute(DAY, "1190");
        assertEquals("no at 0.17", minute(DAY + 700, "1170"));
        assertEquals("trips at 0.20084034", minute(DAY + 701, "951"));
    }

    @Test
    void takesTheLastMarkBeforeAGap() {
        minute(0, "1000");
        minute(10, "1100");
        minute(50, "1150");
        // 24 hours before this minute lies in the gap between the minutes 10 and 50.
        assertEquals("no at 0.1909091", minute(DAY + 30, "1310"));
        assertEquals("no at 0.1", minute(DAY + 50, "1265"));
    }

    @Test
    void letsTheOldestMarkStandInWhileTheHistoryIsYoung() {
        minute(300, "1000");
        minute(400, "1100");
        assertEquals("trips at 0.21", minute(500, "1210"));
    }

    @Test
    void staysLatchedUntilItIsReleased() {
        minute(0, "1000");
        assertEquals("trips at 0.3", minute(1, "1300"));
        assertEquals("no at 0", minute(2, "1000"));
        assertTrue(market.latched());
        assertEquals("0.3", format(market.trippedMove()));
        market.release();
        assertFalse(market.latched());
        assertEquals("no at 0.1", minute(3, "1100"));
        assertEquals("trips at 0.25", minute(4, "1250"));
    }

    @Test
    void missesAReferenceThatIsAbsentOrStale() {
        assertTrue(market.missing(0));
        minute(0, "1000");
        long endNs = MIDNIGHT * MINUTE_NS;
        assertFalse(market.missing(endNs + 5 * MINUTE_NS));
        assertTrue(market.missing(endNs + 5 * MINUTE_NS + 1));
    }

    @Test
    void ignoresMinutesOutOfOrderAndMarksThatAreNoPrice() {
        minute(5, "1000");
        assertEquals("no at 0", minute(5, "2000"));
        assertEquals("no at 0", minute(4, "2000"));
        assertEquals("no at 0", minute(6, "0"));
        assertEquals(MINUTE_NS, market.ageNs((MIDNIGHT + 6) * MINUTE_NS));
    }

    @Test
    void agreesWithAPlainHistoryOfAllMarks() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 5; round++) {
            ExtremeMarket clever = new ExtremeMarket(parse("0.2"), MINUTE_NS);
            TreeMap<Long, Long> history = new TreeMap<>();
            long minute = MIDNIGHT + random.nextLong(DAY);
            for (int step = 0; step < 6_000; step++) {
                minute += random.nextInt(200) == 0 ? 1 + random.nextLong(2 * DAY) : 1;
                long mark = parse("1000") + random.nextLong(parse("180"));
                history.put(minute, mark);
                clever.onMinute(minute * MINUTE_NS, mark);
                assertEquals(plainMove(history, minute), clever.move(), "seed " + seed);
            }
        }
    }

    private static long plainMove(TreeMap<Long, Long> history, long minute) {
        long dayAgo = moveFrom(history, minute - DAY, minute);
        return Math.max(dayAgo, moveFrom(history, minute - minute % DAY, minute));
    }

    private static long moveFrom(TreeMap<Long, Long> history, long from, long to) {
        Map.Entry<Long, Long> entry = history.floorEntry(from);
        long mark = entry == null ? history.firstEntry().getValue() : entry.getValue();
        BigDecimal distance = new BigDecimal(history.get(to) - mark).abs();
        return distance.divide(new BigDecimal(mark), 8, RoundingMode.UP).movePointRight(9).longValueExact();
    }

    private String minute(long sinceMidnight, String mark) {
        boolean trips = market.onMinute((MIDNIGHT + sinceMidnight) * MINUTE_NS, parse(mark));
        return (trips ? "trips" : "no") + " at " + format(market.move());
    }
}
