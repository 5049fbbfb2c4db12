package org.gradus.engine.core;

import org.gradus.engine.domain.OrderState;
import org.gradus.engine.domain.Purpose;
import org.gradus.engine.domain.Rounding;
import org.gradus.engine.message.StopAction;
import org.gradus.engine.message.StopHolder;
import org.gradus.engine.order.Order;
import org.gradus.engine.state.StateVisitor;
import org.gradus.engine.state.Stateful;

/// Looks after every open position until it is flat: no position without a working or supervised stop, exits delayed
/// but never dropped. One stop an instrument covers the sum of the strategies' positions, at the tightest of their
/// promises. The engine holds it until the venue acknowledges the stop order, takes it back whenever that order has to
/// go (for an entry, an exit or a new quantity), and has the market sell when a triggered stop does not fill. Owned by
/// the decision stage.
final class PositionKeeper implements Stateful {
    /// For so long after an entry ended unfilled the venue may yet take its leg along.
    private static final long LEG_ENDS_NS = 5_000_000_000L;

    private final Books books;
    private final OrderDesk desk;
    private final DecisionLog log;
    private final StopBook stops;
    private final ExitBook exits;
    /// The way out of a position.
    final ExitDesk out;
    final StopTriggers triggers;

    PositionKeeper(Books books, OrderDesk desk, DecisionLog log) {
        this.books = books;
        this.desk = desk;
        this.log = log;
        int instruments = books.instruments();
        stops = new StopBook(instruments);
        exits = new ExitBook(books.strategies(), instruments);
        out = new ExitDesk(books, desk, exits);
        triggers = new StopTriggers(books, log, stops, exits, out);
    }

    /// A fill of an entry raised the position: its promise joins the stop.
    void entered(Order entry) {
        exits.promise(entry.strategyId(), entry.instrumentId(), entry.stopPrice(), entry.clientOrderId());
    }

    /// A corporate action made `ratio` units of one: stops and promises are for the new unit, also those of entries on
    /// their way. A stop order at the venue no longer fits, and is placed anew.
    void split(int instrumentId, long ratio) {
        long tick = books.instrument(instrumentId).tick();
        exits.split(instrumentId, ratio, tick);
        stops.price[instrumentId] = Rounding.priceUp(Rounding.perNewUnit(stops.price[instrumentId], ratio), tick);
        for (Order order = books.orders.first(); order != null; order = books.orders.next(order)) {
            if (order.instrumentId() == instrumentId && order.purpose() == Purpose.ENTRY) {
                order.promise(Rounding.priceUp(Rounding.perNewUnit(order.stopPrice(), ratio), tick));
            }
        }
    }

    /// Each second.
    void onTime(boolean restoring) {
        for (int i = 0; i < books.instruments(); i++) {
            triggers.onTime(i, restoring);
            if (stops.armedQuantity[i] != 0 || stops.orderId[i] != 0) {
                books.work.add(i);
            }
        }
    }

    /// The instruments are traded again, or no longer: what waits for that is looked at.
    void hoursChanged(long instruments) {
        for (int i = 0; i < books.instruments(); i++) {
            if ((instruments & 1L << i) != 0) {
                books.work.add(i);
            }
        }
    }

    /// Whether nothing is held, entered or protected there.
    boolean untouched(int instrumentId) {
        return books.held(instrumentId) == 0 && stops.orderId[instrumentId] == 0
            && books.orders.entryNotionalOfInstrument(instrumentId) == 0 && !exits.wanted(instrumentId);
    }

    /// An entry took its stop along: once it is filled whole, that is the instrument's.
    void attached(int instrumentId, long legId) {
        stops.placed(instrumentId, legId);
        books.work.add(instrumentId);
    }

    /// Before an entry may leave, no stop of ours may rest on the other side: the venue would call it a wash trade.
    void makeWayForEntry(int instrumentId) {
        if (stops.orderId[instrumentId] != 0 && !asleep(instrumentId)) {
            takeBack(instrumentId);
        }
    }

