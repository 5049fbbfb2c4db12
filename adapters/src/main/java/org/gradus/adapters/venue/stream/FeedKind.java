package org.gradus.adapters.venue.stream;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What kind of market a data stream is about, and so which channels it has and which symbols it knows.
public enum FeedKind {
    CRYPTO("[A-Z0-9]+/[A-Z0-9]+", "trades", "quotes", "orderbooks", "bars", "updatedBars", "dailyBars"),
    STOCKS("[A-Z0-9.]{1,12}", "trades", "quotes", "bars", "updatedBars", "dailyBars", "statuses", "lulds",
            "imbalances", "corrections", "cancelErrors"),
    /// One symbol that always moves.
    TEST("[A-Z0-9./]{1,12}", "trades", "quotes", "bars", "updatedBars", "dailyBars", "statuses", "lulds",
            "imbalances", "corrections", "cancelErrors"),
    /// Silent: a tape has prices only.
    NEWS("[A-Z0-9./]{1,12}", "news");

    private final Pattern symbols;
    private final List<String> channels;

    FeedKind(String symbols, String... channels) {
        this.symbols = Pattern.compile(symbols);
        this.channels = List.of(channels);
    }

    List<String> channels() {
        return channels;
    }

    boolean knows(String symbol) {
        return symbol.equals(Subscriptions.ALL) || symbols.matcher(symbol).matches();
    }

    /// Whether any feed has this channel.
    static boolean isChannel(String name) {
        return Stream.of(values()).anyMatch(kind -> kind.channels.contains(name));
    }
}
