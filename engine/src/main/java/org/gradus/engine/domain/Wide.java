package org.gradus.engine.domain;

/// The 128-bit arithmetic under `Rounding`, in pairs of longs and without allocation. It knows no rounding rule.
final class Wide {

    private static final long LOW_HALF = 0xFFFF_FFFFL;
    private static final long HALF_BASE = 1L << 32;

    private Wide() {
    }

    /// Whether a signed 128-bit number is worth no more than its low word.
    static boolean fitsLow(long high, long low) {
        return high == low >> 63;
    }

    /// The high word of the magnitude of a signed 128-bit number; the low word of it is `low` or `-low`.
    static long magnitudeHigh(long high, long low) {
        return high >= 0 ? high : ~high + (low == 0 ? 1 : 0);
    }

    /// The unsigned quotient of a 128-bit number and a positive divisor. The caller has seen to it that `high <
    /// divisor` (both unsigned and below 2^63), which is to say that the quotient fits 64 bits. The remainder is `low
    /// - quotient * divisor`.
    static long divide(long high, long low, long divisor) {
        return divisor < HALF_BASE >>> 1 ? divideByHalf(high, low, divisor) : divideByWhole(high, low, divisor);
    }

    /// Schoolbook division in base 2^32 by a divisor of one digit; each partial dividend is below 2^63.
    private static long divideByHalf(long high, long low, long divisor) {
        long upper = high << 32 | low >>> 32;
        long first = upper / divisor;
        long lower = upper - first * divisor << 32 | low & LOW_HALF;
        return first << 32 | lower / divisor;
    }

    /// Schoolbook division in base 2^32 by a divisor of two digits: Knuth, The Art of Computer Programming 2,
    /// algorithm D. The divisor is shifted until its top bit is set, so that each estimated digit is at most two too
    /// large.
    private static long divideByWhole(long high, long low, long divisor) {
        int shift = Long.numberOfLeadingZeros(divisor);
        long scaled = divisor << shift;
        long upper = high << shift | low >>> 64 - shift;
        long lower = low << shift;
        long first = digit(upper, lower >>> 32, scaled);
        // What is left after the first digit is below the divisor, so the wrapped 64-bit difference is exact.
        long rest = (upper << 32 | lower >>> 32) - first * scaled;
        return first << 32 | digit(rest, lower & LOW_HALF, scaled);
    }

    /// One base 2^32 digit of `(upper * 2^32 + next) / divisor`, for a divisor with its top bit set.
    private static long digit(long upper, long next, long divisor) {
        long divisorHigh = divisor >>> 32;
        long divisorLow = divisor & LOW_HALF;
        long digit = Long.divideUnsigned(upper, divisorHigh);
        long rest = upper - digit * divisorHigh;
        while (digit >= HALF_BASE || Long.compareUnsigned(digit * divisorLow, rest << 32 | next) > 0) {
            digit--;
            rest += divisorHigh;
            if (rest >= HALF_BASE) {
                break;
            }
        }
        return digit;
    }
}
