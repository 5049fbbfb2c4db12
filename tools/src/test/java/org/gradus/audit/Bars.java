package org.gradus.audit;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Which bars have closed, formed anew from accepted prints or from the feed's bars: a window without a print has no
/// bar.
final class Bars implements Market.Listener {

    /// One instrument's bars of one timeframe: the windows still open with their last price, and how many have closed.
    private static final class Series {
        private final TreeMap<Long, BigDecimal> open = new TreeMap<>();
        private long closed;
    }

    /// Hears of each close of the base timeframe.
    interface BaseBars {
        void closed(String instrument, long endNs, BigDecimal close);
    }

    private final Map<String, Series> series = new HashMap<>();
    private final Set<String> closedNow = new HashSet<>();
    private final Map<String, Long> fedNs = new HashMap<>();
    /// By fed instrument: up to when its larger bars have closed, never to open again.
    private final Map<String, Long> closedUntilNs = new HashMap<>();
    private final Set<String> timeframes = new HashSet<>();
    private final String base;
    private final BaseBars listener;
    private Terms terms;

    Bars(Terms terms, String base, BaseBars listener) {
        this.terms = terms;
        this.base = base;
        this.listener = listener;
        terms(terms);
    }

    void terms(Terms newTerms) {
        terms = newTerms;
        timeframes.add(base);
        newTerms.strategies.values().forEach(each -> timeframes.add(each.text("timeframe")));
    }

    @Override
    public void accepted(String instrument, BigDecimal price, long venueTimeNs) {
        if (!fedNs.containsKey(instrument)) {
            timeframes.forEach(each -> open(instrument, each, venueTimeNs, price));
        }
    }

    private void open(String instrument, String timeframe, long timeNs, BigDecimal price) {
        of(instrument, timeframe).open.put(timeNs - Math.floorMod(timeNs, terms.timeframeNs(timeframe)), price);
    }

    private Series of(String instrument, String timeframe) {
        return series.computeIfAbsent(instrument + ' ' + timeframe, key -> new Series());
    }

    /// Takes in a record: what it closes is told by [#closedNow] until the next.
    void take(Line line) {
        closedNow.clear();
        String instrument = line.input().text("instrument");
        if (line.is("bar-close")) {
            close(instrument, line.timeNs());
            closedUntilNs.merge(instrument, line.timeNs(), Math::max);
        } else if (line.is("bar")) {
            fed(instrument, line);
        }
    }

    /// The feed's smallest bars build the larger ones; the others count for themselves.
    private void fed(String instrument, Line line) {
        String timeframe = line.input().text("timeframe");
        long ownNs = terms.timeframeNs(timeframe);
        fedNs.merge(instrument, ownNs, Math::min);
        closeOne(instrument, timeframe, line.timeNs(), line.input().decimal("close"));
        if (fedNs.get(instrument) == ownNs) {
            long startNs = line.input().nanos("start_ns");
            timeframes.stream().filter(each -> terms.timeframeNs(each) > ownNs).forEach(each -> {
                close(instrument, each, startNs);
                if (inTime(instrument, each, startNs)) {
                    open(instrument, each, startNs, line.input().decimal("close"));
                }
                close(instrument, each, line.timeNs());
            });
            closedUntilNs.merge(instrument, line.timeNs(), Math::max);
        }
    }

    /// A bar off its grid that ends behind the close of its larger bar counts for itself only.
    private boolean inTime(String instrument, String timeframe, long startNs) {
        long lengthNs = terms.timeframeNs(timeframe);
        return startNs - Math.floorMod(startNs, lengthNs) + lengthNs
                > Math.max(startNs, closedUntilNs.getOrDefault(instrument, Long.MIN_VALUE));
    }

    private void close(String instrument, long untilNs) {
        timeframes.forEach(each -> close(instrument, each, untilNs));
    }

    private void close(String instrument, String timeframe, long untilNs) {
        TreeMap<Long, BigDecimal> open = of(instrument, timeframe).open;
        long lengthNs = terms.timeframeNs(timeframe);
        while (!open.isEmpty() && open.firstKey() + lengthNs <= untilNs) {
            Map.Entry<Long, BigDecimal> bar = open.pollFirstEntry();
            closeOne(instrument, timeframe, bar.getKey() + lengthNs, bar.getValue());
        }
    }

    private void closeOne(String instrument, String timeframe, long endNs, BigDecimal close) {
        of(instrument, timeframe).closed++;
        closedNow.add(instrument + ' ' + timeframe);
        if (timeframe.equals(base)) {
            listener.closed(instrument, endNs, close);
        }
    }

    boolean closedNow(String instrument, String timeframe) {
        return closedNow.contains(instrument + ' ' + timeframe);
    }

    String base() {
        return base;
    }

    boolean baseClosedNow() {
        return closedNow.stream().anyMatch(each -> each.endsWith(' ' + base));
    }

    long closed(String instrument, String timeframe) {
        return of(instrument, timeframe).closed;
    }
}
