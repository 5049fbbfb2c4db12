package org.gradus.adapters.wire;

import java.time.Duration;

/// When a stream counts as broken, and how it comes back.
///
/// @param silence      without any message for this long it is disconnected; after half of it one is asked for, so
///                     that a quiet market is not taken for a dead line
/// @param firstPause   before the second attempt; doubled for each one after, and never exactly the same twice
/// @param longestPause where the doubling ends, and what a refusal for too many connections waits at once
public record StreamSettings(Duration silence, Duration firstPause, Duration longestPause) {
    public static final StreamSettings USUAL =
            new StreamSettings(Duration.ofSeconds(20), Duration.ofMillis(250), Duration.ofSeconds(15));

    public StreamSettings {
        if (silence.toMillis() < 4 || firstPause.toMillis() < 1 || longestPause.compareTo(firstPause) < 0) {
            throw new IllegalArgumentException("a stream with a silence of " + silence + " and pauses from "
                    + firstPause + " to " + longestPause);
        }
    }
}
