package org.gradus.engine.domain;

/// Decimal numbers as longs: prices, order quantities and money are scaled by 1e-9, tape sizes by an exponent of their
/// instrument. This class reads and writes them; `Rounding` computes with them. Reading and appending allocate nothing.
public final class FixedPoint {

    public static final long ONE = 1_000_000_000L;
    public static final int DECIMALS = 9;
    /// The finest scale whose unit still fits a long.
    public static final int MAX_DECIMALS = 18;

    /// Far more than any number we meet, and far from the limits of the int arithmetic on digit counts.
    private static final int MAX_EXPONENT = 9_999;
    private static final int MAX_NAMED_CHARS = 64;
    private static final long[] POWERS = powersOfTen();

    private FixedPoint() {
    }

    /// Reads decimal text such as `-0.5`, `812.10` or `1e-7` without loss. Malformed text, a digit below 1e-9 other
    /// than zero, an exponent beyond four digits and a value outside the range of a long are errors that name the
    /// text.
    public static long parse(CharSequence text) {
        return parse(text, DECIMALS, true);
    }

    /// Reads decimal text at the scale of 10^-decimals; digits below that are cut off. Out of range is still an error.
    public static long parseTruncating(CharSequence text, int decimals) {
        return parse(text, decimals, false);
    }

    /// The shortest plain decimal: no exponent, no trailing zeros.
    public static String format(long value) {
        return format(value, DECIMALS);
    }

    public static String format(long value, int decimals) {
        StringBuilder out = new StringBuilder(24);
        append(value, decimals, out);
        return out.toString();
    }

    public static void append(long value, StringBuilder out) {
        append(value, DECIMALS, out);
    }

    public static void append(long value, int decimals, StringBuilder out) {
        long whole = value / POWERS[decimals];
        long fraction = value - whole * POWERS[decimals];
        if (fraction < 0 && whole == 0) {
            out.append('-');
        }
        out.append(whole);
        if (fraction != 0) {
            appendFraction(Math.abs(fraction), decimals, out);
        }
    }

    /// The nearest double while the scaled value is below 2^53; beyond that two roundings may cost one last place.
    public static double toDouble(long value) {
        return value / (double) ONE;
    }

    public static double toDouble(long value, int decimals) {
        return value / (double) POWERS[decimals];
    }

    /// The nearest scaled value to the exact binary value, ties to even. Not a number, infinite or out of range is an
    /// `ArithmeticException`.
    public static long fromDouble(double value) {
        return Rounding.nearest(value);
    }

    private static long parse(CharSequence text, int decimals, boolean exact) {
        int start = signed(text) ? 1 : 0;
        int end = indexOfExponent(text, start);
        int point = indexOfPoint(text, start, end);
        int digits = end - start - (point < end ? 1 : 0);
        if (digits == 0) {
            throw malformed(text);
        }
        // Counted from the first digit, this many are worth one unit or more.
        int kept = point - start + decimals + exponent(text, end);
        long negated = 0;
        int seen = 0;
        for (int i = start; i < end; i++) {
            if (i != point) {
                int digit = digit(text, i);
                negated = seen++ < kept ? shiftIn(negated, digit, text) : checkLoss(negated, digit, exact, text);
            }
        }
        for (; seen < kept && negated != 0; seen++) {
            negated = shiftIn(negated, 0, text);
        }
        return start == 1 && text.charAt(0) == '-' ? negated : negate(negated, text);
    }

    private static boolean signed(CharSequence text) {
        return !text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '+');
    }

    private static int indexOfExponent(CharSequence text, int start) {
        for (int i = start; i < text.length(); i++) {
            if ((text.charAt(i) | 0x20) == 'e') {
                return i;
            }
        }
        return text.length();
    }

    private static int indexOfPoint(CharSequence text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) == '.') {
                return i;
            }
        }
        return end;
    }

    private static int exponent(CharSequence text, int mark) {
        if (mark == text.length()) {
            return 0;
        }
        int first = mark + 1;
        boolean negative = first < text.length() && text.charAt(first) == '-';
        if (negative || first < text.length() && text.charAt(first) == '+') {
            first++;
        }
        if (first == text.length()) {
            throw malformed(text);
        }
        int exponent = 0;
        for (int i = first; i < text.length(); i++) {
            exponent = exponent * 10 + digit(text, i);
            if (exponent > MAX_EXPONENT) {
                throw malformed(text);
            }
        }
        return negative ? -exponent : exponent;
    }

    private static int digit(CharSequence text, int index) {
        int digit = text.charAt(index) - '0';
        if (digit < 0 || digit > 9) {
            throw malformed(text);
        }
        return digit;
    }

    /// Works on the negated number, because the negative range reaches one further.
    private static long shiftIn(long negated, int digit, CharSequence text) {
        if (negated < Long.MIN_VALUE / 10 || negated * 10 < Long.MIN_VALUE + digit) {
            throw outOfRange(text);
        }
        return negated * 10 - digit;
    }

    private static long checkLoss(long negated, int digit, boolean exact, CharSequence text) {
        if (exact && digit != 0) {
            throw new NumberFormatException("more than " + DECIMALS + " decimals: '" + named(text) + "'");
        }
        return negated;
    }

    private static long negate(long negated, CharSequence text) {
        if (negated == Long.MIN_VALUE) {
            throw outOfRange(text);
        }
        return -negated;
    }

    private static void appendFraction(long fraction, int decimals, StringBuilder out) {
        out.append('.');
        long rest = fraction;
        for (int i = decimals - 1; rest != 0; i--) {
            long digit = rest / POWERS[i];
            out.append((char) ('0' + digit));
            rest -= digit * POWERS[i];
        }
    }

    private static NumberFormatException malformed(CharSequence text) {
        return new NumberFormatException("not a decimal number: '" + named(text) + "'");
    }

    private static NumberFormatException outOfRange(CharSequence text) {
        return new NumberFormatException("number out of range: '" + named(text) + "'");
    }

    private static String named(CharSequence text) {
        return text.length() <= MAX_NAMED_CHARS ? text.toString() : text.subSequence(0, MAX_NAMED_CHARS) + "…";
    }

    private static long[] powersOfTen() {
        long[] powers = new long[MAX_DECIMALS + 1];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * 10;
        }
        return powers;
    }
}
