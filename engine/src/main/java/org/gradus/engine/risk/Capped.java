package org.gradus.engine.risk;

import org.gradus.engine.domain.Rounding;

/// Sums and products of money that stop at the largest long instead of wrapping. The largest long then reads "at least
/// this much", and [Check] never lets it pass an upper bound.
final class Capped {
    private Capped() {
    }

    /// The sum, stopped at the ends of the range.
    static long add(long a, long b) {
        long sum = a + b;
        boolean wrapped = ((a ^ sum) & (b ^ sum)) < 0;
        return wrapped ? end(a > 0) : sum;
    }

    /// The distance between two prices.
    static long distance(long a, long b) {
        long difference = a - b;
        boolean wrapped = ((a ^ b) & (a ^ difference)) < 0;
        return wrapped || difference == Long.MIN_VALUE ? Long.MAX_VALUE : Math.abs(difference);
    }

    /// Price times quantity as money, half-even.
    static long money(long price, long quantity) {
        return Rounding.moneyOverflows(price, quantity) ? end((price ^ quantity) >= 0)
            : Rounding.money(price, quantity);
    }

    private static long end(boolean positive) {
        return positive ? Long.MAX_VALUE : -Long.MAX_VALUE;
    }
}
