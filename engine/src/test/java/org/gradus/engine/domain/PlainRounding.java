package org.gradus.engine.domain;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/// The plain twin of `Rounding`: the same rules with numbers that cannot overflow. It is the proof of the fast one.
final class PlainRounding {

    private static final BigDecimal ONE = BigDecimal.valueOf(FixedPoint.ONE);
    private static final BigDecimal RATIO_LIMIT = BigDecimal.valueOf(Long.MAX_VALUE / 10 * 10);

    private PlainRounding() {
    }

    static long money(long price, long quantity) {
        return divided(big(price).multiply(big(quantity)), ONE, RoundingMode.HALF_EVEN);
    }

    static long moneyUp(long price, long quantity) {
        return divided(big(price).multiply(big(quantity)), ONE, RoundingMode.CEILING);
    }

    static long moneyDown(long price, long quantity) {
        return divided(big(price).multiply(big(quantity)), ONE, RoundingMode.FLOOR);
    }

    static long share(long total, long part, long whole) {
        return divided(big(total).multiply(big(part)), big(whole), RoundingMode.HALF_EVEN);
    }

    static long quantityDown(long quantity, long lot) {
        return big(quantity).divideToIntegralValue(big(lot)).multiply(big(lot)).longValueExact();
    }

    static long quantityFor(long notional, long price, long lot) {
        if (notional <= 0) {
            return 0;
        }
        BigDecimal most = big(notional).multiply(ONE).divideToIntegralValue(big(price)).min(big(Long.MAX_VALUE));
        return quantityDown(most.longValueExact(), lot);
    }

    static long priceUp(long price, long tick) {
        return onGrid(price, tick, RoundingMode.CEILING);
    }

    static long priceDown(long price, long tick) {
        return onGrid(price, tick, RoundingMode.FLOOR);
    }

    static long stopTowardEntry(long entryPrice, long rawStop, long tick) {
        BigInteger grid = BigInteger.valueOf(tick);
        BigInteger stop = big(rawStop).divide(big(tick), 0, RoundingMode.CEILING).toBigInteger().multiply(grid);
        boolean above = stop.compareTo(BigInteger.valueOf(entryPrice)) > 0;
        return above ? priceDown(entryPrice, tick) : stop.longValueExact();
    }

    static long ratioUp(long numerator, long denominator) {
        return ratio(numerator, denominator, RoundingMode.CEILING);
    }

    static long ratioDown(long numerator, long denominator) {
        return ratio(numerator, denominator, RoundingMode.FLOOR);
    }

    static int compareProducts(long a, long b, long c, long d) {
        return big(a).multiply(big(b)).compareTo(big(c).multiply(big(d)));
    }

    static long nearest(double value) {
        return new BigDecimal(value).multiply(ONE).setScale(0, RoundingMode.HALF_EVEN).longValueExact();
    }

    private static long ratio(long numerator, long denominator, RoundingMode mode) {
        if (denominator == 0) {
            return Long.signum(numerator) * RATIO_LIMIT.longValueExact();
        }
        BigDecimal steps = big(numerator).movePointRight(8).divide(big(denominator), 0, mode);
        return steps.multiply(BigDecimal.TEN).max(RATIO_LIMIT.negate()).min(RATIO_LIMIT).longValueExact();
    }

    private static long onGrid(long price, long tick, RoundingMode mode) {
        return big(price).divide(big(tick), 0, mode).multiply(big(tick)).longValueExact();
    }

    private static long divided(BigDecimal dividend, BigDecimal divisor, RoundingMode mode) {
        return dividend.divide(divisor, 0, mode).longValueExact();
    }

    private static BigDecimal big(long value) {
        return BigDecimal.valueOf(value);
    }
}
