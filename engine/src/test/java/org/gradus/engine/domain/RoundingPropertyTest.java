package org.gradus.engine.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

/// Every rule gives what the plain twin gives, for ordinary numbers, ties and extremes, and fails where the twin fails.
class RoundingPropertyTest {

    private static final int CASES = 200_000;
    private static final String OVERFLOW = "overflow";

    private final Longs longs = new Longs(Longs.SEED);

    @Test
    void roundsMoneyAsTheTwinDoes() {
        for (int i = 0; i < CASES; i++) {
            long price = longs.any();
            long quantity = longs.any();
            agree("money", () -> PlainRounding.money(price, quantity), () -> Rounding.money(price, quantity),
                  price, quantity);
            agree("moneyUp", () -> PlainRounding.moneyUp(price, quantity), () -> Rounding.moneyUp(price, quantity),
                  price, quantity);
            agree("moneyDown", () -> PlainRounding.moneyDown(price, quantity),
                  () -> Rounding.moneyDown(price, quantity), price, quantity);
            agree("feeUp", () -> PlainRounding.moneyUp(price, quantity), () -> Rounding.feeUp(price, quantity),
                  price, quantity);
            agree("fraction", () -> PlainRounding.moneyDown(price, quantity),
                  () -> Rounding.fraction(price, quantity), price, quantity);
        }
    }

    @Test
    void foretellsExactlyWhenMoneyOverflows() {
        for (int i = 0; i < CASES; i++) {
            long price = longs.any();
            // Half of the cases lie within a few units of the edge of what a long can hold.
            long edge = Long.MAX_VALUE / Math.max(1, Math.abs(price >> 1) / FixedPoint.ONE * 2);
            long quantity = longs.below(2) == 0 ? longs.any() : edge + longs.below(5) - 2;
            boolean overflows = OVERFLOW.equals(outcome(() -> PlainRounding.money(price, quantity)));
            assertEquals(overflows, Rounding.moneyOverflows(price, quantity), named("overflow", price, quantity));
        }
    }

    @Test
    void sharesACostAsTheTwinDoes() {
        for (int i = 0; i < CASES; i++) {
            long total = longs.any();
            long whole = longs.below(2) == 0 ? longs.positive() : -longs.positive();
            long part = longs.below(3) == 0 ? Math.max(longs.any(), -Long.MAX_VALUE) : whole / (1 + longs.below(9));
            agree("share", () -> PlainRounding.share(total, part, whole), () -> Rounding.share(total, part, whole),
                  total, part, whole);
        }
    }

    @Test
    void sizesQuantitiesAsTheTwinDoes() {
        for (int i = 0; i < CASES; i++) {
            long notional = longs.any();
            long price = longs.positive();
            long lot = longs.positive();
            agree("quantityFor", () -> PlainRounding.quantityFor(notional, price, lot),
                  () -> Rounding.quantityFor(notional, price, lot), notional, price, lot);
            agree("quantityDown", () -> PlainRounding.quantityDown(notional, lot),
                  () -> Rounding.quantityDown(notional, lot), notional, lot);
        }
    }

    @Test
    void putsPricesOnTheGridAsTheTwinDoes() {
        for (int i = 0; i < CASES; i++) {
            long price = longs.any();
            long tick = longs.positive();
            long stop = longs.below(2) == 0 ? longs.positive() : price / 100 * 97;
            agree("priceUp", () -> PlainRounding.priceUp(price, tick), () -> Rounding.priceUp(price, tick),
                  price, tick);
            agree("priceDown", () -> PlainRounding.priceDown(price, tick), () -> Rounding.priceDown(price, tick),
                  price, tick);
            long entry = price == Long.MIN_VALUE ? Long.MAX_VALUE : Math.abs(price);
            agree("stop", () -> PlainRounding.stopTowardEntry(entry, stop, tick),
                  () -> Rounding.stopTowardEntry(entry, stop, tick), entry, stop, tick);
        }
    }

    @Test
    void reportsRatiosAsTheTwinDoes() {
        for (int i = 0; i < CASES; i++) {
            long numerator = longs.any();
            long denominator = Math.max(longs.any(), -Long.MAX_VALUE);
            agree("ratioUp", () -> PlainRounding.ratioUp(numerator, denominator),
                  () -> Rounding.ratioUp(numerator, denominator), numerator, denominator);
            agree("ratioDown", () -> PlainRounding.ratioDown(numerator, denominator),
                  () -> Rounding.ratioDown(numerator, denominator), numerator, denominator);
        }
    }

    @Test
    void comparesProductsAsTheTwinDoes() {
        for (int i = 0; i < CASES; i++) {
            long a = longs.any();
            long b = longs.any();
            long c = longs.below(2) == 0 ? longs.any() : b;
            long d = longs.below(2) == 0 ? longs.any() : a;
            int expected = PlainRounding.compareProducts(a, b, c, d);
            String named = named("products", a, b, c, d);
            assertEquals(expected, Rounding.compareProducts(a, b, c, d), named);
            assertEquals(expected <= 0, Rounding.productAtMost(a, b, c, d), named);
        }
    }

    @Test
    void takesTheNearestValueToADoubleAsTheTwinDoes() {
        for (int i = 0; i < CASES; i++) {
            double value = longs.anyDouble();
            agree("nearest " + value, () -> PlainRounding.nearest(value), () -> FixedPoint.fromDouble(value));
        }
    }

    private static void agree(String rule, LongSupplier plain, LongSupplier fast, long... arguments) {
        Object expected = outcome(plain);
        Object actual = outcome(fast);
        if (!expected.equals(actual)) {
            assertEquals(expected, actual, named(rule, arguments));
        }
    }

    private static Object outcome(LongSupplier rule) {
        try {
            return rule.getAsLong();
        } catch (ArithmeticException _) {
            return OVERFLOW;
        }
    }

    private static String named(String rule, long... arguments) {
        return rule + Longs.named(Arrays.toString(arguments));
    }
}
