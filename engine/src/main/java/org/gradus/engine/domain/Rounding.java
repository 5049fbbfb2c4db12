package org.gradus.engine.domain;

import static org.gradus.engine.domain.FixedPoint.ONE;

/// The one class that owns every rounding rule. Money is rounded half-even per product, fees up, quantities down,
/// stop prices toward the entry, reported ratios against the order. Products go through 128 bits; nothing here
/// allocates, and a result that no long can hold is an `ArithmeticException`, never a wrap, except where a method
/// says that it stops at the largest value.
///
/// *Up* is toward positive infinity and *down* toward negative infinity, except for quantities, which shrink toward
/// zero.
public final class Rounding {

    private static final int HALF_EVEN = 0;
    private static final int UP = 1;
    private static final int DOWN = 2;

    /// Ratios are reported in steps of 1e-8, which is ten units of the scale.
    private static final long RATIO_STEPS = 100_000_000L;
    private static final long RATIO_STEP = ONE / RATIO_STEPS;
    private static final long RATIO_LIMIT = Long.MAX_VALUE / RATIO_STEP * RATIO_STEP;

    /// The magnitude of the largest product that `money` still rounds to a long, as 128 bits: (2^63 - 1) * 1e9 + 5e8
    /// - 1 above zero, where the tie goes up to an even number too large, and 2^63 * 1e9 + 5e8 below it.
    private static final long MOST_HIGH = 499_999_999L;
    private static final long MOST_LOW = -500_000_001L;
    private static final long LEAST_HIGH = 500_000_000L;
    private static final long LEAST_LOW = 500_000_000L;

    private static final int MANTISSA_BITS = 52;
    private static final int EXPONENT_MASK = 0x7FF;
    private static final int EXPONENT_BIAS = 1075;
    /// A mantissa times 1e9 is below 2^83; dropping 22 bits of it leaves room to shift by any amount that matters.
    private static final int PRODUCT_BITS = 84;
    private static final int DROPPED_BITS = 22;

    private Rounding() {
    }

    /// Price times quantity as money, half-even.
    public static long money(long price, long quantity) {
        long low = price * quantity;
        long high = Math.multiplyHigh(price, quantity);
        if (Wide.fitsLow(high, low)) {
            long quotient = low / ONE;
            return quotient + nudge(quotient, low - quotient * ONE, ONE, HALF_EVEN);
        }
        return divideWide(high, low, ONE, HALF_EVEN);
    }

    /// Whether `money` of the same arguments would throw; it does not divide.
    public static boolean moneyOverflows(long price, long quantity) {
        long low = price * quantity;
        long high = Math.multiplyHigh(price, quantity);
        if (Wide.fitsLow(high, low)) {
            return false;
        }
        long magnitudeHigh = Wide.magnitudeHigh(high, low);
        return high >= 0 ? exceeds(magnitudeHigh, low, MOST_HIGH, MOST_LOW)
            : exceeds(magnitudeHigh, -low, LEAST_HIGH, LEAST_LOW);
    }

    public static long moneyUp(long price, long quantity) {
        return divideProduct(price, quantity, ONE, UP);
    }

    public static long moneyDown(long price, long quantity) {
        return divideProduct(price, quantity, ONE, DOWN);
    }

    /// The fee on an amount, rounded up; a rebate, which is a negative rate, shrinks.
    public static long feeUp(long amount, long rateE9) {
        return divideProduct(amount, rateE9, ONE, UP);
    }

    /// A part of an amount, such as five per cent of the equity, rounded down.
    public static long fraction(long amount, long fractionE9) {
        return divideProduct(amount, fractionE9, ONE, DOWN);
    }

    /// The whole lots in a quantity; a negative quantity shrinks toward zero too, so never more is traded than is
    /// there.
    public static long quantityDown(long quantity, long lot) {
        return quantity - quantity % lot;
    }

