package org.gradus.engine.domain;

import static org.gradus.engine.domain.FixedPoint.parse;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/// The rounding rules by example, in the words of the contract.
class RoundingTest {

    private static final long CENT = parse("0.01");

    /// Keeps the results of the allocation check alive.
    private static long sink;

    @Test
    void roundsMoneyHalfToEven() {
        assertAll(
            () -> assertEquals(parse("4988.75"), Rounding.money(parse("812.5"), parse("6.14"))),
            () -> assertEquals(0, Rounding.money(1, 500_000_000)),
            () -> assertEquals(2, Rounding.money(1, 1_500_000_000)),
            () -> assertEquals(2, Rounding.money(1, 2_500_000_000L)),
            () -> assertEquals(-2, Rounding.money(1, -1_500_000_000)),
            () -> assertEquals(parse("9000000000"), Rounding.money(parse("90000"), parse("100000"))));
    }

    @Test
    void refusesMoneyBeyondALong() {
        long tooMuch = parse("100000");
        assertTrue(Rounding.moneyOverflows(tooMuch, tooMuch));
        assertThrows(ArithmeticException.class, () -> Rounding.money(tooMuch, tooMuch));
    }

    @Test
    void knowsTheVeryEdgeOfMoney() {
        assertAll(
            () -> assertFalse(Rounding.moneyOverflows(Long.MAX_VALUE, FixedPoint.ONE)),
            () -> assertEquals(Long.MAX_VALUE, Rounding.money(Long.MAX_VALUE, FixedPoint.ONE)),
            () -> assertEquals(Long.MIN_VALUE, Rounding.money(Long.MIN_VALUE, FixedPoint.ONE)),
            () -> assertFalse(Rounding.moneyOverflows(Long.MIN_VALUE, FixedPoint.ONE)),
            () -> assertTrue(Rounding.moneyOverflows(Long.MIN_VALUE, -FixedPoint.ONE)),
            () -> assertTrue(Rounding.moneyOverflows(Long.MIN_VALUE, FixedPoint.ONE + 1)),
            () -> assertTrue(Rounding.moneyOverflows(Long.MAX_VALUE, FixedPoint.ONE + 1)));
    }

    /// The factors of the first product that is too large, of the last that is not too small, and of its neighbour.
    @Test
    void foretellsTheEdgeOfMoneyToTheLastUnit() {
        long half = FixedPoint.ONE / 2;
        long tooLarge = half * ((1L << 32) - 1);
        long tooSmall = 7_703L * 380_131 * 559_217;
        assertAll(
            () -> assertTrue(Rounding.moneyOverflows((1L << 32) + 1, tooLarge)),
            () -> assertThrows(ArithmeticException.class, () -> Rounding.money((1L << 32) + 1, tooLarge)),
            () -> assertFalse(Rounding.moneyOverflows(half * 274_177, -67_280_421_310_721L)),
            () -> assertEquals(Long.MIN_VALUE, Rounding.money(half * 274_177, -67_280_421_310_721L)),
            () -> assertTrue(Rounding.moneyOverflows(tooSmall, -5_632_694_220_221L)),
            () -> assertThrows(ArithmeticException.class, () -> Rounding.money(tooSmall, -5_632_694_220_221L)));
    }

    @Test
    void roundsFeesUpAndFractionsDown() {
        assertEquals(parse("12.471875"), Rounding.feeUp(parse("4988.75"), parse("0.0025")));
        assertEquals(1, Rounding.feeUp(1, parse("0.0025")));
        assertEquals(parse("5000"), Rounding.fraction(parse("100000"), parse("0.05")));
        assertEquals(0, Rounding.fraction(19, parse("0.05")));
    }

    @Test
    void buysWholeLotsThatTheNotionalCovers() {
        assertEquals(parse("6.15"), Rounding.quantityFor(parse("5000"), parse("812.5"), CENT));
        assertEquals(0, Rounding.quantityFor(parse("5000"), parse("812.5"), parse("10")));
        assertEquals(0, Rounding.quantityFor(parse("-1"), parse("812.5"), CENT));
    }

