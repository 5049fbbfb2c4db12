package org.gradus.adapters.venue.exchange;

import java.math.BigDecimal;
import java.util.Objects;
import org.gradus.adapters.venue.MarketListener;
import org.gradus.adapters.venue.VenueClock;
import org.jspecify.annotations.Nullable;

/// Alpaca's paper engine: an order trades when the quote reaches it, whatever the quote's size; now and then it gets a
/// part only, and the rest waits for the next quote. A taker gets the far side, an order that rested its own limit
/// (price improvement is not simulated). Guarded by the lock of [Exchange].
final class PaperMatching implements Matching {
    /// A market quotes more often than a sparse tape shows it.
    private static final long REPEAT_NS = 1_000_000_000L;
    private static final long OPENING_NS = 5 * 60 * 1_000_000_000L;

    private final Books books;
    private final Assets assets;
    private final Tickers tickers;
    private final OrderLife life;
    private final FillSizes sizes;
    private final VenueClock clock;
    private final Sessions sessions;

    PaperMatching(Exchange.Parts parts, OrderLife life, FillSizes sizes) {
        this.books = parts.market().books();
        this.assets = parts.market().assets();
        this.tickers = parts.market().tickers();
        this.clock = parts.clock();
        this.sessions = parts.sessions();
        this.life = life;
        this.sizes = sizes;
    }

    @Override
    public void arrived(Order order) {
        meet(order, tickers.of(order.asset), null, clock.nowNs());
    }

    @Override
    public void ended(Order order) {
        // It is looked for in the books, which it has left.
    }

    @Override
    public void quote(Asset asset, MarketListener.Quote quote) {
        if (tickers.of(asset).quote(quote)) {
            meetAll(asset, null, quote.timeNs());
        }
    }

    @Override
    public void trade(Asset asset, MarketListener.Trade trade) {
        print(asset, trade.price(), trade.timeNs());
    }

    @Override
    public void bar(Asset asset, MarketListener.Bar bar) {
        print(asset, bar.close(), bar.endNs());
    }

    @Override
    public void time(long nowNs) {
        for (Asset asset : assets.all()) {
            Ticker ticker = tickers.of(asset);
            if (ticker.known() && nowNs - ticker.saidNs() >= REPEAT_NS && !books.of(asset).isEmpty()) {
                ticker.repeatQuote(nowNs);
                meetAll(asset, null, nowNs);
            }
        }
    }

    private void print(Asset asset, BigDecimal price, long timeNs) {
        if (price.signum() > 0) {
            tickers.of(asset).print(price, timeNs);
            meetAll(asset, price, timeNs);
        }
    }

    private void meetAll(Asset asset, @Nullable BigDecimal print, long nowNs) {
        Ticker ticker = tickers.of(asset);
        for (Order order : books.of(asset)) {
            meet(order, ticker, print, nowNs);
        }
    }

    private void meet(Order order, Ticker ticker, @Nullable BigDecimal print, long nowNs) {
        @Nullable BigDecimal price = ticker.farSide(order.side);
        if (price == null || !order.status.working() || !trades(order, ticker, nowNs)) {
            return;
        }
        if (order.dormant()) {
            boolean moved = Stops.follow(order, print == null ? price : print);
            order.triggered = Stops.reached(order, price) || print != null && Stops.reached(order, print);
            if (moved || order.triggered) {
                life.touched(order);
            }
        }
        if (!order.dormant()) {
            meet(order, price, ticker.quotes());
        }
    }

    /// In the first minutes of a session a quote of the day before says nothing yet.
    private boolean trades(Order order, Ticker ticker, long nowNs) {
        boolean waitsForAuction = order.timeInForce == TimeInForce.CLS;
        boolean stale = !order.asset.crypto() && sessions.opened(nowNs, OPENING_NS) && !Sessions.at(nowNs)
            .toLocalDate().equals(Sessions.at(ticker.quoteNs()).toLocalDate());
        return !waitsForAuction && !stale && life.inSession(order, nowNs);
    }

    /// An order meets each quote once.
    private void meet(Order order, BigDecimal price, long quote) {
        if (order.metQuote == quote) {
            return;
        }
        order.metQuote = quote;
        if (reaches(order, price)) {
            trade(order, order.rested ? Objects.requireNonNull(order.limitPrice) : price);
        } else {
            order.rested = order.type.limited();
        }
        if (order.open() && ends(order)) {
            life.cancel(order);
        }
    }

    private void trade(Order order, BigDecimal price) {
        FillSizes.Size size = sizes.of(order, price, true);
        if (size.qty().signum() > 0) {
            life.fill(order, price, size.qty(), size.complete());
        }
        if (size.exhausted()) {
            life.cancel(order);
        }
    }

    private static boolean ends(Order order) {
        return order.timeInForce.immediate() || order.timeInForce == TimeInForce.OPG;
    }

    private static boolean reaches(Order order, BigDecimal price) {
        @Nullable BigDecimal limit = Stops.limit(order);
        return limit == null || (order.side == Side.BUY ? limit.compareTo(price) >= 0 : limit.compareTo(price) <= 0);
    }
}
