package org.gradus.engine.risk;

import static org.gradus.engine.domain.FixedPoint.format;
import static org.gradus.engine.domain.FixedPoint.parse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DailyCapsTest {
    private static final long HOUR_NS = 3_600_000_000_000L;

    private final DailyCaps caps = new DailyCaps(20, parse("0.03"));

    @Test
    void pausesAtTheLossOfTheDay() {
        assertFalse(at(1, "100000"));
        assertFalse(at(2, "97000.000000001"));
        assertTrue(at(3, "97000"));
        assertFalse(at(4, "96000"));
        assertTrue(caps.paused());
        assertEquals("0.04", format(caps.loss(parse("96000"))));
        assertEquals("0.03", format(caps.loss(parse("100000"))));
    }

    @Test
    void measuresFromTheStartOfTheDayAndNotFromItsPeak() {
        at(1, "100000");
        at(2, "110000");
        assertFalse(at(3, "97001"));
        assertEquals("0.02999", format(caps.loss(parse("97001"))));
    }

    @Test
    void beginsAnewAtMidnight() {
        at(1, "100000");
        at(2, "90000");
        caps.onEntrySubmitted();
        assertFalse(at(24 - 1, "90000"));
        assertEquals("1 entries, paused", entriesAndPause());
        assertFalse(at(24, "90000"));
        assertEquals("0 entries, open", entriesAndPause());
        assertEquals("0", format(caps.loss(parse("90000"))));
        assertTrue(at(25, "87300"));
    }

    @Test
    void beginsTheDayItWakesUpInWhenWholeDaysWentBy() {
        at(1, "100000");
        assertFalse(at(24 * 5 + 7, "50000"));
        assertFalse(at(24 * 6 - 1, "49000"));
        assertTrue(at(24 * 6 - 1, "48500"));
        assertFalse(at(24 * 6, "48500"));
        assertEquals("0 entries, open", entriesAndPause());
    }

    @Test
    void takesDepositsAndWithdrawalsForNeitherGainNorLoss() {
        at(1, "100000");
        caps.onCashFlow(parse("-40000"));
        assertFalse(at(2, "60000"));
        caps.onCashFlow(parse("10000"));
        assertFalse(at(3, "70000"));
        assertTrue(at(4, "67900"));
    }

    @Test
    void isFarFromItsCapWhileTheLowestEquityKeepsAboveIt() {
        assertFalse(caps.farFrom(parse("100000")), "the day has not begun");
        caps.onTime(1, parse("100000"));
        assertTrue(caps.farFrom(parse("97000.01")));
        assertFalse(caps.farFrom(parse("97000")));
        caps.onEquity(parse("97000"));
        assertTrue(caps.farFrom(parse("90000")), "paused already");
    }

    @Test
    void cannotMeasureWithoutEquity() {
        assertFalse(caps.measurable());
        at(1, "0");
        assertFalse(caps.measurable());
        caps.onCashFlow(parse("10"));
        assertTrue(caps.measurable());
    }

    private boolean at(long hour, String equity) {
        return caps.onTime(hour * HOUR_NS, parse(equity));
    }

    private String entriesAndPause() {
        return caps.entries() + " entries, " + (caps.paused() ? "paused" : "open");
    }
}