    /// A leg whose entry is open, or has just ended unfilled and takes it along.
    private boolean asleep(int instrumentId) {
        Order leg = books.orders.find(stops.orderId[instrumentId]);
        if (leg == null || !leg.leg() || leg.acknowledged()) {
            return false;
        }
        Order entry = books.orders.find(leg.parent());
        return entry != null && (!entry.state().terminal()
            || entry.remaining() > 0 && books.nowNs - entry.lastChangeNs() < LEG_ENDS_NS);
    }

    /// Brings stop and exits of the instrument in line with its position. Idempotent; called for every instrument with
    /// work to do.
    void tend(int instrumentId) {
        exits.clearFlat(instrumentId, books);
        if (books.flat(instrumentId)) {
            tendFlat(instrumentId);
            return;
        }
        arm(instrumentId);
        if (exits.actionable(instrumentId, books.state()) && !books.closed(instrumentId)) {
            tendExits(instrumentId);
        } else if (books.orders.entryNotionalOfInstrument(instrumentId) == 0) {
            tendStop(instrumentId);
        } else {
            books.work.done(instrumentId);
        }
    }

    private void tendFlat(int instrumentId) {
        stops.pauses.forget(instrumentId);
        if (stops.armedQuantity[instrumentId] != 0) {
            if (!log.hasRoomForStop()) {
                return;
            }
            stops.armedQuantity[instrumentId] = 0;
            stops.lastOrderId[instrumentId] = 0;
            log.stop(StopAction.DISARM, instrumentId, stops, exits);
        }
        stops.forget(instrumentId);
        boolean goes = stops.orderId[instrumentId] != 0 && !asleep(instrumentId);
        if (goes && !cancel(stops.orderId[instrumentId])) {
            return;
        }
        books.work.done(instrumentId);
    }

    /// The engine covers at once whatever the venue does not.
    private void arm(int instrumentId) {
        if (exits.tightest(instrumentId, books) == 0) {
            exits.adopt(instrumentId, widestStop(instrumentId), books);
        }
        long price = exits.tightest(instrumentId, books);
        boolean atVenue = stops.holder(instrumentId) == StopHolder.VENUE && price == stops.price[instrumentId]
                && restsAtVenue(instrumentId) == books.sellable(instrumentId);
        StopHolder holder = atVenue ? StopHolder.VENUE : StopHolder.ENGINE;
        long quantity = atVenue ? books.sellable(instrumentId) : books.held(instrumentId);
        boolean fits = holder == stops.holder(instrumentId) && price == stops.price[instrumentId]
                && quantity == stops.armedQuantity[instrumentId];
        if (fits || !log.hasRoomForStop()) {
            return;
        }
        StopAction action = stops.armedQuantity[instrumentId] == 0 ? StopAction.ARM : StopAction.MOVE;
        if (stops.price[instrumentId] == 0) {
            stops.armedNs[instrumentId] = books.nowNs;
        }
        stops.set(instrumentId, quantity, price, holder);
        log.stop(action, instrumentId, stops, exits);
    }

    /// Of a position that no entry of ours brought: the largest distance from its mark that is allowed.
    private long widestStop(int instrumentId) {
        long mark = books.mark(instrumentId);
        long stop = mark - Rounding.fraction(mark, books.limits.stopLoss());
        return mark <= 0 ? 0 : Rounding.stopTowardEntry(mark, stop, books.instrument(instrumentId).tick());
    }

    private long restsAtVenue(int instrumentId) {
        Order order = books.orders.find(stops.orderId[instrumentId]);
        return order == null ? 0 : order.remaining();
    }

    private void tendExits(int instrumentId) {
        boolean inTheWay = stops.orderId[instrumentId] != 0;
        if (inTheWay && !(takeBack(instrumentId) && unheardOf(instrumentId))) {
            return;
        }
        out.tend(instrumentId);
        if (!exits.unsent(instrumentId, books.state())) {
            books.work.done(instrumentId);
        }
    }

