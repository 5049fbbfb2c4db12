package org.gradus.adapters.alpaca.rest;

import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.TimeUnit;
import okhttp3.Headers;
import org.gradus.adapters.wire.Pace;
import org.jspecify.annotations.Nullable;

/// What an answer's headers say about the venue's patience. A header that is missing or no number says nothing.
final class RateHeaders {
    private static final long UNSAID = -1;
    private static final long LONGEST_S = 3_600;

    private RateHeaders() {
    }

    static void tell(RequestBudget budget, Headers headers, Pace pace) {
        long limit = number(headers.get("X-RateLimit-Limit"));
        long remaining = number(headers.get("X-RateLimit-Remaining"));
        long resetS = number(headers.get("X-RateLimit-Reset"));
        long resetInMs = resetS == UNSAID ? UNSAID
                : Math.clamp(resetS, 0, Long.MAX_VALUE / 1_000) * 1_000 - pace.epochMs();
        budget.answered((int) Math.min(limit, Integer.MAX_VALUE), (int) Math.min(remaining, Integer.MAX_VALUE),
                TimeUnit.MILLISECONDS.toNanos(Math.clamp(resetInMs, 0, LONGEST_S * 1_000)), pace.nowNs());
    }

    /// Seconds or a date; 0 when it does not say.
    static long retryAfterNs(Headers headers, Pace pace) {
        String text = headers.get("Retry-After");
        if (text == null) {
            return 0;
        }
        long seconds = number(text);
        if (seconds != UNSAID) {
            return TimeUnit.SECONDS.toNanos(Math.min(seconds, LONGEST_S));
        }
        try {
            long atMs = ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant()
                    .toEpochMilli();
            return TimeUnit.MILLISECONDS.toNanos(Math.clamp(atMs - pace.epochMs(), 0, LONGEST_S * 1_000));
        } catch (DateTimeException | ArithmeticException e) {
            return 0;
        }
    }

    private static long number(@Nullable String text) {
        if (text == null || !text.strip().matches("\\d{1,18}")) {
            return UNSAID;
        }
        return Long.parseLong(text.strip());
    }
}
