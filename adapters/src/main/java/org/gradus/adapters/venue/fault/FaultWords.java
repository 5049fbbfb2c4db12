package org.gradus.adapters.venue.fault;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The values that a script of faults is written with. Each refuses with an `IllegalArgumentException` that says what
/// it expected.
final class FaultWords {
    private static final Pattern DURATION = Pattern.compile("(-?[0-9]{1,9})(ms|s|m|h)");
    private static final Pattern CHANCE = Pattern.compile("([0-9]{1,3}(\\.[0-9]+)?)%");
    private static final Pattern COUNT = Pattern.compile("[1-9][0-9]{0,17}");
    private static final Pattern STATUS = Pattern.compile("[45][0-9]{2}");
    private static final long MILLISECOND_NS = 1_000_000L;

    private FaultWords() {
    }

    static long durationNs(String text) {
        Matcher matcher = matched(DURATION, text, "a duration such as 500ms, 30s or 2m");
        long unitMs = switch (matcher.group(2)) {
            case "ms" -> 1L;
            case "s" -> 1_000L;
            case "m" -> 60_000L;
            default -> 3_600_000L;
        };
        return Long.parseLong(matcher.group(1)) * unitMs * MILLISECOND_NS;
    }

    static double chance(String text) {
        return Double.parseDouble(matched(CHANCE, text, "a chance such as 10%").group(1)) / 100;
    }

    static long status(String text) {
        return Long.parseLong(matched(STATUS, text, "a status from 400 to 599").group());
    }

    static long count(String text) {
        return Long.parseLong(matched(COUNT, text, "a whole number from 1").group());
    }

    private static Matcher matched(Pattern pattern, String text, String expected) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("\"" + text + "\": expected " + expected);
        }
        return matcher;
    }

    /// A star stands for anything but a slash, two for anything.
    static Pattern glob(String text) {
        StringBuilder pattern = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.startsWith("**", i)) {
                pattern.append(".*");
                i++;
            } else {
                pattern.append(text.charAt(i) == '*' ? "[^/]*" : Pattern.quote(text.substring(i, i + 1)));
            }
        }
        return Pattern.compile(pattern.toString());
    }
}
