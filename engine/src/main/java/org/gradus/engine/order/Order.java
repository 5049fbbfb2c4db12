package org.gradus.engine.order;

import static org.gradus.engine.domain.FixedPoint.ONE;

import org.gradus.engine.domain.OrderState;
import org.gradus.engine.domain.OrderType;
import org.gradus.engine.domain.Purpose;
import org.gradus.engine.domain.Rounding;
import org.gradus.engine.domain.Side;
import org.gradus.engine.domain.TimeInForce;
import org.gradus.engine.portfolio.Fill;
import org.gradus.engine.state.StateVisitor;
import org.gradus.engine.state.Stateful;
import org.jspecify.annotations.Nullable;

/// One order's life. Pooled by its [OpenOrders], which hands it out again some time after its end: keep the id, not the
/// object. Owned by the decision stage; reports change it through [OrderLifecycle] only. Numbers are scaled 1e-9.
public final class Order implements Stateful {
    private long clientOrderId;
    private boolean acknowledged;
    private long venueOrderIdHigh;
    private long venueOrderIdLow;
    private int strategyId;
    private int instrumentId;
    private Purpose purpose = Purpose.ENTRY;
    private Side side = Side.BUY;
    private OrderType orderType = OrderType.MARKET;
    private TimeInForce timeInForce = TimeInForce.GTC;
    private OrderState state = OrderState.CREATED;
    private long quantity;
    private long limitPrice;
    private long stopPrice;
    private long price;
    private long filled;
    private long reportedCumulative;
    private long filledNotional;
    private long fees;
    private long decidedNs;
    private long sentNs;
    private long lastChangeNs;
    private long cancelRequestedNs;
    private long expiresNs;
    private long parent;
    private long replaces;
    private long replacedBy;

    /// What this order adds to the sums of its [OpenOrders]; derived.
    long entryNotional;
    long missingSell;
    /// Neighbours in order of creation; `next` stays when the order leaves the list, so that a walk can go on from it.
    @Nullable Order next;
    @Nullable Order previous;

    Order() {
    }

    void begin(OrderDraft draft, OrderState first, long nowNs) {
        clear();
        clientOrderId = draft.clientOrderId;
        strategyId = draft.strategyId;
        instrumentId = draft.instrumentId;
        purpose = draft.purpose;
        side = draft.side;
        orderType = draft.orderType;
        timeInForce = draft.timeInForce;
        quantity = draft.quantity;
        limitPrice = draft.limitPrice;
        stopPrice = draft.stopPrice;
        price = draft.price;
        parent = draft.parent;
        state = first;
        decidedNs = nowNs;
        lastChangeNs = nowNs;
    }

    public long clientOrderId() {
        return clientOrderId;
    }

    /// The venue has confirmed that it has the order.
    public boolean acknowledged() {
        return acknowledged;
    }

    public long venueOrderIdHigh() {
        return venueOrderIdHigh;
    }

    public long venueOrderIdLow() {
        return venueOrderIdLow;
    }

    /// `Portfolio.SUPERVISOR` when no strategy asked for it.
    public int strategyId() {
        return strategyId;
    }

    public int instrumentId() {
        return instrumentId;
    }

    public Purpose purpose() {
        return purpose;
    }

    public Side side() {
        return side;
    }

    public OrderType orderType() {
        return orderType;
    }

    public TimeInForce timeInForce() {
        return timeInForce;
    }

    public OrderState state() {
        return state;
    }

    public long quantity() {
        return quantity;
    }

    /// 0 for a type without one.
    public long limitPrice() {
        return limitPrice;
    }

    /// Of an entry the promised protection, of stop types the trigger; 0 = none.
    public long stopPrice() {
        return stopPrice;
    }

    /// An entry's promised protection after a corporate action: up to its next fill nobody else knows it.
    public void promise(long newStopPrice) {
        stopPrice = newStopPrice;
    }

    /// The price its notional is measured at.
    public long price() {
        return price;
    }

    public long filled() {
        return filled;
    }

    /// Ordered and not filled; of an order that ended, what never will be.
    public long remaining() {
        return quantity - filled;
    }

    /// What the venue says was filled and no fill has arrived for; reports may come in any order.
    public long missing() {
        return Math.max(0, Math.min(reportedCumulative, quantity) - filled);
    }

    /// Σ price × quantity of the fills.
    public long filledNotional() {
        return filledNotional;
    }

