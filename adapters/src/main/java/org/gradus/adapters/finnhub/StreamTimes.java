package org.gradus.adapters.finnhub;

import java.time.Duration;

/// How patient the stream is.
///
/// @param silence      without any message for this long the connection is lost; Finnhub pings about once a minute
/// @param firstPause   before the first reconnection; each further one waits twice as long
/// @param longestPause at most that long, give or take the jitter
public record StreamTimes(Duration silence, Duration firstPause, Duration longestPause) {
    public static final StreamTimes USUAL =
            new StreamTimes(Duration.ofSeconds(90), Duration.ofMillis(500), Duration.ofSeconds(60));

    public StreamTimes withSilence(Duration silence) {
        return new StreamTimes(silence, firstPause, longestPause);
    }
}
