package org.gradus.tools.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitTest {
    @ParameterizedTest
    @CsvSource({
        "RATIO, 5 %, 50000000", "RATIO, 5%, 50000000", "RATIO, 0.05, 50000000", "RATIO, 5e-2, 50000000",
        "RATIO, 2.5 %, 25000000", "RATIO, 0.0000001 %, 1", "RATIO, -40 %, -400000000", "RATIO, 1, 1000000000",
        "MONEY, 100000, 100000000000000", "MONEY, 0.000000001, 1", "MONEY, 0.10, 100000000",
        "DURATION, 90 s, 90000000000", "DURATION, 90s, 90000000000", "DURATION, 250 ms, 250000000",
        "DURATION, 1.5 h, 5400000000000", "DURATION, 1 d, 86400000000000", "DURATION, 7 ns, 7", "DURATION, 3 us, 3000",
        "DURATION, 10 m, 600000000000", "SIZE, 64 MiB, 67108864", "SIZE, 4096 B, 4096", "SIZE, 1.5 KiB, 1536",
        "SIZE, 1 GiB, 1073741824", "WHOLE, 9, 9", "WHOLE, 9223372036854775807, 9223372036854775807"})
    void readsWhatIsWritten(Unit unit, String text, long expected) {
        assertEquals(expected, unit.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "RATIO, 5 %%", "RATIO, five", "RATIO, 0.00000000001", "RATIO, 0.00000001 %", "RATIO, '0,05'", "RATIO, %",
        "MONEY, 100 USD", "MONEY, '100,000'", "MONEY, 0.0000000001", "MONEY, 1e30", "MONEY, NaN", "MONEY, 0x10",
        "MONEY, ٣",
        "DURATION, 90", "DURATION, 90 sec", "DURATION, s", "DURATION, 0.1 ns", "DURATION, 1 M", "SIZE, 64",
        "SIZE, 64 MB",
        "WHOLE, 9.5", "WHOLE, 9223372036854775808", "WHOLE, 9 %"})
    void refusesWhatIsNotExactlyThat(Unit unit, String text) {
        assertThrows(ArithmeticException.class, () -> parse(unit, text));
    }

    @ParameterizedTest
    @CsvSource({
        "RATIO, 50000000, 5 %", "RATIO, 1, 0.0000001 %", "RATIO, -400000000, -40 %", "RATIO, 0, 0 %",
        "MONEY, 100000000000000, 100000", "MONEY, 100000000, 0.1", "MONEY, 9223372036854775807, 9223372036.854775807",
        "DURATION, 90000000000, 90 s", "DURATION, 60000000000, 1 m", "DURATION, 86400000000000, 24 h",
        "DURATION, 7, 7 ns",
        "DURATION, 0, 0 s", "SIZE, 67108864, 64 MiB", "SIZE, 1537, 1537 B", "SIZE, 0, 0 B", "WHOLE, -3, -3"})
    void showsEachValueInOneWayThatReadsBack(Unit unit, long value, String expected) {
        assertEquals(expected, unit.show(value));
        assertEquals(value, unit.parse(unit.show(value)));
    }

    @Test
    void saysWhatItExpects() {
        assertEquals("a ratio from 0.1 % to 100 %, like 5 % or 0.05", Unit.RATIO.expected(1_000_000, 1_000_000_000));
        assertEquals("a whole number of at least 0, like 9", Unit.WHOLE.expected(0, Long.MAX_VALUE));
        assertEquals("a duration with its unit from 1 ns to 1 h, like 90 s or 250 ms",
                Unit.DURATION.expected(1, 3_600_000_000_000L));
    }

    @Test
    void givesNoExampleOutsideTheRange() {
        assertEquals("a whole number from 1 to 4", Unit.WHOLE.expected(1, 4));
        assertEquals("an amount of money from 0 to 0.5, like 0.01", Unit.MONEY.expected(0, 500_000_000));
    }

    /// Malformed and inexact text are told apart by the exception only; both are refused alike.
    private static void parse(Unit unit, String text) {
        try {
            unit.parse(text);
        } catch (NumberFormatException e) {
            throw new ArithmeticException(e.getMessage());
        }
    }
}