    /// Whether the leg sleeps with an entry that nobody has heard of: it keeps nothing back, and it may take long until
    /// the entry is proven never to have arrived.
    private boolean unheardOf(int instrumentId) {
        Order leg = books.orders.find(stops.orderId[instrumentId]);
        Order entry = leg == null || leg.acknowledged() ? null : books.orders.find(leg.parent());
        return entry != null && !entry.state().terminal() && !entry.acknowledged() && entry.filled() == 0;
    }

    private void tendStop(int instrumentId) {
        long orderId = stops.orderId[instrumentId];
        long quantity = books.deliverable(instrumentId, stops.price[instrumentId]);
        if (orderId != 0) {
            Order order = books.orders.find(orderId);
            boolean fits = order.quantity() - order.filled() == quantity
                && order.stopPrice() == stops.price[instrumentId] || asleep(instrumentId);
            if (fits || cancel(orderId)) {
                books.work.done(instrumentId);
            }
            return;
        }
        // A stop of the old unit stands far above the market of the new.
        boolean looksSplit = stops.unacceptedSplit[instrumentId] != 0;
        if (quantity == 0 || stops.triggeredNs[instrumentId] != 0 || looksSplit) {
            books.work.done(instrumentId);
            return;
        }
        if (stops.pauses.over(instrumentId, books.nowNs)) {
            stops.placed(instrumentId, desk.protectiveStop(instrumentId, quantity, stops.price[instrumentId]));
        }
    }

    /// Whether tending the instrument changes nothing until its stop is reached or a report comes: it is flat, or the
    /// stop rests at the venue as it should.
    boolean settled(int instrumentId) {
        if (books.flat(instrumentId)) {
            return stops.armedQuantity[instrumentId] == 0 && stops.orderId[instrumentId] == 0;
        }
        long price = stops.price[instrumentId];
        long quantity = stops.armedQuantity[instrumentId];
        Order order = books.orders.find(stops.orderId[instrumentId]);
        return order != null && order.stopPrice() == price && order.remaining() == quantity
            && stops.holder(instrumentId) == StopHolder.VENUE && stops.triggeredNs[instrumentId] == 0
            && exits.tightest(instrumentId, books) == price && !exits.wanted(instrumentId)
            && books.sellable(instrumentId) == quantity
            && books.deliverable(instrumentId, price) == quantity;
    }

    /// 0 where there is no stop.
    long stopPrice(int instrumentId) {
        return stops.price[instrumentId];
    }

    /// Cancels the stop order and lets the engine hold the stop until it is placed again.
    ///
    /// @return false when there was no room
    private boolean takeBack(int instrumentId) {
        if (!log.hasRoomForStop() || !cancel(stops.orderId[instrumentId])) {
            return false;
        }
        if (stops.holder(instrumentId) == StopHolder.VENUE) {
            stops.set(instrumentId, books.held(instrumentId), stops.price[instrumentId], StopHolder.ENGINE);
            log.stop(StopAction.MOVE, instrumentId, stops, exits);
        }
        return true;
    }

    /// A leg that sleeps is cancelled with its entry.
    private boolean cancel(long orderId) {
        Order order = books.orders.find(orderId);
        if (order == null || order.state().terminal()) {
            return true;
        }
        Order entry = books.orders.find(order.parent());
        return desk.cancel(entry == null || entry.state().terminal() ? order : entry);
    }

    /// The venue took an order, or filled a part of it: should it fail yet, that is the first failure.
    void worked(Order order) {
        if (order.clientOrderId() == stops.orderId[order.instrumentId()]) {
            stops.pauses.worked(order.instrumentId());
        } else if (order.purpose().reduces()) {
            exits.worked(order);
        }
    }

