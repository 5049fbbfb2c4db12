package org.gradus.adapters.alpaca.data;

import java.time.LocalDate;
import java.util.Map;
import org.gradus.engine.domain.Timeframe;
import org.jspecify.annotations.Nullable;

/// What history is wanted.
///
/// @param symbol    with a slash for a pair, which makes it crypto
/// @param timeframe of bars; null for trades and quotes
/// @param first     day in UTC
/// @param last      day in UTC, all of it
/// @param feed      of stocks, `iex` or `sip`
public record HistoryQuery(String symbol, HistoryKind kind, @Nullable Timeframe timeframe, LocalDate first,
                           LocalDate last, String feed) {
    private static final Map<Timeframe, String> WORDS = Map.of(Timeframe.M1, "1Min", Timeframe.M5, "5Min",
            Timeframe.M15, "15Min", Timeframe.H1, "1Hour", Timeframe.H4, "4Hour", Timeframe.D1, "1Day");

    public HistoryQuery {
        if (!symbol.matches("[A-Z0-9.]+(/[A-Z0-9]+)?")) {
            throw new IllegalArgumentException("symbol '" + symbol + "': expected one such as AAPL or BTC/USD");
        }
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("from " + first + " to " + last + ": ends before it begins");
        }
        if ((kind == HistoryKind.BARS) != (timeframe != null)) {
            throw new IllegalArgumentException("a timeframe belongs to bars, and to nothing else");
        }
    }

    /// Reads the venue's word, such as `1Hour` or `15min`, or ours, such as `1h`.
    public static Timeframe timeframe(String text) {
        for (Timeframe timeframe : Timeframe.values()) {
            if (WORDS.get(timeframe).equalsIgnoreCase(text) || timeframe.label().equals(text)) {
                return timeframe;
            }
        }
        throw new IllegalArgumentException("timeframe '" + text + "': expected one of 1Min, 5Min, 15Min, 1Hour, 4Hour, "
                + "1Day");
    }

    public boolean crypto() {
        return symbol.indexOf('/') > 0;
    }

    String timeframeWord() {
        return timeframe == null ? "" : WORDS.get(timeframe);
    }

    /// As files of this history are called, before their days.
    String fileStem() {
        return symbol.replace('/', '-') + '_' + (timeframe == null ? kind.word() : timeframe.label());
    }
}
