package org.gradus.adapters.venue.fault;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.stream.Stream;

/// A script of faults. Each line is a rule, `KIND [ARGUMENT] on WHERE [WHEN]`, or `seed N`; `#` begins a comment:
///
/// ```
/// seed 7
/// reset-after    on POST /v2/orders       every 5
/// answer 429     on * /v2/**              from 30s to 1m
/// silence 45s    on /v1beta3/crypto/us    first 1
/// double         on fill                  chance 10%
/// ```
///
/// `*` in WHERE stands for anything but a slash, `**` for anything. Every time is real time.
public record FaultScript(long seed, List<FaultRule> rules) {
    public static final FaultScript NONE = new FaultScript(0, List.of());
    private static final String SEED = "seed";

    public FaultScript {
        rules = List.copyOf(rules);
    }

    /// @throws IllegalArgumentException with the line and what was expected there
    public static FaultScript parse(String text) {
        long seed = 0;
        List<FaultRule> rules = new ArrayList<>();
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            Queue<String> words = new ArrayDeque<>(List.of(line.replaceFirst("#.*", "").strip().split("\\s+")));
            try {
                if (words.peek().equals(SEED)) {
                    words.remove();
                    seed = FaultWords.count(next(words, "a number"));
                } else if (!words.peek().isEmpty()) {
                    rules.add(rule(words));
                }
            } catch (IllegalArgumentException wrong) {
                throw new IllegalArgumentException("line " + number + ": " + wrong.getMessage(), wrong);
            }
        }
        return new FaultScript(seed, rules);
    }

    private static FaultRule rule(Queue<String> words) {
        String word = words.remove();
        FaultKind kind = FaultKind.of(word).orElseThrow(() -> new IllegalArgumentException("\"" + word
                + "\" is no fault, expected one of " + Stream.of(FaultKind.values()).map(FaultKind::word).toList()));
        long argument = switch (kind.argument()) {
            case NONE -> 0;
            case DURATION -> FaultWords.durationNs(next(words, "a duration such as 500ms"));
            case STATUS -> FaultWords.status(next(words, "a status such as 503"));
        };
        if (!next(words, "\"on\"").equals("on")) {
            throw new IllegalArgumentException("expected \"on\" and what it is about behind " + word);
        }
        String where = next(words, "what it is about");
        if (kind.place() == FaultKind.Place.REQUEST) {
            where += " " + next(words, "a method and a path, such as POST /v2/orders");
        }
        return new FaultRule(kind, argument, FaultWords.glob(where), when(words));
    }

    private static FaultRule.When when(Queue<String> words) {
        FaultRule.When when = FaultRule.When.ALWAYS;
        while (!words.isEmpty()) {
            String word = words.remove();
            String value = next(words, "something behind " + word);
            when = switch (word) {
                case "every" -> when.withEvery(FaultWords.count(value));
                case "first" -> when.withFirst(FaultWords.count(value));
                case "chance" -> when.withChance(FaultWords.chance(value));
                case "from" -> when.withFromNs(FaultWords.durationNs(value));
                case "to" -> when.withToNs(FaultWords.durationNs(value));
                default -> throw new IllegalArgumentException("\"" + word
                        + "\": expected every, first, chance, from or to");
            };
        }
        return when;
    }

    private static String next(Queue<String> words, String expected) {
        if (words.isEmpty()) {
            throw new IllegalArgumentException("expected " + expected);
        }
        return words.remove();
    }
}
