package org.gradus.tools.config;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How a number is written in config, and the scaled long it becomes. Text goes to the long through exact decimals,
/// never through a double; what the long cannot hold exactly is refused, not rounded. The same in every locale.
public enum Unit {
    /// Scaled 1e-9.
    RATIO("a ratio", "5 %", "0.05") {
        @Override
        public long parse(String text) {
            boolean percent = text.endsWith("%");
            BigDecimal number = number(percent ? text.substring(0, text.length() - 1).strip() : text);
            return scaled(number, percent ? 7 : 9);
        }

        @Override
        String show(long value) {
            return plain(value, 7) + " %";
        }
    },
    /// Scaled 1e-9.
    MONEY("an amount of money", "100000", "0.01"),
    /// Scaled 1e-9.
    PRICE("a price", "50000", "0.01"),
    /// Scaled 1e-9.
    QUANTITY("a quantity", "1000", "0.0001"),
    /// Nanoseconds.
    DURATION("a duration with its unit", "90 s", "250 ms", "24 h") {
        @Override
        public long parse(String text) {
            return withUnit(text, DURATIONS);
        }

        @Override
        String show(long value) {
            return inLargestUnit(value, DURATIONS);
        }
    },
    /// Bytes.
    SIZE("a size with its unit", "64 MiB", "4096 B") {
        @Override
        public long parse(String text) {
            return withUnit(text, SIZES);
        }

        @Override
        String show(long value) {
            return inLargestUnit(value, SIZES);
        }
    },
    /// A count.
    WHOLE("a whole number", "9") {
        @Override
        public long parse(String text) {
            return scaled(number(text), 0);
        }

        @Override
        String show(long value) {
            return Long.toString(value);
        }
    };

    private record Step(String name, long worth) {
    }

    private static final List<Step> DURATIONS = List.of(
            new Step("h", 3_600_000_000_000L), new Step("m", 60_000_000_000L), new Step("s", 1_000_000_000L),
            new Step("ms", 1_000_000L), new Step("us", 1_000L), new Step("ns", 1L), new Step("d", 86_400_000_000_000L));
    private static final List<Step> SIZES = List.of(
            new Step("GiB", 1L << 30), new Step("MiB", 1L << 20), new Step("KiB", 1L << 10), new Step("B", 1L));
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]{1,2})?");
    private static final Pattern WITH_UNIT = Pattern.compile("(.*?) *([A-Za-z]+)");

    private final String words;
    private final List<String> examples;

    Unit(String words, String... examples) {
        this.words = words;
        this.examples = List.of(examples);
    }

    /// Refuses with a `NumberFormatException` or an `ArithmeticException`.
    public long parse(String text) {
        return scaled(number(text), 9);
    }

    /// The one way a value is written in resolved texts and messages; `parse` reads it back.
    String show(long value) {
        return plain(value, 9);
    }

    String expected(long least, long most) {
        String range = most == Long.MAX_VALUE ? " of at least " + show(least) : " from " + show(least) + " to "
                + show(most);
        return words + range + examples(least, most);
    }

    /// An example outside the range would contradict it; where none is inside, the range shows the spelling.
    private String examples(long least, long most) {
        List<String> fitting = examples.stream().filter(example -> parse(example) >= least && parse(example) <= most)
                .toList();
        if (fitting.isEmpty()) {
            return "";
        }
        String last = fitting.getLast();
        return ", like " + (fitting.size() == 1 ? last
                : String.join(", ", fitting.subList(0, fitting.size() - 1)) + " or " + last);
    }

    private static BigDecimal number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw new NumberFormatException(text);
        }
        return new BigDecimal(text);
    }

    private static long scaled(BigDecimal number, int decimals) {
        return number.movePointRight(decimals).longValueExact();
    }

    private static String plain(long value, int decimals) {
        return BigDecimal.valueOf(value, decimals).stripTrailingZeros().toPlainString();
    }

    private static long withUnit(String text, List<Step> steps) {
        Matcher parts = WITH_UNIT.matcher(text);
        if (parts.matches()) {
            for (Step step : steps) {
                if (step.name.equals(parts.group(2))) {
                    return number(parts.group(1)).multiply(BigDecimal.valueOf(step.worth)).longValueExact();
                }
            }
        }
        throw new NumberFormatException(text);
    }

    private static String inLargestUnit(long value, List<Step> steps) {
        for (Step step : steps) {
            if (value != 0 && value % step.worth == 0) {
                return value / step.worth + " " + step.name;
            }
        }
        return "0 " + (steps == DURATIONS ? "s" : "B");
    }
}
