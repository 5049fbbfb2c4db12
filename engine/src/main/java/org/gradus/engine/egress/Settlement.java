package org.gradus.engine.egress;

import java.util.List;
import java.util.function.Consumer;
import org.gradus.engine.ingress.EngineClock;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.NotSentReason;
import org.gradus.engine.message.RejectReason;
import org.gradus.engine.message.UnknownReason;

/// Proves what became of orders: takes note of every report, and of those whose fate is open says when they are to be
/// looked up. Nothing is ever sent again. Any thread; every answer is quick.
public final class Settlement {
    private final OutgoingOrders orders;
    private final SendingDesk desk;
    private final SendingRules rules;
    private final EngineClock clock;
    private final Consumer<Input> own;
    private final LookUpAnswers answers;

    /// @param own takes the gateway's own reports; must not wait
    public Settlement(OutgoingOrders orders, SendingDesk desk, SendingRules rules, EngineClock clock,
            Consumer<Input> own) {
        this.orders = orders;
        this.desk = desk;
        this.rules = rules;
        this.clock = clock;
        this.own = own;
        answers = new LookUpAnswers(orders, desk, rules, own);
    }

    /// Takes note of a report that a feed brings, before it is passed on.
    ///
    /// @return false when it says nothing new and need not be passed on
    public boolean note(Input report) {
        synchronized (orders) {
            return switch (report) {
                case Input.OrderAccepted(long id, long _, long _) -> accepted(id);
                case Input.OrderHeld(long id) -> held(id);
                case Input.OrderFilled fill -> filled(fill.clientOrderId(), fill.cumulative());
                case Input.OrderCancelled(long id, long cumulative) -> ended(id, cumulative);
                case Input.OrderExpired(long id, long cumulative) -> ended(id, cumulative);
                case Input.OrderRejected(long id, RejectReason _, String _) -> ended(id, 0);
                case Input.OrderReplaced(long id, long _) -> ended(id, 0);
                default -> true;
            };
        }
    }

    private boolean accepted(long id) {
        OutgoingOrder order = orders.find(id);
        if (order == null) {
            return true;
        }
        boolean news = !order.acknowledged || order.unknown || order.heldThere;
        order.acknowledged = true;
        order.heldThere = false;
        proven(order);
        return news;
    }

    private boolean held(long id) {
        OutgoingOrder order = orders.find(id);
        if (order == null) {
            return true;
        }
        boolean news = !order.heldThere;
        order.heldThere = true;
        order.unknown = false;
        order.misses = 0;
        return news;
    }

    /// A leg is filled when its entry is: nothing is sold before it was bought. What the venue has not told of the
    /// entry is asked for first, and the leg's fills behind it.
    private boolean fillsMissingBefore(OutgoingOrder leg) {
        OutgoingOrder entry = orders.entryOf(leg);
        if (entry == null) {
            return false;
        }
        entry.lookUpAt(clock.nowNs());
        leg.lookUpAt(clock.nowNs() + rules.pauseNs(1));
        return true;
    }

    /// What an entry comes to decides on its leg: should nobody say so, the leg is looked up.
    private void decidesOnLeg(OutgoingOrder entry) {
        OutgoingOrder leg = orders.legOf(entry);
        if (leg != null && !leg.acknowledged && !leg.ended) {
            leg.lookUpAt(clock.nowNs() + rules.pauseNs(1));
        }
    }

    private static void proven(OutgoingOrder order) {
        order.unknown = false;
        order.misses = 0;
        order.lookUpAtNs = order.cancelWanted ? order.lookUpAtNs : OutgoingOrder.NEVER;
    }

    private boolean filled(long id, long cumulative) {
        OutgoingOrder order = orders.find(id);
        if (order == null) {
            return true;
        }
        if (fillsMissingBefore(order)) {
            return false;
        }
        boolean news = cumulative > order.filled;
        order.filled = Math.max(order.filled, cumulative);
        proven(order);
        if (order.filled >= (order.ended ? order.endedAt : order.command.quantity)) {
            decidesOnLeg(order);
            orders.remove(order);
        }
        return news;
    }

