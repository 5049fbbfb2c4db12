package org.gradus.adapters.venue.trading;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.gradus.adapters.venue.Call;

/// Reading of query parameters.
final class Query {
    private static final Set<String> TRUE = Set.of("1", "t", "T", "true", "True", "TRUE");

    private Query() {
    }

    /// What is larger than the largest is taken for the largest.
    static int limit(Call call, String name, int byDefault, int largest) {
        String text = call.query(name);
        if (text == null) {
            return byDefault;
        }
        try {
            long limit = Long.parseLong(text);
            if (limit > 0) {
                return (int) Math.min(limit, largest);
            }
        } catch (NumberFormatException e) {
            throw Form.invalid(name);
        }
        throw Form.invalid(name);
    }

    /// A flag in any spelling that the service's language reads as true.
    static boolean flag(Call call, String name) {
        return TRUE.contains(Objects.requireNonNullElse(call.query(name), "false"));
    }

    /// Comma-separated words, of repeated parameters too.
    static Set<String> words(Call call, String name) {
        Set<String> words = new LinkedHashSet<>();
        for (String value : call.query().getOrDefault(name, List.of())) {
            for (String word : value.split(",")) {
                if (!word.isBlank()) {
                    words.add(word.strip());
                }
            }
        }
        return words;
    }
}
