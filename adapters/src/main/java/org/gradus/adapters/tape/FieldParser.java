package org.gradus.adapters.tape;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.gradus.engine.domain.FeedFault;
import org.gradus.engine.domain.FixedPoint;
import org.jspecify.annotations.Nullable;

/// Takes one line apart, field by field from the left, straight from bytes to scaled integers. The first thing wrong
/// is remembered and everything after it reads as 0, so a row reader asks once, at the end.
/// Plain digits with a point are read here without allocating; whatever else stands in a number, a sign or an
/// exponent, is left to `FixedPoint`, so that both always agree on what a number is. One thread.
final class FieldParser {
    /// Rows outside of these times, 1990-01-01 and 2100-01-01, carry a wrong unit or a broken clock. Daily histories of
    /// stocks do begin before 2000.
    static final long EARLIEST_NS = 631_152_000L * 1_000_000_000L;
    static final long LATEST_NS = 4_102_444_800L * 1_000_000_000L;

    private static final long UNREADABLE = -1;
    private static final long TOO_LARGE = -2;
    private static final long TENTH_OF_MAX = Long.MAX_VALUE / 10;
    private static final long[] POWERS = new long[FixedPoint.MAX_DECIMALS + 1];
    private static final long[] LARGEST_BEFORE = new long[FixedPoint.MAX_DECIMALS + 1];

    static {
        long power = 1;
        for (int exponent = 0; exponent < POWERS.length; exponent++) {
            POWERS[exponent] = power;
            LARGEST_BEFORE[exponent] = Long.MAX_VALUE / power;
            power *= 10;
        }
    }

    private byte[] line = new byte[0];
    private int at;
    private int end;
    private boolean anotherField;
    private @Nullable FeedFault fault;

    void wrap(byte[] bytes, int from, int to) {
        line = bytes;
        at = from;
        end = to;
        anotherField = true;
        fault = null;
    }

    /// What was wrong first, or null.
    @Nullable FeedFault fault() {
        return fault;
    }

    /// A whole number of these units since 1970, in nanoseconds.
    long timeNs(long unitNs) {
        long units = anotherField ? digits(0, Integer.MAX_VALUE) : UNREADABLE;
        if (units < 0 || !endField()) {
            return refuse(FeedFault.MALFORMED);
        }
        long timeNs = units * unitNs;
        boolean sane = Math.multiplyHigh(units, unitNs) == 0 && timeNs >= EARLIEST_NS && timeNs < LATEST_NS;
        return sane ? timeNs : refuse(FeedFault.MALFORMED);
    }

    /// A price above zero, exact to nine decimals: cutting one off would change it.
    long price() {
        long price = decimal(FixedPoint.DECIMALS, true);
        return price == 0 ? refuse(FeedFault.ZERO_PRICE) : price;
    }

    /// A size that something was traded or offered in: more than zero after the cut.
    long sizeAboveZero(int decimals) {
        long size = size(decimals);
        return size == 0 ? refuse(FeedFault.ZERO_SIZE) : size;
    }

    /// A size or volume with this many decimals; what is beyond them is cut off.
    long size(int decimals) {
        return decimal(decimals, false);
    }

    /// Takes a field if it is this word, else leaves it to be read by someone else.
    boolean takes(byte[] word) {
        int to = at + word.length;
        if (!anotherField || to > end || to < end && line[to] != ',') {
            return false;
        }
        for (int i = 0; i < word.length; i++) {
            if (line[at + i] != word[i]) {
                return false;
            }
        }
        at = to;
        return endField();
    }

    /// A row with more fields than were read is not what its header promised.
    void endOfLine() {
        if (anotherField) {
            refuse(FeedFault.MALFORMED);
        }
    }

    /// Remembers the first fault, and answers with the 0 that stands for a refused value.
    long refuse(FeedFault reason) {
        if (fault == null) {
            fault = reason;
        }
        return 0;
    }

    private long decimal(int decimals, boolean exact) {
        if (fault != null || !anotherField) {
            return refuse(FeedFault.MALFORMED);
        }
        int start = at;
        long value = plain(decimals, exact);
        if (value >= 0 && endField()) {
            return value;
        }
        at = start;
        return unusual(decimals, exact, value == TOO_LARGE ? FeedFault.OVERFLOW : FeedFault.MALFORMED);
    }

    private long plain(int decimals, boolean exact) {
        long value = digits(0, Integer.MAX_VALUE);
        if (at == end || line[at] != '.') {
            return value < 0 ? value : scaled(value, decimals);
        }
        at++;
        int fractionAt = at;
        value = value < 0 || decimals == 0 ? value : digits(value, decimals);
        if (value < 0) {
            return value;
        }
        int zeros = decimals - (at - fractionAt);
        return cutsSomething() && exact ? UNREADABLE : scaled(value, zeros);
    }

    /// Appends up to `most` digits, at least one, to a value.
    private long digits(long before, int most) {
        byte[] bytes = line;
        int to = (int) Math.min(end, (long) at + most);
        int i = at;
        long value = before;
        for (; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                break;
            }
            if (value >= TENTH_OF_MAX && (value > TENTH_OF_MAX || digit > 7)) {
                return TOO_LARGE;
            }
            value = value * 10 + digit;
        }
        boolean none = i == at;
        at = i;
        return none ? UNREADABLE : value;
    }

    /// Passes over digits too fine to keep; true if one of them counted.
    private boolean cutsSomething() {
        int seen = '0';
        for (; at < end && line[at] >= '0' && line[at] <= '9'; at++) {
            seen |= line[at];
        }
        return seen != '0';
    }

    private static long scaled(long value, int zeros) {
        return value > LARGEST_BEFORE[zeros] ? TOO_LARGE : value * POWERS[zeros];
    }

    private long unusual(int decimals, boolean exact, FeedFault otherwise) {
        int to = at;
        while (to < end && line[to] != ',') {
            to++;
        }
        String text = new String(line, at, to - at, ISO_8859_1);
        at = to;
        endField();
        try {
            long value = exact ? FixedPoint.parse(text) : FixedPoint.parseTruncating(text, decimals);
            return value < 0 ? refuse(FeedFault.NEGATIVE) : value;
        } catch (NumberFormatException e) {
            // The text of the row is the better message: the fault carries it.
            return refuse(otherwise);
        }
    }

    private boolean endField() {
        if (at == end) {
            anotherField = false;
            return true;
        }
        boolean separated = line[at] == ',';
        at += separated ? 1 : 0;
        return separated;
    }
}
