package org.gradus.engine.order;

import org.gradus.engine.domain.OrderType;
import org.gradus.engine.domain.Purpose;
import org.gradus.engine.domain.Side;
import org.gradus.engine.domain.TimeInForce;
import org.gradus.engine.state.StateVisitor;
import org.gradus.engine.state.Stateful;

/// An order being considered; mutable and reused by the decision stage. All numbers scaled 1e-9.
public final class OrderDraft implements Stateful {
    public long clientOrderId;
    public Purpose purpose = Purpose.ENTRY;
    public Side side = Side.BUY;
    public OrderType orderType = OrderType.LIMIT;
    public TimeInForce timeInForce = TimeInForce.IOC;
    public int strategyId;
    public int instrumentId;
    public long quantity;
    /// 0 for a market order.
    public long limitPrice;
    /// Of an entry the promised protection, of stop types the trigger; 0 = none.
    public long stopPrice;
    /// The price that notional and stop distance are measured at: the limit, or the assumed price of a market order.
    public long price;
    /// True when a parked order comes back: confirmation and veto have been answered.
    public boolean released;
    /// The entry whose leg it is; 0 else. A leg is never parked, so this is no state.
    public long parent;

    public boolean reduces() {
        return purpose.reduces();
    }

    public void copyFrom(OrderDraft other) {
        clientOrderId = other.clientOrderId;
        purpose = other.purpose;
        side = other.side;
        orderType = other.orderType;
        timeInForce = other.timeInForce;
        strategyId = other.strategyId;
        instrumentId = other.instrumentId;
        quantity = other.quantity;
        limitPrice = other.limitPrice;
        stopPrice = other.stopPrice;
        price = other.price;
        released = other.released;
    }

    @Override
    public void visitState(StateVisitor visitor) {
        clientOrderId = visitor.visit(clientOrderId);
        purpose = Purpose.of(visitor.visit((int) purpose.code()));
        side = Side.of(visitor.visit((int) side.code()));
        orderType = OrderType.of(visitor.visit((int) orderType.code()));
        timeInForce = TimeInForce.of(visitor.visit((int) timeInForce.code()));
        strategyId = visitor.visit(strategyId);
        instrumentId = visitor.visit(instrumentId);
        quantity = visitor.visit(quantity);
        limitPrice = visitor.visit(limitPrice);
        stopPrice = visitor.visit(stopPrice);
        price = visitor.visit(price);
        released = visitor.visit(released);
    }
}
