package org.gradus.adapters.venue.exchange;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A constant that Alpaca's language has a word for: its name in lower case.
public interface Word {
    String name();

    default String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The constant of this word; null when there is none.
    static <E extends Enum<E> & Word> @Nullable E of(Class<E> type, String word) {
        for (E constant : type.getEnumConstants()) {
            if (constant.word().equals(word)) {
                return constant;
            }
        }
        return null;
    }
}
