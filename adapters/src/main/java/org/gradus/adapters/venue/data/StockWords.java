package org.gradus.adapters.venue.data;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.gradus.adapters.venue.Call;
import org.jspecify.annotations.Nullable;

/// What may be said with a question about stocks. Most of it changes nothing here, because a tape has one feed, prices
/// as they were and dollars; but it must be right.
final class StockWords {
    static final Set<String> HISTORICAL_FEEDS = Set.of("iex", "sip", "otc", "boats");
    static final Set<String> LATEST_FEEDS = Set.of("iex", "sip", "otc", "boats", "delayed_sip", "overnight");
    static final Set<String> AUCTION_FEEDS = Set.of("sip");
    static final String CURRENCY = "currency";
    private static final Set<String> ADJUSTMENTS = Set.of("raw", "split", "dividend", "spin-off", "all");
    private static final String DOLLARS = "USD";

    private StockWords() {
    }

    static void check(Call call, Set<String> feeds) {
        String feed = feed(call);
        if (feed != null && !feeds.contains(feed)) {
            throw new DataRefusal("invalid feed: " + feed);
        }
        String currency = call.query(CURRENCY);
        if (currency != null && !currency.equals(DOLLARS)) {
            throw new DataRefusal("invalid currency: " + currency);
        }
    }

    /// In small letters, whichever it was written in: a client in use shouts.
    static @Nullable String feed(Call call) {
        String feed = call.query("feed");
        return feed == null ? null : feed.toLowerCase(Locale.ROOT);
    }

    /// What history alone may be asked with.
    static void checkHistory(Call call, boolean bars) {
        asOf(call.query("asof"));
        String adjustment = bars ? call.query("adjustment") : null;
        if (adjustment != null
                && !ADJUSTMENTS.containsAll(List.of(adjustment.toLowerCase(Locale.ROOT).split(",", -1)))) {
            throw new DataRefusal("invalid adjustment: " + adjustment);
        }
    }

    private static void asOf(@Nullable String text) {
        try {
            if (text != null && !text.equals("-")) {
                LocalDate.parse(text);
            }
        } catch (DateTimeException notADay) {
            throw new DataRefusal("invalid asof: " + text);
        }
    }
}
