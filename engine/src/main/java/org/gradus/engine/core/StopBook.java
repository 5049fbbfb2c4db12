package org.gradus.engine.core;

import org.gradus.engine.message.StopHolder;
import org.gradus.engine.state.StateVisitor;
import org.gradus.engine.state.Stateful;

/// One stop an instrument: what it protects, at which price, who watches it, and the venue's order behind it. Arrays by
/// instrument; quantities and prices scaled 1e-9, 0 = none. Owned by the position keeper.
final class StopBook implements Stateful {
    final long[] armedQuantity;
    final long[] price;
    final long[] orderId;
    /// When the mark passed the stop; 0 while it has not.
    final long[] triggeredNs;
    /// Since when the position has had a stop.
    final long[] armedNs;
    /// No new stop order before this.
    final long[] notBeforeNs;
    private final int[] holders;

    StopBook(int instruments) {
        armedQuantity = new long[instruments];
        price = new long[instruments];
        orderId = new long[instruments];
        triggeredNs = new long[instruments];
        armedNs = new long[instruments];
        notBeforeNs = new long[instruments];
        holders = new int[instruments];
    }

    void set(int instrumentId, long quantity, long stopPrice, StopHolder holder) {
        armedQuantity[instrumentId] = quantity;
        price[instrumentId] = stopPrice;
        holders[instrumentId] = holder.ordinal();
    }

    StopHolder holder(int instrumentId) {
        return StopHolder.of(holders[instrumentId]);
    }

    @Override
    public void visitState(StateVisitor visitor) {
        visitor.visit(armedQuantity);
        visitor.visit(price);
        visitor.visit(orderId);
        visitor.visit(triggeredNs);
        visitor.visit(armedNs);
        visitor.visit(notBeforeNs);
        visitor.visit(holders);
    }
}
