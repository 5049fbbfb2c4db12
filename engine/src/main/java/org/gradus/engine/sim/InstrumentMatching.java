package org.gradus.engine.sim;

import java.util.ArrayList;
import java.util.List;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.domain.Rounding;
import org.gradus.engine.egress.OrderCommand;

/// How the simulated market matches, for a venue that keeps orders and money itself: the same market events give the
/// same prices and sizes as in [SimulatedMarket], and the same draws for the same client order ids. One thread at a
/// time.
public final class InstrumentMatching {
    private final MarketModel model;
    private final StatelessRandom random;
    private final PartialFills partialFills;
    private final InstrumentMarket market;
    private final MarketMoment moment;
    private final Matcher matcher;
    private final FeedBar bar = new FeedBar();
    private final List<Standing> standing = new ArrayList<>();
    private final Fills fills;

    public InstrumentMatching(Instrument instrument, MarketModel model, Fills fills) {
        this.model = model;
        this.fills = fills;
        random = new StatelessRandom(model.seed());
        partialFills = new PartialFills(random, model.mishaps());
        market = new InstrumentMarket(instrument, model.pricing().quoteFreshNs());
        moment = new MarketMoment(model.pricing());
        matcher = new Matcher(new Taker(), model.pricing());
    }

    /// What the venue does with what its orders meet.
    public interface Fills {
        /// Whether the order's market is open to it now.
        boolean trades(Standing order);

        /// Books this much, or less where the account has no more; returns how much.
        long fill(Standing order, long price, long quantity, boolean rested);

        /// The order may not wait any longer.
        void cancel(Standing order);
    }

    /// An open order in the market.
    public static final class Standing {
        private final VenueOrder order = new VenueOrder(0);

        private Standing(OrderCommand command, long nowNs) {
            order.begin(command, nowNs);
        }

        /// A trailing stop has moved.
        public void trigger(long price) {
            order.triggerPrice = price;
        }

        /// What is left is less, because something else of its group was filled.
        public void quantity(long quantity) {
            order.quantity = quantity;
        }
    }

    /// Whether the venue takes an order that keeps every rule: it rejects some at a whim.
    public boolean takes(long clientOrderId) {
        return !random.chance(model.mishaps().rejection(), clientOrderId, Draw.REJECTION.at(0));
    }

    /// The order meets the next event; the command is copied.
    public Standing add(OrderCommand command, long nowNs) {
        Standing added = new Standing(command, nowNs);
        standing.add(added);
        return added;
    }

    public void remove(Standing order) {
        order.order.open = false;
        standing.remove(order);
    }

    /// A print; false when it is not believed.
    public boolean onTrade(long timeNs, long price, long size) {
        if (!market.print(price, timeNs)) {
            return false;
        }
        moment.ofPrint(market, timeNs, price, size);
        meetAll();
        return true;
    }

    /// The best bid and ask; false when they are not believed.
    public boolean onQuote(long timeNs, long bid, long bidSize, long ask, long askSize) {
        if (!market.quote(bid, ask, timeNs)) {
            return false;
        }
        moment.ofQuote(market, timeNs, bidSize, askSize);
        meetAll();
        market.took(moment.bought(), moment.sold());
        return true;
    }

    /// A bar at its end; false when it is not believed, or prints speak for the instrument.
    public boolean onBar(long startNs, long endNs, long[] openHighLowCloseVolume) {
        bar.startNs = startNs;
        bar.endNs = endNs;
        bar.open = openHighLowCloseVolume[0];
        bar.high = openHighLowCloseVolume[1];
        bar.low = openHighLowCloseVolume[2];
        bar.close = openHighLowCloseVolume[3];
        bar.volume = openHighLowCloseVolume[4];
        if (!market.bar(bar)) {
            return false;
        }
        moment.ofBar(market, bar);
        meetAll();
        return true;
    }

    private void meetAll() {
        for (Standing each : List.copyOf(standing)) {
            if (each.order.open && fills.trades(each)) {
                matcher.meet(each.order, market, moment);
            }
        }
    }

    private Standing of(VenueOrder order) {
        for (Standing each : standing) {
            if (each.order == order) {
                return each;
            }
        }
        throw new IllegalStateException("only standing orders meet the market");
    }

    private final class Taker implements FillTaker {
        @Override
        public long fill(VenueOrder order, long price, long available, boolean rested, long nowNs) {
            long lot = market.instrument.lot();
            long possible = Rounding.quantityDown(Math.min(available, order.remaining()), lot);
            if (possible == 0) {
                return 0;
            }
            long wanted = partialFills.perhapsLess(order, possible, lot);
            long filled = fills.fill(of(order), price, wanted, rested);
            order.filled += filled;
            return filled;
        }

        @Override
        public void cancel(VenueOrder order, long nowNs) {
            fills.cancel(of(order));
        }

        @Override
        public void expire(VenueOrder order, long nowNs) {
            fills.cancel(of(order));
        }
    }
}
