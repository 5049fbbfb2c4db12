package org.gradus.engine.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

/// The 128-bit division alone, without the rounding, which would repair a quotient that is one too large.
class WideTest {

    private static final int CASES = 200_000;

    private final Longs longs = new Longs(Longs.SEED);

    @Test
    void dividesAsBigIntegersDo() {
        for (int i = 0; i < CASES; i++) {
            long divisor = longs.positive();
            agree(Math.floorMod(longs.any(), divisor), longs.any(), divisor);
        }
    }

    /// With a divisor just above half of its leading digit's range and the largest quotient digits, the estimate of a
    /// digit is two too large: the case that random numbers hardly ever meet.
    @Test
    void dividesWhereTheEstimatedDigitIsTwoTooLarge() {
        for (int i = 0; i < CASES; i++) {
            long divisor = 1L << 62 | Integer.MAX_VALUE - longs.below(8);
            agree(divisor - 1 - longs.below(1_000), longs.any(), divisor);
        }
    }

    private static void agree(long high, long low, long divisor) {
        BigInteger dividend = BigInteger.valueOf(high).shiftLeft(64).add(unsigned(low));
        BigInteger quotient = dividend.divide(BigInteger.valueOf(divisor));
        if (quotient.longValue() != Wide.divide(high, low, divisor)) {
            assertEquals(quotient, unsigned(Wide.divide(high, low, divisor)),
                         Longs.named(high + ":" + low + " / " + divisor));
        }
    }

    private static BigInteger unsigned(long word) {
        BigInteger value = BigInteger.valueOf(word);
        return word < 0 ? value.add(BigInteger.ONE.shiftLeft(64)) : value;
    }
}
