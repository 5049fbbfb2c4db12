package org.gradus.engine.sim;

import org.gradus.engine.domain.OrderType;
import org.gradus.engine.domain.Rounding;
import org.gradus.engine.domain.Side;
import org.gradus.engine.domain.TimeInForce;
import org.gradus.engine.egress.OrderCommand;
import org.jspecify.annotations.Nullable;

/// An order as the venue sees it, from acceptance until its last report was delivered. Pooled by [VenueOrders], which
/// alone links and unlinks it. Numbers are scaled 1e-9.
final class VenueOrder {
    /// Its place in the pool.
    final int slot;
    long clientOrderId;
    int instrumentId;
    Side side = Side.BUY;
    OrderType type = OrderType.MARKET;
    TimeInForce timeInForce = TimeInForce.GTC;
    long quantity;
    long limitPrice;
    long triggerPrice;
    long filled;
    /// When it reached the venue.
    long arrivedNs;
    /// Cash per unit that is kept back for a buy, and the fee on top of it; both 0 for a sell.
    long holdPrice;
    long holdFee;
    boolean open;
    /// Whether it met a market event: from then on it rests.
    boolean considered;
    boolean triggered;
    /// Whether we asked for its end.
    boolean cancelAsked;
    /// How often it was filled, for execution ids and draws.
    int fills;
    /// Chances to be filled so far, for the draws of partial fills.
    int chances;
    /// Reports about it so far, for the draws of their latencies.
    int reports;

    /// Reports on their way, lost ones included; the order is kept until there is none.
    int undelivered;
    boolean deliveredAccepted;
    boolean deliveredEnd;
    long deliveredFilled;

    /// The stop that sleeps until this order is filled whole, and of such a stop the order.
    @Nullable VenueOrder leg;
    @Nullable VenueOrder entry;
    /// An entry with a leg, or a leg.
    boolean ofGroup;
    /// The client order id of a leg's entry.
    long entryId;
    /// A leg whose entry is not filled whole: it keeps nothing back and meets no market.
    boolean asleep;

    /// The next and the previous open order in the same instrument, by arrival.
    @Nullable VenueOrder next;
    @Nullable VenueOrder previous;

    VenueOrder(int slot) {
        this.slot = slot;
    }

    void begin(OrderCommand command, long nowNs) {
        clientOrderId = command.clientOrderId;
        instrumentId = command.instrumentId;
        side = command.side;
        type = command.orderType;
        timeInForce = command.timeInForce;
        quantity = command.quantity;
        limitPrice = command.limitPrice;
        triggerPrice = command.triggerPrice;
        arrivedNs = nowNs;
        filled = 0;
        holdPrice = 0;
        holdFee = 0;
        open = true;
        considered = false;
        triggered = false;
        cancelAsked = false;
        fills = 0;
        chances = 0;
        reports = 0;
        undelivered = 0;
        deliveredAccepted = false;
        deliveredEnd = false;
        deliveredFilled = 0;
        leg = null;
        entry = null;
        entryId = command.parent;
        ofGroup = command.legId != 0 || command.parent != 0;
        asleep = false;
    }

    long remaining() {
        return quantity - filled;
    }

    /// What is left to fill as far as delivered reports tell; 0 when they tell of no open order.
    long deliveredRemaining() {
        return deliveredAccepted && !deliveredEnd ? quantity - deliveredFilled : 0;
    }

    /// Cash kept back for this much of the order.
    long cashHeldFor(long remaining) {
        if (holdPrice == 0 || remaining == 0) {
            return 0;
        }
        long cost = Rounding.moneyUp(holdPrice, remaining);
        return Math.addExact(cost, Rounding.feeUp(cost, holdFee));
    }

    /// Whether it trades at any price once it trades.
    boolean atAnyPrice() {
        return type == OrderType.MARKET || type == OrderType.STOP;
    }

    /// Whether it may wait for a better moment after it met the market once.
    boolean mayRest() {
        return timeInForce == TimeInForce.GTC || timeInForce == TimeInForce.DAY;
    }

    /// Whether it still waits for its trigger.
    boolean dormant() {
        return type.triggered() && !triggered;
    }
}
