package org.gradus.tools.journal;

import java.math.BigDecimal;

/// Indicator values as text: the fewest digits that read back to the same double, never with an exponent.
final class Reals {

    private Reals() {
    }

    static String text(double value) {
        String shortest = Double.toString(value);
        if (!Double.isFinite(value)) {
            return shortest;
        }
        if (shortest.indexOf('E') >= 0) {
            return new BigDecimal(shortest).stripTrailingZeros().toPlainString();
        }
        return shortest.endsWith(".0") ? shortest.substring(0, shortest.length() - 2) : shortest;
    }
}
