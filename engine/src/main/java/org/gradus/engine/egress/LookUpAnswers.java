package org.gradus.engine.egress;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.NotSentReason;
import org.gradus.engine.message.RejectReason;
import org.gradus.engine.message.UnknownReason;

/// Says what the answer to a look-up means. An order that the venue knows is reported as it stands; one that it does
/// not know, again and again until nothing that was sent can still arrive, was not sent. Guarded by the lock of
/// [Settlement].
final class LookUpAnswers {
    /// So often the venue must not know an order before it is believed.
    private static final int MISSES = 3;
    /// Fills that a look-up counts and does not list are asked for so often; the reconciliation tells of the rest.
    private static final int MOST_LOOK_UPS_FOR_FILLS = 60;

    private final OutgoingOrders orders;
    private final SendingDesk desk;
    private final SendingRules rules;
    private final Consumer<Input> own;

    LookUpAnswers(OutgoingOrders orders, SendingDesk desk, SendingRules rules, Consumer<Input> own) {
        this.orders = orders;
        this.desk = desk;
        this.rules = rules;
        this.own = own;
    }

    /// Whether another look-up may bring what the last did not.
    static boolean mayTellMore(OutgoingOrder order) {
        return order.lookUps < MOST_LOOK_UPS_FOR_FILLS;
    }

    /// @return reports to pass on, in their order
    List<Input> of(OutgoingOrder order, LookUp answer, long nowNs) {
        return switch (answer) {
            case LookUp.Found(VenueOrderView view) -> found(order, view, nowNs);
            case LookUp.NotFound _ -> {
                order.answeredNs = nowNs;
                missed(order, nowNs);
                yield List.of();
            }
            case LookUp.Failed _ -> {
                order.lookUpAt(nowNs + rules.pauseNs(order.lookUps));
                yield List.of();
            }
        };
    }

    private List<Input> found(OutgoingOrder order, VenueOrderView view, long nowNs) {
        order.answeredNs = nowNs;
        long id = order.command.clientOrderId;
        List<Input> reports = new ArrayList<>();
        if (view.state() == VenueOrderView.State.WORKING && (!order.acknowledged || order.unknown || order.heldThere)) {
            reports.add(new Input.OrderAccepted(id, view.idHigh(), view.idLow()));
        }
        if (view.state() == VenueOrderView.State.HELD && order.leg()) {
            sleeps(order, reports, nowNs);
        }
        reports.addAll(view.fills());
        switch (view.state()) {
            case CANCELLED -> reports.add(new Input.OrderCancelled(id, view.filled()));
            case EXPIRED -> reports.add(new Input.OrderExpired(id, view.filled()));
            case REJECTED -> reports.add(new Input.OrderRejected(id, RejectReason.VENUE_CHOICE, "found rejected"));
            case REPLACED -> reports.add(new Input.OrderReplaced(id, 0));
            case HELD, WORKING, FILLED -> {
                // What it is at, or its fills, say all.
            }
        }
        long told = view.fills().isEmpty() ? order.filled : view.fills().getLast().cumulative();
        if (told < view.filled() && mayTellMore(order)) {
            order.lookUpAt(nowNs + rules.pauseNs(order.lookUps));
        }
        return reports;
    }

    /// A leg whose entry is over is about to wake, or to end.
    private void sleeps(OutgoingOrder leg, List<Input> reports, long nowNs) {
        if (leg.unheardOf()) {
            reports.add(new Input.OrderHeld(leg.command.clientOrderId));
        }
        OutgoingOrder entry = orders.entryOf(leg);
        if ((entry == null || entry.ended) && mayTellMore(leg)) {
            leg.lookUpAt(nowNs + rules.pauseNs(leg.lookUps));
        }
    }

    /// An order that the venue has once known is a matter for the reconciliation.
    private void missed(OutgoingOrder order, long nowNs) {
        if (order.acknowledged || order.filled > 0) {
            return;
        }
        order.misses++;
        if (order.misses >= MISSES && nowNs - order.sentNs >= rules.graceNs()) {
            if (order.heldThere) {
                own.accept(new Input.OrderUnknown(order.command.clientOrderId, UnknownReason.DROPPED));
            }
            desk.answers.notSent(order, NotSentReason.VENUE_DOWN);
        } else {
            order.lookUpAt(nowNs + rules.pauseNs(order.misses));
        }
    }
}
