package org.gradus.adapters.venue.market;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.gradus.adapters.venue.MarketListener;

/// Which stocks are not traded for a while, by a script. What a tape has of them meanwhile does not happen. Owned by
/// the market's thread.
final class Halts {
    private final List<MarketListener> listeners;
    private final List<MarketFeed> feeds;
    private final PriceBands bands;
    private final Map<SymbolMarket, BooleanSupplier> over = new HashMap<>();

    Halts(List<MarketListener> listeners, List<MarketFeed> feeds, PriceBands bands) {
        this.listeners = listeners;
        this.feeds = feeds;
        this.bands = bands;
    }

    boolean halted(SymbolMarket market) {
        return over.containsKey(market);
    }

    /// Something is about to happen in a symbol: whether it is halted, or is so from now on.
    boolean stop(SymbolMarket market, MarketFaults faults, long nowNs) {
        if (market.crypto() || halted(market)) {
            return halted(market);
        }
        BooleanSupplier halt = faults.strike(MarketFaults.Kind.HALT, market.symbol());
        if (halt != null) {
            begin(market, halt, TradingStatus.halted(nowNs));
            return true;
        }
        BooleanSupplier pause = faults.strike(MarketFaults.Kind.PAUSE, market.symbol());
        if (pause != null) {
            begin(market, pause, TradingStatus.paused(nowNs));
            Print last = market.lastPrint();
            if (last != null) {
                feeds.forEach(feed -> feed.onImbalance(market, last.price(), nowNs));
            }
            return true;
        }
        return false;
    }

    private void begin(SymbolMarket market, BooleanSupplier isOver, TradingStatus status) {
        over.put(market, isOver);
        listeners.forEach(listener -> listener.onHalt(market.symbol(), true, status.timeNs()));
        tell(market, 'D', status);
    }

    /// Lifts those whose time is over.
    void time(long nowNs) {
        for (SymbolMarket market : List.copyOf(over.keySet())) {
            if (over.get(market).getAsBoolean()) {
                over.remove(market);
                tell(market, 'E', TradingStatus.quoted(nowNs), TradingStatus.resumed(nowNs));
                listeners.forEach(listener -> listener.onHalt(market.symbol(), false, nowNs));
            }
        }
    }

    private void tell(SymbolMarket market, char indicator, TradingStatus... statuses) {
        for (TradingStatus status : statuses) {
            feeds.forEach(feed -> feed.onStatus(market, status));
        }
        PriceBand band = bands.around(market, indicator, statuses[0].timeNs());
        if (band != null) {
            feeds.forEach(feed -> feed.onBand(market, band));
        }
    }
}