    /// The venue has acknowledged a stop.
    void accepted(Order order) {
        int instrumentId = order.instrumentId();
        boolean works = order.cancelRequestedNs() == 0 && !entryOpen(order);
        if (order.clientOrderId() == stops.orderId[instrumentId] && works) {
            stops.set(instrumentId, order.remaining(), order.stopPrice(), StopHolder.VENUE);
            log.stop(StopAction.MOVE, instrumentId, stops, exits);
            books.work.add(instrumentId);
        }
    }

    /// Whether not all fills of a leg's entry are known yet.
    private boolean entryOpen(Order leg) {
        Order entry = books.orders.find(leg.parent());
        return entry != null && !entry.state().terminal();
    }

    /// An entry came to its end. A leg that the venue has working already covers from now on.
    private void entryEnded(Order entry) {
        int instrumentId = entry.instrumentId();
        Order leg = books.orders.find(stops.orderId[instrumentId]);
        boolean works = leg != null && leg.parent() == entry.clientOrderId() && leg.acknowledged()
            && !leg.state().terminal();
        if (works && !books.flat(instrumentId)) {
            arm(instrumentId);
            accepted(leg);
        }
    }

    /// The venue keeps an order and does not work it: a stop that sleeps there is ours to watch until it is accepted
    /// again.
    void held(Order order) {
        int instrumentId = order.instrumentId();
        boolean sleeps = order.clientOrderId() == stops.orderId[instrumentId]
            && stops.holder(instrumentId) == StopHolder.VENUE;
        if (sleeps) {
            stops.set(instrumentId, books.held(instrumentId), stops.price[instrumentId], StopHolder.ENGINE);
            log.stop(StopAction.MOVE, instrumentId, stops, exits);
            books.work.add(instrumentId);
        }
    }

    /// An order came to its end, or was filled: stop and exits are looked at anew.
    void ended(Order order) {
        int instrumentId = order.instrumentId();
        boolean failed = order.state() == OrderState.REJECTED || order.state() == OrderState.NOT_SENT
                || order.state() == OrderState.EXPIRED;
        if (order.clientOrderId() == stops.orderId[instrumentId]) {
            stops.orderId[instrumentId] = 0;
            if (failed && !(order.leg() && books.flat(instrumentId))) {
                stops.pauses.failed(instrumentId, books.nowNs);
            } else {
                stops.pauses.forget(instrumentId);
            }
            if (stops.holder(instrumentId) == StopHolder.VENUE) {
                stops.set(instrumentId, 0, stops.price[instrumentId], StopHolder.ENGINE);
            }
        } else if (order.purpose().reduces()) {
            exits.ended(order, failed, books.nowNs);
        } else {
            entryEnded(order);
        }
        books.work.add(instrumentId);
    }

    /// A recorded decision about a stop.
    void restoreStop(StopAction action, int instrumentId, long quantity, long price, StopHolder holder) {
        if (stops.price[instrumentId] == 0) {
            stops.armedNs[instrumentId] = books.nowNs;
        }
        stops.set(instrumentId, quantity, price, holder);
        if (exits.tightest(instrumentId, books) == 0) {
            exits.adopt(instrumentId, price, books);
        }
        if (action == StopAction.TRIGGER) {
            stops.triggeredNs[instrumentId] = books.nowNs;
        }
    }

    /// Forgets with the end of a recorded position what tending it would have forgotten.
    void restored() {
        for (int i = 0; i < books.instruments(); i++) {
            exits.clearFlat(i, books);
            if (books.flat(i)) {
                stops.forget(i);
            }
        }
    }

    void restoreOrder(Order order) {
        if (order.purpose() == Purpose.PROTECTIVE_STOP) {
            stops.placed(order.instrumentId(), order.clientOrderId());
        } else if (order.purpose().reduces()) {
            exits.want(order.strategyId(), order.instrumentId(), order.purpose());
            exits.working(order.strategyId(), order.instrumentId(), order.clientOrderId());
        }
    }

    @Override
    public void visitState(StateVisitor visitor) {
        stops.visitState(visitor);
        exits.visitState(visitor);
    }
}
