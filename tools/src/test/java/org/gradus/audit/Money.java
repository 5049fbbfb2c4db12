package org.gradus.audit;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// The contract's arithmetic: money has at most nine decimals, half-even for each product; ratios have eight, rounded
/// against the order.
final class Money {
    static final int DECIMALS = 9;
    private static final int RATIO_DECIMALS = 8;

    private Money() {
    }

    static BigDecimal product(BigDecimal price, BigDecimal quantity) {
        return price.multiply(quantity).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }

    /// `amount × part ÷ whole`.
    static BigDecimal share(BigDecimal amount, BigDecimal part, BigDecimal whole) {
        return amount.multiply(part).divide(whole, DECIMALS, RoundingMode.HALF_EVEN);
    }

    static BigDecimal ratioUp(BigDecimal part, BigDecimal whole) {
        return part.divide(whole, RATIO_DECIMALS, RoundingMode.CEILING);
    }

    static BigDecimal ratioDown(BigDecimal part, BigDecimal whole) {
        return part.divide(whole, RATIO_DECIMALS, RoundingMode.FLOOR);
    }

    /// The largest money that is at most `amount × ratio`.
    static BigDecimal part(BigDecimal amount, BigDecimal ratio) {
        return amount.multiply(ratio).setScale(DECIMALS, RoundingMode.FLOOR);
    }

    static BigDecimal feeUp(BigDecimal amount, BigDecimal ratio) {
        return amount.multiply(ratio).setScale(DECIMALS, RoundingMode.CEILING);
    }


}