    /// 0 before the first fill.
    public long averageFillPrice() {
        return filled == 0 ? 0 : Rounding.share(filledNotional, ONE, filled);
    }

    public long fees() {
        return fees;
    }

    public long decidedNs() {
        return decidedNs;
    }

    /// When the gateway reported it sent; 0 before.
    public long sentNs() {
        return sentNs;
    }

    public long lastChangeNs() {
        return lastChangeNs;
    }

    /// When we asked for its cancel; 0 when we did not, or when that came to nothing.
    public long cancelRequestedNs() {
        return cancelRequestedNs;
    }

    /// When a parked order lapses, or goes; 0 for others.
    public long expiresNs() {
        return expiresNs;
    }

    public void expiresAt(long timeNs) {
        expiresNs = timeNs;
    }

    /// The order this one is a leg of; 0 = none.
    public long parent() {
        return parent;
    }

    public boolean leg() {
        return parent != 0;
    }

    /// The order this one takes the place of; 0 = none.
    public long replaces() {
        return replaces;
    }

    public void inPlaceOf(long clientOrderIdOfReplaced) {
        replaces = clientOrderIdOfReplaced;
    }

    public long replacedBy() {
        return replacedBy;
    }

    boolean isFor(Fill fill) {
        return instrumentId == fill.instrumentId && side == fill.side;
    }

    void become(OrderState now, long timeNs) {
        state = now;
        lastChangeNs = timeNs;
    }

    void acknowledge(long idHigh, long idLow) {
        acknowledged = true;
        venueOrderIdHigh = idHigh;
        venueOrderIdLow = idLow;
    }

    void sentAt(long timeNs) {
        sentNs = timeNs;
    }

    void cancelRequestedAt(long timeNs) {
        cancelRequestedNs = timeNs;
    }

    void replacedBy(long clientOrderIdOfReplacement) {
        replacedBy = clientOrderIdOfReplacement;
    }

    /// Notes what the venue has counted so far; true when it had said more before.
    boolean reportCumulative(long cumulative) {
        boolean late = cumulative > 0 && cumulative < reportedCumulative;
        reportedCumulative = Math.max(reportedCumulative, cumulative);
        return late;
    }

    void fill(Fill fill, long timeNs) {
        filledNotional = Math.addExact(filledNotional, fill.notional());
        fees = Math.addExact(fees, fill.feeMoney());
        filled += fill.quantity;
        lastChangeNs = timeNs;
    }

    @Override
    public void visitState(StateVisitor visitor) {
        clientOrderId = visitor.visit(clientOrderId);
        acknowledged = visitor.visit(acknowledged);
        venueOrderIdHigh = visitor.visit(venueOrderIdHigh);
        venueOrderIdLow = visitor.visit(venueOrderIdLow);
        strategyId = visitor.visit(strategyId);
        instrumentId = visitor.visit(instrumentId);
        purpose = Purpose.of(visitor.visit((int) purpose.code()));
        side = Side.of(visitor.visit((int) side.code()));
        orderType = OrderType.of(visitor.visit((int) orderType.code()));
        timeInForce = TimeInForce.of(visitor.visit((int) timeInForce.code()));
        state = OrderState.of(visitor.visit((int) state.code()));
        quantity = visitor.visit(quantity);
        limitPrice = visitor.visit(limitPrice);
        stopPrice = visitor.visit(stopPrice);
        price = visitor.visit(price);
        visitProgress(visitor);
    }

    private void visitProgress(StateVisitor visitor) {
        filled = visitor.visit(filled);
        reportedCumulative = visitor.visit(reportedCumulative);
        filledNotional = visitor.visit(filledNotional);
        fees = visitor.visit(fees);
        decidedNs = visitor.visit(decidedNs);
        sentNs = visitor.visit(sentNs);
        lastChangeNs = visitor.visit(lastChangeNs);
        cancelRequestedNs = visitor.visit(cancelRequestedNs);
        expiresNs = visitor.visit(expiresNs);
        parent = visitor.visit(parent);
        replaces = visitor.visit(replaces);
        replacedBy = visitor.visit(replacedBy);
    }

    private void clear() {
        acknowledged = false;
        venueOrderIdHigh = 0;
        venueOrderIdLow = 0;
        filled = 0;
        reportedCumulative = 0;
        filledNotional = 0;
        fees = 0;
        sentNs = 0;
        cancelRequestedNs = 0;
        expiresNs = 0;
        parent = 0;
        replaces = 0;
        replacedBy = 0;
    }
}
