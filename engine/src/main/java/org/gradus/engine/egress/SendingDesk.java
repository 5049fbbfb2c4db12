package org.gradus.engine.egress;

import java.util.function.Consumer;
import org.gradus.engine.codec.Stage;
import org.gradus.engine.domain.RiskState;
import org.gradus.engine.ingress.EngineClock;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.NotSentReason;
import org.gradus.engine.message.OrderAction;

/// The gateway of a live engine: keeps what the router hands over until a thread of its own may send it, takes the last
/// look, and tells what became of it. Cancels and exits have lanes of their own, so that no entry is in their way. An
/// entry goes out under the lock under which the operator's halt holds entries back, and is reported sent under it too:
/// what is not reported sent before such a halt's record does not leave. What the core decides by itself shuts a gate
/// before its record is written ([#gate()]). Any thread; every answer is quick.
public final class SendingDesk implements OrderGateway {
    private final OutgoingOrders orders;
    private final EngineClock clock;
    private final Consumer<Input> own;
    private final Clearance clearance;
    final Answers answers;
    private volatile Runnable wake = () -> { };
    private boolean closed;

    /// What a sending thread looks after.
    public enum Lane { CANCELS, EXITS, ENTRIES }

    /// @param own takes the gateway's own reports; must not wait
    public SendingDesk(OutgoingOrders orders, SendingRules rules, EngineClock clock, Consumer<Input> own) {
        this.orders = orders;
        this.clock = clock;
        this.own = own;
        clearance = new Clearance(orders, rules);
        answers = new Answers(orders, rules, own);
    }

    /// The stage that belongs between decision and journal.
    public Stage gate() {
        return new GateStage(clearance.gate);
    }

    /// Told whenever there may be something to send.
    public void wakes(Runnable senders) {
        wake = senders;
    }

    @Override
    public void send(OrderCommand command) {
        synchronized (orders) {
            if (command.action == OrderAction.CANCEL) {
                cancel(command.clientOrderId);
            } else {
                orders.add(command, OutgoingOrder.Place.QUEUED, 0);
            }
        }
        wake.run();
    }

    /// A leg that has not left yet ends with its entry.
    private void cancel(long clientOrderId) {
        OutgoingOrder order = orders.find(clientOrderId);
        if (order != null && order.place == OutgoingOrder.Place.QUEUED && order.leg()) {
            order = orders.entryOf(order);
        }
        if (order != null) {
            order.cancelWanted = true;
            order.cancelAtNs = 0;
        }
    }

    @Override
    public void riskState(RiskState newState, long timeNs) {
        synchronized (orders) {
            clearance.riskState(newState);
        }
        wake.run();
    }

    @Override
    public void journalFault(long timeNs) {
        synchronized (orders) {
            clearance.journalFault();
        }
    }

    /// Once for each fault.
    public boolean takeJournalFault() {
        synchronized (orders) {
            return clearance.takeJournalFault();
        }
    }

    @Override
    public void ourFault(long timeNs) {
        synchronized (orders) {
            clearance.ourFault();
            for (int i = 0; i < orders.size(); i++) {
                orders.get(i).cancelWanted |= orders.get(i).entry();
            }
        }
        wake.run();
    }

    /// While entries are held none leaves; one that was about to has left and is reported when this returns.
    public void holdEntries(boolean hold) {
        synchronized (orders) {
            clearance.hold(hold);
        }
        wake.run();
    }

    /// Entries stay while the venue counts as down.
    public void venueUp(boolean up) {
        synchronized (orders) {
            clearance.venueUp(up);
        }
    }

    /// No entry leaves any more, and none stays behind to rest at the venue; exits and cancels that wait do.
    public void stop() {
        synchronized (orders) {
            clearance.stop();
            for (int i = 0; i < orders.size(); i++) {
                OutgoingOrder order = orders.get(i);
                order.cancelWanted |= order.rests() && order.place != OutgoingOrder.Place.QUEUED;
            }
        }
        wake.run();
    }

    /// Nothing leaves any more, but behind a fault of our own the cancels of entries.
    public void close() {
        synchronized (orders) {
            closed = true;
        }
        wake.run();
    }

    /// How many entries have left in this process.
    long entriesLeft() {
        return clearance.gate.left();
    }

    /// Whether an entry still has to be cancelled because of a fault of our own.
    public boolean entriesToCancel() {
        synchronized (orders) {
            for (int i = 0; clearance.failed() && i < orders.size(); i++) {
                OutgoingOrder order = orders.get(i);
                boolean asked = order.place == OutgoingOrder.Place.SENT && !order.cancelling && order.cancels > 0;
                if (order.entry() && !order.ended && !asked) {
                    return true;
                }
            }
            return false;
        }
    }

