package org.gradus.engine.core;

import org.gradus.engine.domain.Rounding;
import org.gradus.engine.message.StopHolder;
import org.gradus.engine.state.StateVisitor;
import org.gradus.engine.state.Stateful;

/// One stop an instrument: what it protects, at which price, who watches it, and the venue's order behind it. Arrays by
/// instrument; quantities and prices scaled 1e-9, 0 = none. Owned by the position keeper.
final class StopBook implements Stateful {
    /// The engine holds the stop meanwhile.
    private static final long LONGEST_PAUSE_NS = 60_000_000_000L;

    final long[] armedQuantity;
    final long[] price;
    final long[] orderId;
    /// The last stop order that was placed.
    final long[] lastOrderId;
    /// When the mark passed the stop; 0 while it has not.
    final long[] triggeredNs;
    /// Since when the position has had a stop.
    final long[] armedNs;
    /// For how long the engine alone has watched the stop, though the venue was up and open.
    final long[] aloneNs;
    /// Between stop orders that fail.
    final RetryPauses pauses;
    /// New units for one old, where the venue's books look split and nobody has accepted that yet; else 0.
    final long[] unacceptedSplit;
    private final int[] holders;

    StopBook(int instruments) {
        armedQuantity = new long[instruments];
        price = new long[instruments];
        orderId = new long[instruments];
        lastOrderId = new long[instruments];
        triggeredNs = new long[instruments];
        armedNs = new long[instruments];
        aloneNs = new long[instruments];
        pauses = new RetryPauses(instruments, LONGEST_PAUSE_NS);
        unacceptedSplit = new long[instruments];
        holders = new int[instruments];
    }

    /// @param stopId 0 when it could not go out
    void placed(int instrumentId, long stopId) {
        orderId[instrumentId] = stopId;
        lastOrderId[instrumentId] = stopId == 0 ? lastOrderId[instrumentId] : stopId;
    }

    void set(int instrumentId, long quantity, long stopPrice, StopHolder holder) {
        armedQuantity[instrumentId] = quantity;
        price[instrumentId] = stopPrice;
        holders[instrumentId] = holder.ordinal();
        if (holder == StopHolder.VENUE) {
            aloneNs[instrumentId] = 0;
        }
    }

    /// There is nothing to protect any more.
    void forget(int instrumentId) {
        price[instrumentId] = 0;
        triggeredNs[instrumentId] = 0;
        aloneNs[instrumentId] = 0;
        pauses.forget(instrumentId);
    }

    /// Where the mark reaches it: what looks like a split may have put prices into the new unit already, and a stop of
    /// the old one must not sell for that.
    long reachedAt(int instrumentId) {
        long ratio = unacceptedSplit[instrumentId];
        return ratio == 0 ? price[instrumentId]
            : Math.min(price[instrumentId], Rounding.perNewUnit(price[instrumentId], ratio));
    }

    StopHolder holder(int instrumentId) {
        return StopHolder.of(holders[instrumentId]);
    }

    @Override
    public void visitState(StateVisitor visitor) {
        visitor.visit(armedQuantity);
        visitor.visit(price);
        visitor.visit(orderId);
        visitor.visit(lastOrderId);
        visitor.visit(triggeredNs);
        visitor.visit(armedNs);
        visitor.visit(aloneNs);
        pauses.visitState(visitor);
        visitor.visit(unacceptedSplit);
        visitor.visit(holders);
    }
}
