package org.gradus.engine.egress;

import org.gradus.engine.domain.RiskState;
import org.gradus.engine.message.NotSentReason;
import org.jspecify.annotations.Nullable;

/// The last look: what an order needs before it may leave. An exit needs room in the limit and nothing else; an entry
/// needs everything to be well. Guarded by the lock of [SendingDesk], but for the gate.
final class Clearance {
    final EntryGate gate = new EntryGate();
    final SendLimiter limiter;
    private final OutgoingOrders orders;
    private final long maximumAgeNs;
    private RiskState state = RiskState.ACTIVE;
    private boolean held;
    private boolean journalFailed;
    private boolean journalFaultToTell;
    private boolean failed;
    private boolean stopping;
    private boolean venueUp;

    Clearance(OutgoingOrders orders, SendingRules rules) {
        this.orders = orders;
        maximumAgeNs = rules.maximumAgeNs();
        limiter = new SendLimiter(rules.perMinute(), rules.reserved());
    }

    /// From a record that is written.
    void riskState(RiskState newState) {
        relivedState(newState);
        journalFailed &= newState != RiskState.ACTIVE;
        if (newState != RiskState.ACTIVE) {
            gate.told();
        }
    }

    void relivedState(RiskState recorded) {
        state = recorded;
    }

    void journalFault() {
        journalFaultToTell |= !journalFailed;
        journalFailed = true;
    }

    /// Once for each fault.
    boolean takeJournalFault() {
        boolean toTell = journalFaultToTell;
        journalFaultToTell = false;
        return toTell;
    }

    void ourFault() {
        failed = true;
    }

    boolean failed() {
        return failed;
    }

    void hold(boolean hold) {
        held = hold;
    }

    void venueUp(boolean up) {
        venueUp = up;
    }

    void stop() {
        stopping = true;
    }

    /// Why the order will never leave; null when it may, now or later.
    @Nullable NotSentReason refusal(OutgoingOrder order, long nowNs) {
        if (order.cancelWanted) {
            return whyCancelled(order);
        }
        return order.entry() ? lookAtEntry(order, nowNs) : null;
    }

    /// Whatever restricts entries also cancels them: the cause says more than its consequence.
    NotSentReason whyCancelled(OutgoingOrder order) {
        NotSentReason cause = order.entry() ? restriction() : null;
        return cause == null ? NotSentReason.CANCELLED : cause;
    }

    private @Nullable NotSentReason restriction() {
        if (failed || journalFailed) {
            return NotSentReason.OUR_FAULT;
        }
        return NotSentReason.restricting(state);
    }

    private @Nullable NotSentReason lookAtEntry(OutgoingOrder order, long nowNs) {
        NotSentReason restricted = restriction();
        if (restricted != null) {
            return restricted;
        }
        if (stopping) {
            return NotSentReason.STOPPED;
        }
        if (!venueUp) {
            return NotSentReason.VENUE_DOWN;
        }
        if (nowNs - order.command.decidedNs > maximumAgeNs) {
            return NotSentReason.TOO_OLD;
        }
        return limiter.admits(false, nowNs) ? null : NotSentReason.RATE_LIMIT;
    }

    /// An exit over the limit waits, and is never dropped. An entry waits for what is being cancelled on the other
    /// side: together the venue would call them a wash trade.
    ///
    /// @return the newest record that had gone on to be written when the order left; [EntryGate#STAYS] when it waits
    long leave(OutgoingOrder order, long nowNs) {
        if (!order.entry()) {
            return limiter.admits(true, nowNs) ? gate.passed() : EntryGate.STAYS;
        }
        boolean waits = held || orders.cancelPending(order.command.instrumentId);
        return waits ? EntryGate.STAYS : gate.leave();
    }
}
