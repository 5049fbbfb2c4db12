package org.gradus.engine.sim;

import org.gradus.engine.domain.Rounding;
import org.gradus.engine.domain.Side;
import org.gradus.engine.domain.TimeInForce;
import org.jspecify.annotations.Nullable;

/// Lets the open orders of an instrument meet one market event, oldest first. It decides who trades at which price;
/// the taker of fills books it. Owned by whoever plays the market.
final class Matcher {
    /// Stocks rest at least eight hours between sessions, the extended ones included, and no tape is this thin within
    /// one.
    static final long SESSION_PAUSE_NS = 6 * 3_600 * 1_000_000_000L;
    static final long GTC_LIFE_NS = 90 * 24 * 3_600 * 1_000_000_000L;

    private final FillTaker venue;
    private final long slippage;

    Matcher(FillTaker venue, MarketModel.Pricing pricing) {
        this.venue = venue;
        this.slippage = pricing.slippage();
    }

    /// @param first  of the open orders in the instrument, by arrival
    void match(@Nullable VenueOrder first, InstrumentMarket market, MarketMoment moment) {
        @Nullable VenueOrder order = first;
        while (order != null) {
            VenueOrder next = order.next;
            if (!lapses(order, market, moment.timeNs)) {
                meet(order, market, moment);
            }
            order = next;
        }
    }

    /// A day order ends with the session it met; there is no calendar, so the next session's first event tells of it.
    private boolean lapses(VenueOrder order, InstrumentMarket market, long nowNs) {
        if (order.timeInForce == TimeInForce.DAY && order.considered && market.pauseNs() >= SESSION_PAUSE_NS) {
            venue.expire(order, nowNs);
            return true;
        }
        if (order.timeInForce == TimeInForce.GTC && nowNs - order.arrivedNs >= GTC_LIFE_NS) {
            venue.cancel(order, nowNs);
            return true;
        }
        return false;
    }

    void meet(VenueOrder order, InstrumentMarket market, MarketMoment moment) {
        boolean arrived = !order.considered;
        order.considered = true;
        if (order.dormant()) {
            trigger(order, market, moment);
        } else if (order.atAnyPrice()) {
            long price = worsened(moment.takerWorst(order), moment.spread + slippage, order, market);
            trade(order, price, false, moment);
        } else if (arrived && reaches(order, worsened(moment.takerFirst(order), moment.spread, order, market))) {
            long worst = worsened(moment.takerWorst(order), moment.spread, order, market);
            trade(order, withinLimit(order, worst), false, moment);
        } else if (order.mayRest() && !moment.late(order) && moment.wentThrough(order)) {
            trade(order, order.limitPrice, true, moment);
        }
        if (order.open && !order.mayRest()) {
            venue.cancel(order, moment.timeNs);
        }
    }

    /// A stop-limit whose limit lies before the gap rests: the engine has to see that it protects no longer.
    private void trigger(VenueOrder order, InstrumentMarket market, MarketMoment moment) {
        if (!moment.triggers(order)) {
            return;
        }
        order.triggered = true;
        long price = worsened(moment.afterGap(order), moment.spread + slippage, order, market);
        if (order.atAnyPrice() || reaches(order, price)) {
            trade(order, price, false, moment);
        }
    }

    private void trade(VenueOrder order, long price, boolean rested, MarketMoment moment) {
        long available = moment.available(order.side);
        if (available > 0) {
            moment.take(order.side, venue.fill(order, price, available, rested, moment.timeNs));
        }
    }

    /// A price moved against the order and then to the next tick, the same way; a seller always gets one tick.
    private static long worsened(long price, long ratio, VenueOrder order, InstrumentMarket market) {
        long tick = market.instrument.tick();
        long step = Rounding.feeUp(price, ratio);
        return order.side == Side.BUY ? Rounding.priceUp(price + step, tick)
            : Math.max(tick, Rounding.priceDown(price - step, tick));
    }

    private static boolean reaches(VenueOrder order, long price) {
        return order.side == Side.BUY ? price <= order.limitPrice : price >= order.limitPrice;
    }

    private static long withinLimit(VenueOrder order, long price) {
        return order.side == Side.BUY ? Math.min(price, order.limitPrice) : Math.max(price, order.limitPrice);
    }
}
