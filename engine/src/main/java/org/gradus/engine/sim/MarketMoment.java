package org.gradus.engine.sim;

import static org.gradus.engine.domain.FixedPoint.ONE;

import org.gradus.engine.domain.Rounding;
import org.gradus.engine.domain.Side;

/// One market event as the orders meet it: the same questions answered from a print, a quote or a bar, each time on the
/// pessimistic side. Filled anew for each event. Owned by [SimulatedMarket].
///
/// A taker meets two prices: the *first* decides whether a limit is reached, the *worst* is what it pays. They differ
/// on bars only, where the order came at the start and the fill is told at the end.
final class MarketMoment {
    /// An order that came in the first twentieth of a bar counts as having seen its open.
    private static final long EARLY_PARTS = 20;
    /// How far a bar's extreme may lie beyond its body and still be believed to have filled a resting order.
    private static final long WICK = ONE / 10;

    private final MarketModel.Pricing pricing;

    long timeNs;
    /// What takers pay on top of the prices below.
    long spread;
    private long buyFirst;
    private long buyWorst;
    private long sellFirst;
    private long sellWorst;
    /// The same for an order that came in the middle of a bar: it may have met any price of it.
    private long buyLate;
    private long sellLate;
    private long lateAfterNs;
    /// The extremes that trigger stops.
    private long high;
    private long low;
    /// Where a triggered stop cannot have traded better than.
    private long stopBuy;
    private long stopSell;
    /// The extremes that fill resting orders when they lie beyond the limit.
    private long throughHigh;
    private long throughLow;

    private long buyable;
    private long sellable;
    private boolean sharedSize;
    private long bought;
    private long sold;

    MarketMoment(MarketModel.Pricing pricing) {
        this.pricing = pricing;
    }

    void ofQuote(InstrumentMarket market, long nowNs, long bidSize, long askSize) {
        tick(nowNs, market.ask(), market.bid());
        spread = 0;
        throughLow = market.ask();
        throughHigh = market.bid();
        buyable = Math.max(0, share(market.quantityOf(askSize)) - market.takenAtAsk());
        sellable = Math.max(0, share(market.quantityOf(bidSize)) - market.takenAtBid());
        sharedSize = false;
    }

    /// With a fresh quote a taker meets the worse of quote and print; without one, the print and the assumed spread.
    void ofPrint(InstrumentMarket market, long nowNs, long price, long size) {
        boolean quoted = market.quoteFresh(nowNs);
        tick(nowNs, quoted ? Math.max(market.ask(), price) : price, quoted ? Math.min(market.bid(), price) : price);
        spread = quoted ? 0 : pricing.halfSpread();
        throughLow = price;
        throughHigh = price;
        sizeOnce(market.quantityOf(size));
    }

    void ofBar(InstrumentMarket market, FeedBar bar) {
        timeNs = bar.endNs;
        spread = pricing.halfSpread();
        buyFirst = bar.open;
        buyWorst = Math.max(bar.open, bar.close);
        sellFirst = bar.open;
        sellWorst = Math.min(bar.open, bar.close);
        buyLate = bar.high;
        sellLate = bar.low;
        lateAfterNs = bar.startNs + (bar.endNs - bar.startNs) / EARLY_PARTS;
        high = bar.high;
        low = bar.low;
        stopBuy = bar.open;
        stopSell = bar.open;
        throughHigh = Math.min(bar.high, buyWorst + Rounding.fraction(buyWorst, WICK));
        throughLow = Math.max(bar.low, sellWorst - Rounding.fraction(sellWorst, WICK));
        sizeOnce(market.quantityOf(bar.volume));
    }

    boolean late(VenueOrder order) {
        return order.arrivedNs > lateAfterNs;
    }

    long takerFirst(VenueOrder order) {
        boolean late = late(order);
        return order.side == Side.BUY ? late ? buyLate : buyFirst : late ? sellLate : sellFirst;
    }

    long takerWorst(VenueOrder order) {
        boolean late = late(order);
        return order.side == Side.BUY ? late ? buyLate : buyWorst : late ? sellLate : sellWorst;
    }

    boolean triggers(VenueOrder order) {
        return order.side == Side.BUY ? high >= order.triggerPrice : low <= order.triggerPrice;
    }

    /// Where a stop that this event triggers trades: beyond a gap, never before it.
    long afterGap(VenueOrder order) {
        return order.side == Side.BUY ? Math.max(order.triggerPrice, stopBuy) : Math.min(order.triggerPrice, stopSell);
    }

    /// Whether the market went beyond the order's limit; only touching it fills the queue before us.
    boolean wentThrough(VenueOrder order) {
        return order.side == Side.BUY ? throughLow < order.limitPrice : throughHigh > order.limitPrice;
    }

    long available(Side side) {
        return side == Side.BUY ? buyable : sellable;
    }

    void take(Side side, long quantity) {
        bought += side == Side.BUY ? quantity : 0;
        sold += side == Side.SELL ? quantity : 0;
        buyable -= sharedSize || side == Side.BUY ? quantity : 0;
        sellable -= sharedSize || side == Side.SELL ? quantity : 0;
    }

    long bought() {
        return bought;
    }

    long sold() {
        return sold;
    }

    private void tick(long nowNs, long buy, long sell) {
        timeNs = nowNs;
        buyFirst = buy;
        buyWorst = buy;
        sellFirst = sell;
        sellWorst = sell;
        lateAfterNs = Long.MAX_VALUE;
        high = buy;
        low = sell;
        stopBuy = buy;
        stopSell = sell;
        bought = 0;
        sold = 0;
    }

    /// Of what traded, buyers and sellers together can have been us only once.
    private void sizeOnce(long quantity) {
        buyable = share(quantity);
        sellable = buyable;
        sharedSize = true;
        bought = 0;
        sold = 0;
    }

    private long share(long quantity) {
        return Rounding.fraction(quantity, pricing.participation());
    }
}
