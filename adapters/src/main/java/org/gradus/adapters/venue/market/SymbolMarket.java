package org.gradus.adapters.venue.market;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.gradus.adapters.venue.MarketListener.Quote;
import org.jspecify.annotations.Nullable;

/// What the venue remembers of one symbol. The market's thread writes, any thread reads.
public final class SymbolMarket {
    private static final int TICKS_KEPT = 200_000;
    private static final int CANDLES_KEPT = 1_000_000;

    private final String symbol;
    private final boolean crypto;
    private final TimeSeries<Print> prints = new TimeSeries<>(Print::timeNs, TICKS_KEPT);
    private final TimeSeries<Quote> quotes = new TimeSeries<>(Quote::timeNs, TICKS_KEPT);
    /// By length, longest first.
    private final Map<Long, TimeSeries<Candle>> candles = new ConcurrentSkipListMap<>(Comparator.reverseOrder());
    private volatile @Nullable Candle forming;

    SymbolMarket(String symbol) {
        this.symbol = symbol;
        crypto = isCrypto(symbol);
    }

    /// Coins are traded in pairs, and only they have a slash.
    public static boolean isCrypto(String symbol) {
        return symbol.indexOf('/') > 0;
    }

    public String symbol() {
        return symbol;
    }

    public boolean crypto() {
        return crypto;
    }

    /// Whose midnight begins a day of this symbol.
    public ZoneId zone() {
        return crypto ? ZoneOffset.UTC : Timestamps.NEW_YORK;
    }

    boolean add(Print print) {
        return prints.add(print);
    }

    boolean add(Quote quote) {
        return quotes.add(quote);
    }

    /// A complete bar.
    ///
    /// @return false when there is one of that time, or of a later one
    boolean add(Candle candle, long lengthNs) {
        TimeSeries<Candle> series = candles.computeIfAbsent(lengthNs,
                _ -> new TimeSeries<>(Candle::startNs, CANDLES_KEPT));
        Candle before = series.last();
        if (before != null && before.startNs() >= candle.startNs()) {
            return false;
        }
        return series.add(candle);
    }

    void insert(Print print) {
        prints.insert(print);
    }

    void replace(Print old, Print changed) {
        prints.replace(old, changed);
    }

    /// A bar that is another now.
    void put(Candle candle, long lengthNs) {
        candles.computeIfAbsent(lengthNs, _ -> new TimeSeries<>(Candle::startNs, CANDLES_KEPT)).put(candle);
    }

    /// The bar of the current minute, as far as it has come.
    void forming(@Nullable Candle candle) {
        forming = candle;
    }

    /// The last trade that counts.
    public @Nullable Print lastPrint() {
        return prints.last(Print::valid);
    }

    public @Nullable Quote lastQuote() {
        return quotes.last();
    }

    /// The last bar that was completed, and the shortest of those that end together: a day's bar is not a minute's.
    public @Nullable Candle lastCandle() {
        Candle last = null;
        for (TimeSeries<Candle> series : candles.values()) {
            Candle candidate = series.last();
            last = last == null || candidate != null && candidate.endNs() >= last.endNs() ? candidate : last;
        }
        return last;
    }

    public List<Print> prints(long fromNs, long toNs) {
        return prints.between(fromNs, toNs);
    }

    public List<Quote> quotes(long fromNs, long toNs) {
        return quotes.between(fromNs, toNs);
    }

    /// The bars that start from one time to another, both included, the forming one with them; only as many as the
    /// limit, from the oldest on.
    public List<Candle> candles(BarFrame frame, long fromNs, long toNs, int limit) {
        if (fromNs > toNs) {
            return List.of();
        }
        List<Candle> result = new ArrayList<>();
        Candle current = null;
        for (Candle part : parts(frame, frame.startNs(fromNs), frame.endNs(frame.startNs(toNs)) - 1)) {
            if (current != null && part.startNs() < current.endNs()) {
                current = current.with(part).from(current.startNs(), current.endNs());
                continue;
            }
            keep(current, fromNs, result);
            if (result.size() == limit) {
                return result;
            }
            long startNs = frame.startNs(part.startNs());
            current = part.from(startNs, frame.endNs(startNs));
        }
        keep(current, fromNs, result);
        return result;
    }

    private static void keep(@Nullable Candle candle, long fromNs, List<Candle> result) {
        if (candle != null && candle.startNs() >= fromNs) {
            result.add(candle);
        }
    }

    /// The longest bars first, shorter ones where no longer one is: a file of days and today's minutes go together.
    private List<Candle> parts(BarFrame frame, long fromNs, long toNs) {
        List<Candle> parts = new ArrayList<>();
        for (Map.Entry<Long, TimeSeries<Candle>> series : candles.entrySet()) {
            if (series.getKey() <= frame.longestPartNs()) {
                parts = merged(parts, series.getValue().between(fromNs, toNs), series.getKey());
            }
        }
        Candle now = forming;
        if (now != null && now.startNs() >= fromNs && now.startNs() <= toNs
                && (parts.isEmpty() || now.startNs() > parts.getLast().startNs())) {
            parts.add(now);
        }
        return parts;
    }

    /// Longer bars cover all that starts before their nominal end.
    private static List<Candle> merged(List<Candle> longer, List<Candle> shorter, long lengthNs) {
        List<Candle> result = new ArrayList<>(longer.size() + shorter.size());
        int next = 0;
        long coveredNs = Long.MIN_VALUE;
        for (Candle candle : shorter) {
            while (next < longer.size() && longer.get(next).startNs() <= candle.startNs()) {
                coveredNs = longer.get(next).endNs();
                result.add(longer.get(next++));
            }
            boolean reaches = next < longer.size() && candle.startNs() + lengthNs > longer.get(next).startNs();
            if (candle.startNs() >= coveredNs && !reaches) {
                result.add(candle);
            }
        }
        result.addAll(longer.subList(next, longer.size()));
        return result;
    }
}
