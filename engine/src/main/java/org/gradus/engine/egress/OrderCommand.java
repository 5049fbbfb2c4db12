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
    /// The stop that goes with an entry: the venue keeps it asleep until the entry is filled whole, and ends it with an
    /// entry that is not; 0 when there is none.
    public long legId;
    /// Where that stop triggers.
    public long legTrigger;
    /// Of a leg, its entry; 0 else.
    public long parent;

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
        legId = other.legId;
        legTrigger = other.legTrigger;
        parent = other.parent;
    }

    /// Becomes the command of an entry's leg, which never goes out alone.
    public void legOf(OrderCommand entry) {
        copyFrom(entry);
        clientOrderId = entry.legId;
        parent = entry.clientOrderId;
        purpose = Purpose.PROTECTIVE_STOP;
        side = entry.side.opposite();
        orderType = OrderType.STOP;
        limitPrice = 0;
        triggerPrice = entry.legTrigger;
        legId = 0;
        legTrigger = 0;
    }
}
