package org.gradus.adapters.venue.market;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.gradus.adapters.venue.MarketListener;
import org.gradus.adapters.venue.MarketListener.Bar;
import org.gradus.adapters.venue.MarketListener.Quote;
import org.gradus.adapters.venue.MarketListener.Trade;
import org.jspecify.annotations.Nullable;

/// The market of the venue: what happens is remembered, told to the exchange, and told to the streams. A tape drives
/// it, or a test by hand; one thread at a time may.
public final class Market {
    /// Ids of trades of coins do not fit into the 53 bits of a double: whoever reads them as one shall notice.
    private static final long FIRST_COIN_TRADE_ID = 3_000_000_000_000_000_001L;
    private static final long FIRST_STOCK_TRADE_ID = 1;

    private final MadeQuotes madeQuotes;
    private final Map<String, SymbolMarket> symbols = new ConcurrentSkipListMap<>();
    private final Map<String, MinuteBars> minutes = new TreeMap<>();
    private final List<MarketListener> listeners = new CopyOnWriteArrayList<>();
    private final List<MarketFeed> feeds = new CopyOnWriteArrayList<>();
    /// Symbols whose bars come from the tape as they are.
    private final Set<String> barsOnly = new HashSet<>();
    private final PriceBands bands = new PriceBands();
    private final Halts halts = new Halts(listeners, feeds, bands);
    private final Mishaps mishaps = new Mishaps(this);
    private MarketFaults faults = MarketFaults.NONE;
    private long prints;

    public Market(MadeQuotes madeQuotes) {
        this.madeQuotes = madeQuotes;
    }

    /// From now on it hears everything, and at once where the market stands.
    public void listen(MarketListener listener) {
        for (SymbolMarket market : symbols.values()) {
            Print print = market.lastPrint();
            if (print != null) {
                listener.onTrade(new Trade(market.symbol(), print.price(), print.size(), print.timeNs()));
            }
            Quote quote = market.lastQuote();
            if (quote != null) {
                listener.onQuote(quote);
            }
        }
        listeners.add(listener);
    }

    public void listen(MarketFeed feed) {
        feeds.add(feed);
    }

    /// From now on this goes wrong with it.
    public void beset(MarketFaults with) {
        faults = with;
    }

    MarketFaults faults() {
        return faults;
    }

    List<MarketFeed> feeds() {
        return feeds;
    }

    public @Nullable SymbolMarket symbol(String symbol) {
        return symbols.get(symbol);
    }

    /// All that the market knows, by symbol.
    public Collection<SymbolMarket> symbols() {
        return List.copyOf(symbols.values());
    }

    /// A quote of the tape.
    public void quote(Quote quote) {
        if (!halts.stop(market(quote.symbol()), faults, quote.timeNs())) {
            tell(quote);
        }
    }

    private void tell(Quote quote) {
        SymbolMarket market = market(quote.symbol());
        if (!halts.halted(market) && market.add(quote)) {
            if (market.crypto() && !barsOnly.contains(quote.symbol())) {
                minutes(market).begin(quote.timeNs());
            }
            listeners.forEach(listener -> listener.onQuote(quote));
            feeds.forEach(feed -> feed.onQuote(market, quote));
        }
    }

    /// The trade of a tape that has quotes of its own.
    public void print(String symbol, BigDecimal price, BigDecimal size, char taker, long timeNs) {
        SymbolMarket market = market(symbol);
        if (halts.stop(market, faults, timeNs)) {
            return;
        }
        Print print = new Print(timeNs, nextId(market), price, size, taker);
        if (!mishaps.holdsBack(market, print) && market.add(print)) {
            Trade trade = new Trade(symbol, price, size, timeNs);
            listeners.forEach(listener -> listener.onTrade(trade));
            feeds.forEach(feed -> feed.onPrint(market, print));
            minutes(market).print(print);
            mishaps.told(market, print);
        }
    }

    MinuteBars minutes(SymbolMarket market) {
        return minutes.computeIfAbsent(market.symbol(), _ -> new MinuteBars(market,
                candle -> completed(market, candle),
                candle -> feeds.forEach(feed -> feed.onUpdatedCandle(market, candle))));
    }

    /// The trade of a tape without quotes: one is made around it.
    public void printAndQuote(String symbol, BigDecimal price, BigDecimal size, char taker, long timeNs) {
        print(symbol, price, size, taker, timeNs);
        tell(madeQuotes.around(symbol, price, timeNs));
    }

    /// A bar of a tape that has neither trades nor quotes: its close is a print, and a quote is made around it.
    public void bar(String symbol, Candle candle, long lengthNs) {
        SymbolMarket market = market(symbol);
        barsOnly.add(symbol);
        if (halts.stop(market, faults, candle.endNs()) || !market.add(candle, lengthNs)) {
            return;
        }
        Bar bar = new Bar(symbol, candle.open(), candle.high(), candle.low(), candle.close(), candle.volume(),
                candle.startNs(), candle.endNs());
        listeners.forEach(listener -> listener.onBar(bar));
        if (candle.volume().signum() > 0) {
            Print print = new Print(candle.endNs(), nextId(market), candle.close(), candle.volume(), 'B');
            market.add(print);
            feeds.forEach(feed -> feed.onPrint(market, print));
        }
        tell(madeQuotes.around(symbol, candle.close(), candle.endNs()));
        completed(market, candle);
    }

    /// A bar of before, or beside trades: remembered and shown, without a say in prices.
    public void pastBar(String symbol, Candle candle, long lengthNs) {
        market(symbol).add(candle, lengthNs);
    }

    /// The last quote of each symbol, as if it were said again now.
    public void requote(long nowNs) {
        for (SymbolMarket market : symbols.values()) {
            Quote last = market.lastQuote();
            if (last != null && last.timeNs() < nowNs) {
                tell(last.at(nowNs));
            }
        }
    }

    /// Time went on.
    public void time(long nowNs) {
        minutes.values().forEach(each -> each.time(nowNs));
        mishaps.time(nowNs);
        halts.time(nowNs);
        listeners.forEach(listener -> listener.onTime(nowNs));
    }

    private void completed(SymbolMarket market, Candle candle) {
        if (feeds.isEmpty()) {
            return;
        }
        BarFrame days = new BarFrame(1, BarFrame.Unit.DAY, market.zone());
        List<Candle> day = market.candles(days, days.startNs(candle.startNs()), candle.startNs(), 1);
        feeds.forEach(feed -> feed.onCandle(market, candle, day.isEmpty() ? candle : day.getFirst()));
        PriceBand band = market.crypto() || halts.halted(market) ? null : bands.at(market, candle.endNs());
        if (band != null) {
            feeds.forEach(feed -> feed.onBand(market, band));
        }
    }

    private SymbolMarket market(String symbol) {
        return symbols.computeIfAbsent(symbol, SymbolMarket::new);
    }

    long nextId(SymbolMarket market) {
        return (market.crypto() ? FIRST_COIN_TRADE_ID : FIRST_STOCK_TRADE_ID) + prints++;
    }
}
