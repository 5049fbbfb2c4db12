package org.gradus.adapters.venue.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Every rounding of the venue, the same as the engine's: nine decimals, money half-even per fill, fees up, quantities
/// down.
public final class Decimals {
    public static final int SCALE = 9;
    public static final BigDecimal STEP = BigDecimal.ONE.movePointLeft(SCALE);

    private Decimals() {
    }

    public static BigDecimal money(BigDecimal price, BigDecimal quantity) {
        return price.multiply(quantity).setScale(SCALE, RoundingMode.HALF_EVEN);
    }

    static BigDecimal moneyUp(BigDecimal price, BigDecimal quantity) {
        return price.multiply(quantity).setScale(SCALE, RoundingMode.UP);
    }

    static BigDecimal fee(BigDecimal received, BigDecimal rate) {
        return received.multiply(rate).setScale(SCALE, RoundingMode.UP);
    }

    /// What this much money buys, in whole steps.
    static BigDecimal quantityFor(BigDecimal money, BigDecimal price, BigDecimal step) {
        return down(money.divide(price, SCALE, RoundingMode.DOWN), step);
    }

    /// Down to a multiple of the step.
    static BigDecimal down(BigDecimal value, BigDecimal step) {
        return value.divideToIntegralValue(step).multiply(step);
    }

    static boolean multiple(BigDecimal value, BigDecimal step) {
        return value.remainder(step).signum() == 0;
    }

    public static boolean whole(BigDecimal value) {
        return multiple(value, BigDecimal.ONE);
    }

    public static BigDecimal ratio(BigDecimal part, BigDecimal of) {
        return of.signum() == 0 ? BigDecimal.ZERO : part.divide(of, 2 * SCALE, RoundingMode.HALF_EVEN);
    }

    /// Plain digits without trailing zeros, as the venue writes numbers.
    public static String text(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
