package org.gradus.engine.risk;

import org.gradus.engine.domain.OrderType;
import org.gradus.engine.domain.Purpose;
import org.gradus.engine.domain.Side;
import org.gradus.engine.domain.TimeInForce;

/// An order being considered; mutable and reused by the decision stage. All numbers scaled 1e-9.
public final class OrderDraft {
    public long clientOrderId;
    public Purpose purpose;
    public Side side;
    public OrderType orderType;
    public TimeInForce timeInForce;
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

    public boolean reduces() {
        return purpose.reduces();
    }
}