    @Test
    void stopsAtTheLargestQuantityWhenThePriceIsNextToNothing() {
        assertEquals(Long.MAX_VALUE - Long.MAX_VALUE % CENT, Rounding.quantityFor(parse("5000"), 1, CENT));
    }

    @Test
    void roundsAStopTowardTheEntryAndNeverAboveIt() {
        assertAll(
            () -> assertEquals(parse("788.13"), Rounding.stopTowardEntry(parse("812.5"), parse("788.125"), CENT)),
            () -> assertEquals(parse("788.12"), Rounding.stopTowardEntry(parse("812.5"), parse("788.12"), CENT)),
            () -> assertEquals(parse("812.5"), Rounding.stopTowardEntry(parse("812.5"), parse("812.499"), CENT)),
            () -> assertEquals(parse("812.5"), Rounding.stopTowardEntry(parse("812.5"), parse("813"), CENT)),
            () -> assertEquals(parse("0.01"), Rounding.stopTowardEntry(parse("0.019"), parse("0.015"), CENT)));
    }

    @Test
    void sharesTheCostOfAPositionHalfToEven() {
        assertEquals(parse("33.333333333"), Rounding.share(parse("100"), parse("1"), parse("3")));
        assertEquals(parse("100"), Rounding.share(parse("100"), parse("-3"), parse("-3")));
        assertThrows(ArithmeticException.class, () -> Rounding.share(1, 1, 0));
    }

    @Test
    void roundsARatioAgainstTheOrder() {
        assertAll(
            () -> assertEquals(parse("0.0498875"), Rounding.ratioUp(parse("4988.75"), parse("100000"))),
            () -> assertEquals(parse("0.33333334"), Rounding.ratioUp(1, 3)),
            () -> assertEquals(parse("0.33333333"), Rounding.ratioDown(1, 3)),
            () -> assertEquals(parse("-0.33333334"), Rounding.ratioDown(-1, 3)),
            () -> assertEquals(parse("-0.33333333"), Rounding.ratioUp(1, -3)));
    }

    @Test
    void reportsTheLargestRatioWhenNothingIsLeftToDivideBy() {
        assertAll(
            () -> assertEquals(0, Rounding.ratioUp(0, 0)),
            () -> assertEquals(Long.MAX_VALUE / 10 * 10, Rounding.ratioUp(1, 0)),
            () -> assertEquals(Long.MAX_VALUE / 10 * 10, Rounding.ratioUp(parse("5000"), 1)),
            () -> assertEquals(-(Long.MAX_VALUE / 10 * 10), Rounding.ratioDown(parse("5000"), -1)));
    }

    @Test
    void comparesProductsThatNoLongHolds() {
        assertTrue(Rounding.productAtMost(Long.MAX_VALUE, Long.MAX_VALUE, Long.MIN_VALUE, Long.MIN_VALUE));
        assertFalse(Rounding.productAtMost(parse("5000.01"), FixedPoint.ONE, parse("100000"), parse("0.05")));
        assertTrue(Rounding.productAtMost(parse("5000"), FixedPoint.ONE, parse("100000"), parse("0.05")));
    }

    @Test
    void allocatesNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        everyRule();
        threads.getCurrentThreadAllocatedBytes();
        long before = threads.getCurrentThreadAllocatedBytes();
        everyRule();
        assertEquals(0, threads.getCurrentThreadAllocatedBytes() - before);
    }

    private static void everyRule() {
        for (int i = 1; i <= 10_000; i++) {
            long price = i * 1_234_567_891L;
            long quantity = i * 98_765L;
            sink += Rounding.money(price, quantity) + Rounding.moneyUp(price, i) + Rounding.moneyDown(price, i)
                + Rounding.feeUp(price, 2_500_000) + Rounding.fraction(price, 50_000_000)
                + Rounding.quantityFor(price * 1_000, price, i) + Rounding.share(price, quantity, price)
                + Rounding.stopTowardEntry(price, price - price / 40, 10_000_000) + Rounding.ratioUp(quantity, price)
                + Rounding.ratioDown(-quantity, price) + Rounding.compareProducts(price, i, quantity, price)
                + FixedPoint.fromDouble(i * 0.1) + FixedPoint.parse("812.25")
                + (Rounding.moneyOverflows(price, i) ? 1 : 0);
        }
    }
}