    /// The whole lots that a notional buys at a price, which must be positive. A notional of zero or less buys
    /// nothing; more than a long can hold stops at the largest number of whole lots, which the quantity range then
    /// refuses.
    public static long quantityFor(long notional, long price, long lot) {
        if (price <= 0) {
            throw new ArithmeticException("price is not positive");
        }
        if (notional <= 0) {
            return 0;
        }
        boolean beyond = quotientReaches(notional, ONE, price, Long.SIZE - 1);
        return quantityDown(beyond ? Long.MAX_VALUE : divideProduct(notional, ONE, price, DOWN), lot);
    }

    /// The stop of a long position on the tick grid: up, toward the entry, but never above it. When no tick lies
    /// between the two it is the last tick at or below the entry, and the stop-loss rule judges whether that is too
    /// far.
    public static long stopTowardEntry(long entryPrice, long rawStop, long tick) {
        long lastTick = priceDown(entryPrice, tick);
        return rawStop >= lastTick ? lastTick : priceUp(rawStop, tick);
    }

    /// A price for one unit after a corporate action that made `ratioE9` units of one: half-even, never zero. Zero,
    /// which is no price, stays zero.
    public static long perNewUnit(long price, long ratioE9) {
        return price == 0 ? 0 : Math.max(1, share(price, ONE, ratioE9));
    }

    public static long priceDown(long price, long tick) {
        return Math.subtractExact(price, Math.floorMod(price, tick));
    }

    public static long priceUp(long price, long tick) {
        long above = Math.floorMod(price, tick);
        return above == 0 ? price : Math.addExact(price, tick - above);
    }

    /// The part of a total that belongs to `part` of `whole`, half-even: the cost of what is sold out of a position.
    /// For a short position part and whole are both negative.
    public static long share(long total, long part, long whole) {
        return whole > 0 ? divideProduct(total, part, whole, HALF_EVEN)
            : divideProduct(total, Math.negateExact(part), Math.negateExact(whole), HALF_EVEN);
    }

    /// A ratio for a check that passes at or below its limit: scaled by 1e-9, rounded up to a step of 1e-8. It is for
    /// showing; the verdict compares exact products. So it does not fail on an equity near zero: a ratio too large
    /// for a long, or to zero, is the largest or smallest multiple of the step, and nothing to nothing is zero.
    public static long ratioUp(long numerator, long denominator) {
        return ratio(numerator, denominator, UP);
    }

    /// The same for a check that passes above its limit, such as a drawdown: rounded down.
    public static long ratioDown(long numerator, long denominator) {
        return ratio(numerator, denominator, DOWN);
    }

    /// Whether `a * b <= c * d`, exactly and without a division.
    public static boolean productAtMost(long a, long b, long c, long d) {
        return compareProducts(a, b, c, d) <= 0;
    }

    /// The sign of `a * b - c * d`, exactly.
    public static int compareProducts(long a, long b, long c, long d) {
        long left = Math.multiplyHigh(a, b);
        long right = Math.multiplyHigh(c, d);
        return left != right ? Long.compare(left, right) : Long.compareUnsigned(a * b, c * d);
    }

    /// See `FixedPoint.fromDouble`. The mantissa times 1e9 is exact in 128 bits; the binary exponent then shifts it.
    static long nearest(double value) {
        long bits = Double.doubleToRawLongBits(value);
        int biased = (int) (bits >>> MANTISSA_BITS) & EXPONENT_MASK;
        if (biased >= EXPONENT_BIAS) {
            // Not a number, infinite, or at least 2^52.
            throw overflow();
        }
        long fraction = bits & (1L << MANTISSA_BITS) - 1;
        long mantissa = biased == 0 ? fraction : fraction | 1L << MANTISSA_BITS;
        int shift = EXPONENT_BIAS - Math.max(biased, 1);
        if (shift < Long.SIZE - 1) {
            return divideProduct(bits < 0 ? -mantissa : mantissa, ONE, 1L << shift, HALF_EVEN);
        }
        long magnitude = nearestSmall(mantissa, shift);
        return bits < 0 ? -magnitude : magnitude;
    }

