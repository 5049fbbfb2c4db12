package org.gradus.engine.domain;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Decimal text and scaled longs are the same number, or the text is refused by name.
class FixedPointTest {

    private static final int CASES = 200_000;
    private static final char[] ALPHABET = "00112345678999..-+eE x".toCharArray();

    private final Longs longs = new Longs(Longs.SEED);

    @ParameterizedTest
    @CsvSource({
        "0, 0", "-0, 0", "812.1, 812100000000", "-0.5, -500000000", "+.5, 500000000", "7., 7000000000", "1e-9, 1",
        "1.5E3, 1500000000000", "1e+1, 10000000000", "12.0000000000000000000000, 12000000000", "0e9999, 0",
        "0.000000001, 1", "9223372036.854775807, 9223372036854775807", "-9223372036.854775808, -9223372036854775808",
        "100000000000e-5, 1000000000000000"})
    void readsDecimalText(String text, long expected) {
        assertEquals(expected, FixedPoint.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", " ", "-", "+", ".", "-.", "e5", "1e", "1e-", "1e+", "1.2.3", "1,5", "--1", "1-", "0x10", "NaN", "Infinity",
        " 1", "1 ", "1e1e1", "1e1.0", "1e10000", "１"})
    void refusesMalformedTextByName(String text) {
        assertEquals("not a decimal number: '" + text + "'", failure(text));
    }

    @Test
    void refusesToLoseADigit() {
        assertEquals("more than 9 decimals: '0.0000000001'", failure("0.0000000001"));
        assertEquals("more than 9 decimals: '15e-10'", failure("15e-10"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "9223372036.854775808", "-9223372036.854775809", "1e10", "92233720368547758070", "1e9999", "-1e9999"})
    void refusesWhatALongCannotHold(String text) {
        assertEquals("number out of range: '" + text + "'", failure(text));
    }

    @Test
    void namesOnlyTheBeginningOfEndlessText() {
        assertEquals("not a decimal number: '" + "x".repeat(64) + "…'", failure("x".repeat(100_000)));
    }

    @Test
    void cutsTapeSizesOffBelowTheirScale() {
        assertAll(
            () -> assertEquals(12_345, FixedPoint.parseTruncating("123.4567", 2)),
            () -> assertEquals(-12_345, FixedPoint.parseTruncating("-123.459", 2)),
            () -> assertEquals(150_000_000_000L, FixedPoint.parseTruncating("1.5e11", 0)),
            () -> assertEquals(0, FixedPoint.parseTruncating("0.99", 0)),
            () -> assertThrows(NumberFormatException.class, () -> FixedPoint.parseTruncating("1.5e11", 9)),
            () -> assertThrows(NumberFormatException.class, () -> FixedPoint.parseTruncating("0.1x", 0)));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 9, 0", "-500000000, 9, -0.5", "812100000000, 9, 812.1", "1, 9, 0.000000001",
        "-1, 18, -0.000000000000000001", "-1500000000, 9, -1.5", "1000000000, 9, 1",
        "12345, 2, 123.45", "12300, 2, 123", "42, 0, 42",
        "-9223372036854775808, 9, -9223372036.854775808", "-9223372036854775808, 0, -9223372036854775808"})
    void writesTheShortestPlainDecimal(long value, int decimals, String expected) {
        assertEquals(expected, FixedPoint.format(value, decimals));
    }

    @Test
    void readsBackWhatItWrites() {
        for (int i = 0; i < CASES; i++) {
            long value = longs.any();
            int decimals = longs.below(FixedPoint.MAX_DECIMALS + 1);
            String text = FixedPoint.format(value, decimals);
            assertEquals(plain(value, decimals), text, Longs.named(value));
            assertEquals(value, FixedPoint.parseTruncating(text, decimals), Longs.named(value));
            assertEquals(value, FixedPoint.parse(FixedPoint.format(value)), Longs.named(value));
        }
    }

    @Test
    void acceptsAndRefusesWhatDecimalsDo() {
        for (int i = 0; i < CASES; i++) {
            String text = randomText();
            assertEquals(exact(text), parsed(() -> FixedPoint.parse(text)), text + Longs.named(i));
            int decimals = longs.below(FixedPoint.MAX_DECIMALS + 1);
            assertEquals(truncated(text, decimals), parsed(() -> FixedPoint.parseTruncating(text, decimals)),
                         text + " to " + decimals + Longs.named(i));
        }
    }

    @Test
    void givesTheNearestDouble() {
        for (int i = 0; i < CASES; i++) {
            long value = longs.any() >> 11;
            assertEquals(Double.parseDouble(FixedPoint.format(value)), FixedPoint.toDouble(value), Longs.named(value));
        }
        assertEquals(1.5e11, FixedPoint.toDouble(1_500_000_000_000L, 1));
    }

    @Test
    void readsDoublesHalfToEven() {
        assertAll(
            () -> assertEquals(812_100_000_000L, FixedPoint.fromDouble(812.1)),
            () -> assertEquals(0, FixedPoint.fromDouble(-0.0)),
            () -> assertEquals(0, FixedPoint.fromDouble(Double.MIN_VALUE)),
            () -> assertEquals(976_562, FixedPoint.fromDouble(0x1p-10), "0.0009765625 is a tie between even and odd"),
            () -> assertEquals(2_929_688, FixedPoint.fromDouble(0x3p-10), "0.0029296875 is a tie between odd and even"),
            () -> assertEquals(690_915, FixedPoint.fromDouble(0x1.6a3cf974646fbp-11), "a hair above a tie"),
            () -> assertEquals(-976_562, FixedPoint.fromDouble(-0x1p-10)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e10, -1e10, 1e300})
    void refusesDoublesThatALongCannotHold(double value) {
        assertThrows(ArithmeticException.class, () -> FixedPoint.fromDouble(value));
    }

    private String randomText() {
        StringBuilder text = new StringBuilder();
        for (int length = 1 + longs.below(14); length > 0; length--) {
            text.append(ALPHABET[longs.below(ALPHABET.length)]);
        }
        return text.toString();
    }

    private static String exact(String text) {
        return parsed(() -> bounded(text).movePointRight(9).longValueExact());
    }

    private static String truncated(String text, int decimals) {
        return parsed(() -> bounded(text).movePointRight(decimals).setScale(0, RoundingMode.DOWN).longValueExact());
    }

    /// Decimals with the one limit that they do not have: an exponent of more than 9999.
    private static BigDecimal bounded(String text) {
        BigDecimal value = new BigDecimal(text);
        if (Math.abs((long) value.scale()) > 9_999 + text.length()) {
            throw new NumberFormatException(text);
        }
        return value;
    }

    /// The number, or that it was refused: which words the refusal used is the business of other tests.
    private static String parsed(LongSupplier parse) {
        try {
            return Long.toString(parse.getAsLong());
        } catch (ArithmeticException | NumberFormatException _) {
            return "refused";
        }
    }

    private static String plain(long value, int decimals) {
        return value == 0 ? "0" : BigDecimal.valueOf(value, decimals).stripTrailingZeros().toPlainString();
    }

    private static String failure(String text) {
        return assertThrows(NumberFormatException.class, () -> FixedPoint.parse(text)).getMessage();
    }
}