    /// An order that is over keeps its place until its fills are told, or cannot be had.
    private boolean ended(long id, long cumulative) {
        OutgoingOrder order = orders.find(id);
        if (order == null) {
            return true;
        }
        boolean news = !order.ended;
        order.ended = true;
        order.endedAt = cumulative;
        proven(order);
        decidesOnLeg(order);
        if (cumulative > order.filled && LookUpAnswers.mayTellMore(order)) {
            order.lookUpAt(clock.nowNs() + rules.pauseNs(1));
        } else {
            orders.remove(order);
        }
        return news;
    }

    /// Takes note of a report of an earlier process.
    public void relived(Input report, long timeNs) {
        switch (report) {
            case Input.OrderSent(long id, long _) -> {
                desk.relivedSending(timeNs);
                OutgoingOrder order = orders.find(id);
                if (order != null) {
                    order.sentNs = timeNs;
                }
            }
            case Input.OrderNotSent(long id, NotSentReason _) -> {
                OutgoingOrder order = orders.find(id);
                if (order != null) {
                    orders.remove(order);
                }
            }
            case Input.OrderUnknown(long id, UnknownReason _) -> {
                OutgoingOrder order = orders.find(id);
                if (order != null) {
                    order.unknown = true;
                }
            }
            default -> note(report);
        }
    }

    /// Behind a restart: whatever is not known to have arrived is unknown, and everything open is looked up.
    ///
    /// @param lastNs until when the process before this one may have sent
    public void begin(long lastNs) {
        synchronized (orders) {
            for (int i = 0; i < orders.size(); i++) {
                OutgoingOrder order = orders.get(i);
                order.sentNs = Math.max(order.sentNs, lastNs);
                if (order.unheardOf() && !order.unknown) {
                    order.unknown = true;
                    own.accept(new Input.OrderUnknown(order.command.clientOrderId, UnknownReason.RESTART));
                }
                order.lookUpAtNs = 0;
            }
        }
    }

    /// Has every order looked up that the venue may know.
    public void lookUpAll() {
        synchronized (orders) {
            for (int i = 0; i < orders.size(); i++) {
                if (orders.get(i).place == OutgoingOrder.Place.SENT) {
                    orders.get(i).lookUpAtNs = 0;
                }
            }
        }
    }

    /// Whether every order that the venue may know has been looked up since this time.
    public boolean answeredSince(long timeNs) {
        synchronized (orders) {
            for (int i = 0; i < orders.size(); i++) {
                OutgoingOrder order = orders.get(i);
                boolean asked = order.place == OutgoingOrder.Place.SENT && order.sentNs < timeNs;
                if (asked && order.answeredNs < timeNs) {
                    return false;
                }
            }
            return true;
        }
    }

    /// Whether no order's fate is open, so that books can be compared.
    public boolean settled() {
        synchronized (orders) {
            for (int i = 0; i < orders.size(); i++) {
                OutgoingOrder order = orders.get(i);
                if (order.unknown || order.ended || order.lookingUp) {
                    return false;
                }
            }
            return desk.idle();
        }
    }

    /// The next order to look up; the answer must be told.
    ///
    /// @return 0 when none is due
    public long next() {
        synchronized (orders) {
            long nowNs = clock.nowNs();
            for (int i = 0; i < orders.size(); i++) {
                OutgoingOrder order = orders.get(i);
                boolean due = order.lookUpAtNs <= nowNs && !order.lookingUp;
                if (due && order.place == OutgoingOrder.Place.SENT) {
                    order.lookingUp = true;
                    order.lookUps++;
                    order.lookUpAtNs = OutgoingOrder.NEVER;
                    return order.command.clientOrderId;
                }
            }
            return 0;
        }
    }

    /// The entry whose leg this is, or 0.
    long parentOf(long id) {
        synchronized (orders) {
            OutgoingOrder order = orders.find(id);
            return order == null ? 0 : order.command.parent;
        }
    }

    /// Says what an answer means.
    ///
    /// @return reports to pass on, in their order, each through [#note(Input)] like a feed's
    public List<Input> answered(long id, LookUp answer) {
        synchronized (orders) {
            OutgoingOrder order = orders.find(id);
            if (order == null) {
                return List.of();
            }
            long nowNs = clock.nowNs();
            order.lookingUp = false;
            return answers.of(order, answer, nowNs);
        }
    }
}