    /// Takes back the commands of an earlier process; whatever became of them, they are not with us any more.
    public OrderGateway reliving() {
        return new Relived();
    }

    private final class Relived implements OrderGateway {
        @Override
        public void send(OrderCommand command) {
            if (command.action == OrderAction.CANCEL) {
                cancel(command.clientOrderId);
            } else {
                orders.add(command, OutgoingOrder.Place.SENT, command.decidedNs);
            }
        }

        @Override
        public void riskState(RiskState recorded, long timeNs) {
            clearance.relivedState(recorded);
        }

        @Override
        public void journalFault(long timeNs) {
            // The disk is asked anew.
        }

        @Override
        public void ourFault(long timeNs) {
            // A new process begins.
        }
    }

    /// A sending of an earlier process counts for the limit.
    void relivedSending(long timeNs) {
        clearance.limiter.record(timeNs);
    }

    /// So many more `order-sent` have been entered, none later than this: that is when they count as sent.
    public void sendingsEntered(int sendings, long timeNs) {
        synchronized (orders) {
            clearance.limiter.stamp(sendings, timeNs);
        }
    }

    /// Takes what the lane has to send next; the answer must be told.
    ///
    /// @return false when there is nothing it may send now
    public boolean next(Lane lane, OrderCommand into) {
        synchronized (orders) {
            long nowNs = clock.nowNs();
            if (closed && !(clearance.failed() && lane == Lane.CANCELS)) {
                return false;
            }
            return lane == Lane.CANCELS ? nextCancel(into, nowNs) : nextSubmission(lane, into, nowNs);
        }
    }

    private boolean nextSubmission(Lane lane, OrderCommand into, long nowNs) {
        int i = 0;
        while (i < orders.size()) {
            OutgoingOrder order = orders.get(i);
            boolean ours = order.place == OutgoingOrder.Place.QUEUED && !order.leg()
                && order.entry() == (lane == Lane.ENTRIES);
            NotSentReason refusal = ours ? clearance.refusal(order, nowNs) : null;
            if (refusal != null) {
                answers.notSent(order, refusal);
                continue;
            }
            long after = ours ? clearance.leave(order, nowNs) : EntryGate.STAYS;
            if (after != EntryGate.STAYS) {
                begin(order, into, nowNs, after);
                return true;
            }
            i++;
        }
        return false;
    }

    private void begin(OutgoingOrder order, OrderCommand into, long nowNs, long after) {
        clearance.limiter.record();
        order.place = OutgoingOrder.Place.SENDING;
        order.sentNs = nowNs;
        OutgoingOrder leg = orders.legOf(order);
        if (leg != null) {
            leg.place = OutgoingOrder.Place.SENDING;
            leg.sentNs = nowNs;
        }
        into.copyFrom(order.command);
        own.accept(new Input.OrderSent(order.command.clientOrderId, after));
    }

    private boolean nextCancel(OrderCommand into, long nowNs) {
        for (int i = 0; i < orders.size(); i++) {
            OutgoingOrder order = orders.get(i);
            boolean asked = order.cancelWanted && !order.cancelling && !order.ended && nowNs >= order.cancelAtNs;
            if (asked && order.place == OutgoingOrder.Place.QUEUED) {
                answers.notSent(order, clearance.whyCancelled(order));
                i--;
            } else if (asked && order.place == OutgoingOrder.Place.SENT) {
                order.cancelling = true;
                into.copyFrom(order.command);
                into.action = OrderAction.CANCEL;
                return true;
            }
        }
        return false;
    }

    /// What came of a command that [#next] gave.
    public void answered(OrderCommand command, SendOutcome outcome) {
        synchronized (orders) {
            OutgoingOrder order = orders.find(command.clientOrderId);
            if (command.action != OrderAction.CANCEL) {
                answers.toSubmission(command, order, outcome, clock.nowNs());
            } else if (order != null) {
                answers.toCancel(order, outcome, clock.nowNs());
            }
        }
        wake.run();
    }

    /// Nothing waits to be sent and no request is on its way.
    public boolean idle() {
        synchronized (orders) {
            for (int i = 0; i < orders.size(); i++) {
                OutgoingOrder order = orders.get(i);
                boolean busy = order.place != OutgoingOrder.Place.SENT || order.cancelling
                    || order.cancelWanted && order.cancels == 0 && !order.ended;
                if (busy) {
                    return false;
                }
            }
            return true;
        }
    }
}
