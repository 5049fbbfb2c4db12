package org.gradus.engine.egress;

import org.gradus.engine.domain.OrderType;
import org.gradus.engine.domain.Purpose;
import org.gradus.engine.domain.Side;
import org.gradus.engine.domain.TimeInForce;
import org.gradus.engine.message.OrderAction;

/// One command on its way out: submit, replace or cancel. Mutable and reused by its owner (router or gateway queue).
public final class OrderCommand {
    public OrderAction action;
    public long clientOrderId;
    /// For a replace, the order it takes the place of; else 0.
    public long replaces;
    public int instrumentId;
    public Purpose purpose;
    public Side side;
    public OrderType orderType;
    public TimeInForce timeInForce;
    public long quantity;
    /// 0 when the type has none.
    public long limitPrice;
    /// The trigger of stop types; 0 else.
    public long triggerPrice;
    /// Engine time of the record that decided it.
    public long decidedNs;

    public void copyFrom(OrderCommand other) {
        action = other.action;
        clientOrderId = other.clientOrderId;
        replaces = other.replaces;
        instrumentId = other.instrumentId;
        purpose = other.purpose;
        side = other.side;
        orderType = other.orderType;
        timeInForce = other.timeInForce;
        quantity = other.quantity;
        limitPrice = other.limitPrice;
        triggerPrice = other.triggerPrice;
        decidedNs = other.decidedNs;
    }
}
