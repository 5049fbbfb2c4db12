package org.gradus.adapters.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.gradus.engine.domain.FeedFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireObjectTest {
    private static WireObject of(String value) {
        return WireObject.of(WireJson.read("{\"x\":" + value + "}"));
    }

    @ParameterizedTest
    @CsvSource({"60123.45, 60123450000000", "\"60123.45\", 60123450000000", "0.1, 100000000", "1e-7, 100",
            "0.30000000000, 300000000", "-0.000000001, -1", "9223372036.854775807, 9223372036854775807", "\"0\", 0",
            "1E+3, 1000000000000"})
    void readsDecimalsExactlyFromNumbersAndTexts(String value, long expected) {
        assertEquals(expected, of(value).decimal("x"));
        assertEquals(expected, of(value).nearest("x"));
    }

    @ParameterizedTest
    @CsvSource({"0.0000000001, MALFORMED", "1e999999999, OVERFLOW", "9223372036.854775808, OVERFLOW",
            "\"abc\", MALFORMED", "\"\", MALFORMED", "true, MALFORMED", "1e400, OVERFLOW", "{}, MALFORMED"})
    void tellsWhatIsNoDecimalOfOurs(String value, FeedFault fault) {
        assertEquals(fault, assertThrows(Unreadable.class, () -> of(value).decimal("x")).fault());
    }

    @Test
    void roundsOnlyWhereAskedAndRemembersIt() {
        WireObject rounded = of("60123.4123456785");
        assertEquals(60_123_412_345_678L, rounded.nearest("x"));
        assertTrue(rounded.rounded());
        WireObject exact = of("60123.412345678000");
        assertEquals(60_123_412_345_678L, exact.nearest("x"));
        assertFalse(exact.rounded());
    }

    @Test
    void cutsSizesToTheirDecimals() {
        assertEquals(123_456, of("1.234569").truncated("x", 5) - 0L);
        assertEquals(7, of("7.9").truncated("x", 0));
    }

    @Test
    void readsIdsBeyondWhatDoublesHold() {
        assertEquals(9_007_199_254_740_993L, of("9007199254740993").whole("x"));
        assertEquals(Long.MAX_VALUE, of("9223372036854775807").whole("x"));
        assertThrows(Unreadable.class, () -> of("18446744073709551615").whole("x"));
    }

    @Test
    void takesNullForMissing() {
        assertEquals(7, of("null").decimalOr("x", 7));
        assertEquals("none", of("null").textOr("x", "none"));
        assertEquals(0, of("null").timeNsOrZero("x"));
        assertThrows(Unreadable.class, () -> of("null").decimal("x"));
    }

    @ParameterizedTest
    @CsvSource({"2026-09-18T13:24:50.0189533Z, 1789737890018953300", "2026-11-23T15:00:00Z, 1795446000000000000",
            "2026-11-23T10:00:00.123456789-05:00, 1795446000123456789", "1970-01-01T00:00:00Z, 0"})
    void readsTimesWithAnyOffsetAndFraction(String text, long expected) {
        assertEquals(expected, WireTimes.parseNs(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-11-23", "yesterday", "9999-01-01T00:00:00Z", "2026-02-30T00:00:00Z"})
    void refusesWhatIsNoTime(String text) {
        assertThrows(Unreadable.class, () -> WireTimes.parseNs(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"a\":1}}", "<html>", "nul", "{\"a\":01}", "\"", "[1,]"})
    void refusesWhatIsNotOneJsonValue(String text) {
        assertThrows(Unreadable.class, () -> WireJson.read(text));
    }

    @Test
    void refusesEndlessNesting() {
        assertThrows(Unreadable.class, () -> WireJson.read("[".repeat(100_000)));
    }
}