    /// `mantissa * 1e9 / 2^shift` for a shift of 63 or more: in two steps, where the bits that the first step drops
    /// are kept as a sticky last bit, so that only the second step rounds.
    private static long nearestSmall(long mantissa, int shift) {
        if (shift > PRODUCT_BITS) {
            // Less than a half of one unit.
            return 0;
        }
        long low = mantissa * ONE;
        long top = Math.multiplyHigh(mantissa, ONE) << Long.SIZE - DROPPED_BITS | low >>> DROPPED_BITS;
        long sticky = (low & (1L << DROPPED_BITS) - 1) == 0 ? 0 : 1;
        return divideProduct(top | sticky, 1, 1L << shift - DROPPED_BITS, HALF_EVEN);
    }

    private static long ratio(long numerator, long denominator, int mode) {
        if (denominator < 0) {
            return ratio(numerator, -RATIO_STEPS, Math.negateExact(denominator), mode);
        }
        return ratio(numerator, RATIO_STEPS, denominator, mode);
    }

    private static long ratio(long numerator, long steps, long denominator, int mode) {
        if (quotientReaches(numerator, steps, denominator, Long.SIZE - 2)) {
            return Long.signum(numerator) * Long.signum(steps) * RATIO_LIMIT;
        }
        long quotient = divideProduct(numerator, steps, denominator, mode);
        return Math.clamp(quotient, -RATIO_LIMIT / RATIO_STEP, RATIO_LIMIT / RATIO_STEP) * RATIO_STEP;
    }

    /// Whether the magnitude of `a * b / divisor` is at least 2^bits. The factors must leave the product two bits of
    /// room.
    private static boolean quotientReaches(long a, long b, long divisor, int bits) {
        long low = a * b;
        long high = Math.multiplyHigh(a, b);
        long magnitudeLow = high < 0 ? -low : low;
        long shifted = Wide.magnitudeHigh(high, low) << Long.SIZE - bits | magnitudeLow >>> bits;
        return Long.compareUnsigned(shifted, divisor) >= 0;
    }

    private static long divideProduct(long a, long b, long divisor, int mode) {
        long low = a * b;
        long high = Math.multiplyHigh(a, b);
        if (Wide.fitsLow(high, low)) {
            long quotient = low / divisor;
            return quotient + nudge(quotient, low - quotient * divisor, divisor, mode);
        }
        return divideWide(high, low, divisor, mode);
    }

    /// The rare case, in its own method so that the common one stays small enough to be inlined.
    private static long divideWide(long high, long low, long divisor, int mode) {
        boolean negative = high < 0;
        long magnitudeHigh = Wide.magnitudeHigh(high, low);
        long magnitudeLow = negative ? -low : low;
        if (magnitudeHigh >= divisor) {
            throw overflow();
        }
        long quotient = Wide.divide(magnitudeHigh, magnitudeLow, divisor);
        long remainder = magnitudeLow - quotient * divisor;
        long step = nudge(quotient, negative ? -remainder : remainder, divisor, mode);
        return signed(quotient, negative, step);
    }

    /// The unsigned quotient with its sign, and the rounding step added; the smallest long has no positive twin.
    private static long signed(long magnitude, boolean negative, long step) {
        if (magnitude >= 0) {
            long value = negative ? -magnitude : magnitude;
            return Math.addExact(value, step);
        }
        if (magnitude == Long.MIN_VALUE && negative && step >= 0) {
            return Long.MIN_VALUE + step;
        }
        throw overflow();
    }

    /// What to add to a truncated quotient. The remainder has the sign of the dividend.
    private static long nudge(long quotient, long remainder, long divisor, int mode) {
        if (remainder == 0) {
            return 0;
        }
        long away = remainder > 0 ? 1 : -1;
        if (mode != HALF_EVEN) {
            return away == (mode == UP ? 1 : -1) ? away : 0;
        }
        long size = remainder * away;
        long other = divisor - size;
        return size > other || size == other && (quotient & 1) != 0 ? away : 0;
    }

    private static boolean exceeds(long high, long low, long limitHigh, long limitLow) {
        return high != limitHigh ? high > limitHigh : Long.compareUnsigned(low, limitLow) > 0;
    }

    private static ArithmeticException overflow() {
        return new ArithmeticException("result exceeds the range of a long");
    }
}
