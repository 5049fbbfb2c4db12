package org.gradus.engine.egress;

import java.util.function.Consumer;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.NotSentReason;
import org.gradus.engine.message.RejectReason;
import org.gradus.engine.message.UnknownReason;
import org.jspecify.annotations.Nullable;

/// What became of orders that were sent, or were not, by the venue's answers: reports it, and says when to ask again.
/// Guarded by the lock of [SendingDesk].
final class Answers {
    private final OutgoingOrders orders;
    private final SendingRules rules;
    private final Consumer<Input> own;

    Answers(OutgoingOrders orders, SendingRules rules, Consumer<Input> own) {
        this.orders = orders;
        this.rules = rules;
        this.own = own;
    }

    /// What is not sent takes its leg along.
    void notSent(OutgoingOrder order, NotSentReason reason) {
        OutgoingOrder leg = orders.legOf(order);
        own.accept(new Input.OrderNotSent(order.command.clientOrderId, reason));
        orders.remove(order);
        if (leg != null) {
            own.accept(new Input.OrderNotSent(leg.command.clientOrderId, reason));
            orders.remove(leg);
        }
    }

    /// The stream may have told more than the answer does, even that the order is over; facts come first.
    ///
    /// @param order null when it is over
    void toSubmission(OrderCommand command, @Nullable OutgoingOrder order, SendOutcome outcome, long nowNs) {
        OutgoingOrder leg = command.legId == 0 ? null : orders.find(command.legId);
        if (leg != null) {
            leg.place = OutgoingOrder.Place.SENT;
        }
        if (order == null) {
            legAnswered(leg, outcome instanceof SendOutcome.Accepted accepted && accepted.leg(), nowNs);
        } else {
            order.place = OutgoingOrder.Place.SENT;
            toSubmission(order, leg, outcome, nowNs);
        }
    }

    private void toSubmission(OutgoingOrder order, @Nullable OutgoingOrder leg, SendOutcome outcome, long nowNs) {
        long id = order.command.clientOrderId;
        boolean seen = order.acknowledged || order.filled > 0 || order.ended;
        switch (outcome) {
            case SendOutcome.Accepted(long high, long low, boolean withLeg) -> {
                if (!order.acknowledged) {
                    order.acknowledged = true;
                    own.accept(new Input.OrderAccepted(id, high, low));
                }
                legAnswered(leg, withLeg, nowNs);
            }
            case SendOutcome.Refused(RejectReason reason, String detail) -> {
                if (reason == RejectReason.DUPLICATE_ID || seen) {
                    unknown(order, UnknownReason.UNPARSABLE, nowNs);
                } else {
                    rejected(order, reason, detail);
                    rejected(leg, reason, detail);
                }
            }
            case SendOutcome.NotSent(NotSentReason reason) -> {
                // It was reported sent before the attempt: what is proven not to have left was unknown in between.
                own.accept(new Input.OrderUnknown(id, UnknownReason.DROPPED));
                notSent(order, reason);
            }
            case SendOutcome.Unknown(UnknownReason reason) -> unknown(order, reason, nowNs);
        }
    }

    private void rejected(@Nullable OutgoingOrder order, RejectReason reason, String detail) {
        if (order != null) {
            own.accept(new Input.OrderRejected(order.command.clientOrderId, reason, detail));
            orders.remove(order);
        }
    }

    /// A leg that the answer does not tell of may be missing.
    private void legAnswered(@Nullable OutgoingOrder leg, boolean there, long nowNs) {
        if (leg == null || !leg.unheardOf()) {
            return;
        }
        if (there) {
            leg.heldThere = true;
            own.accept(new Input.OrderHeld(leg.command.clientOrderId));
        } else {
            leg.lookUpAt(nowNs + rules.pauseNs(1));
        }
    }

    private void unknown(OutgoingOrder order, UnknownReason reason, long nowNs) {
        if (!order.acknowledged && order.filled == 0 && !order.ended) {
            order.unknown = true;
            own.accept(new Input.OrderUnknown(order.command.clientOrderId, reason));
        }
        order.lookUpAt(nowNs + rules.pauseNs(1));
        OutgoingOrder leg = orders.legOf(order);
        if (leg != null) {
            leg.lookUpAt(nowNs + rules.pauseNs(1));
        }
    }

    void toCancel(OutgoingOrder order, SendOutcome outcome, long nowNs) {
        order.cancelling = false;
        order.cancels++;
        switch (outcome) {
            case SendOutcome.Accepted _ -> {
                order.cancelAtNs = nowNs + rules.cancelWaitNs();
                order.lookUpAt(nowNs + rules.cancelWaitNs());
            }
            case SendOutcome.Refused _ -> {
                order.cancelAtNs = nowNs + rules.pauseNs(order.cancels);
                order.lookUpAt(nowNs);
            }
            case SendOutcome.NotSent _ -> order.cancelAtNs = nowNs + rules.pauseNs(order.cancels);
            case SendOutcome.Unknown _ -> {
                order.cancelAtNs = nowNs + rules.pauseNs(order.cancels);
                order.lookUpAt(nowNs + rules.pauseNs(order.cancels));
            }
        }
    }
}
