package org.gradus.engine.core;

import org.gradus.engine.domain.AssetClass;
import org.gradus.engine.domain.DenialReason;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.domain.OrderState;
import org.gradus.engine.domain.OrderType;
import org.gradus.engine.domain.Purpose;
import org.gradus.engine.domain.Rounding;
import org.gradus.engine.domain.Rule;
import org.gradus.engine.domain.Side;
import org.gradus.engine.domain.TimeInForce;
import org.gradus.engine.message.AlertKind;
import org.gradus.engine.message.OrderAction;
import org.gradus.engine.message.Verdict;
import org.gradus.engine.order.Order;
import org.gradus.engine.order.OrderDraft;
import org.gradus.engine.portfolio.Portfolio;
import org.gradus.engine.risk.CheckList;
import org.gradus.engine.strategy.Signal;

/// Turns wishes into checked orders: drafts them, has the gate look at them, writes down what came of it and books it.
/// Every method that needs room in the slot says by its answer whether it acted. Owned by the decision stage.
final class OrderDesk {
    /// A cancel that brought no answer is asked for again after this long; cancels are free.
    private static final long CANCEL_AGAIN_NS = 5_000_000_000L;

    private final Books books;
    private final DecisionLog log;
    private final OrderDraft draft = new OrderDraft();
    private final OrderDraft leg = new OrderDraft();
    private final CheckList checks = new CheckList();

    OrderDesk(Books books, DecisionLog log) {
        this.books = books;
        this.log = log;
    }

    /// Checks an entry and submits, parks or refuses it. The caller has seen to the room.
    ///
    /// @param keeper clears the way at the venue when the entry may go
    void enter(Binding binding, Signal signal, PositionKeeper keeper) {
        int instrumentId = binding.instrumentId();
        Instrument instrument = books.instrument(instrumentId);
        draft.purpose = Purpose.ENTRY;
        draft.side = Side.BUY;
        draft.orderType = OrderType.LIMIT;
        draft.strategyId = binding.strategyId();
        draft.instrumentId = instrumentId;
        draft.released = false;
        draft.limitPrice = entryLimit(instrumentId, instrument);
        draft.price = draft.limitPrice;
        draft.stopPrice = promisedStop(draft.price, signal.stopFraction(), instrument);
        draft.quantity = signal.quantity() == Signal.SIZED_BY_LIMITS ? sized(instrument) : signal.quantity();
        decide(keeper);
    }

    /// What the limits leave room for. Where that is nothing the least order is asked for, so that the rule that is
    /// used up says no, and not the minimum that nothing falls below.
    private long sized(Instrument instrument) {
        long quantity = books.guardrails.sizer().quantity(draft, books);
        if (quantity > 0 || draft.price <= 0) {
            return quantity;
        }
        long least = Rounding.quantityFor(instrument.minimumNotional(), draft.price, instrument.lot());
        boolean enough = least > 0 && books.notionalOf(draft.price, least) >= instrument.minimumNotional();
        return enough ? least : least + instrument.lot();
    }

    private long entryLimit(int instrumentId, Instrument instrument) {
        long reference = books.marks.quoteFresh(instrumentId, books.nowNs) ? books.ask(instrumentId)
            : books.lastPrice(instrumentId);
        return Rounding.priceUp(reference + Rounding.fraction(reference, books.setup.entryReach()), instrument.tick());
    }

    /// 0 when the strategy promises no stop; the gate refuses that.
    private static long promisedStop(long price, double stopFraction, Instrument instrument) {
        if (!(stopFraction > 0) || stopFraction >= 1 || price == 0) {
            return 0;
        }
        long distance = Rounding.fraction(price, FixedPoint.fromDouble(stopFraction));
        return Rounding.stopTowardEntry(price, price - distance, instrument.tick());
    }

    private void decide(PositionKeeper keeper) {
        draft.clientOrderId = books.ids.next();
        boolean carries = carriesStop(keeper);
        Verdict verdict = books.guardrails.gate().check(draft, books, checks);
        log.checks(checks, draft.clientOrderId);
        switch (verdict) {
            case PASS -> submitEntry(carries, keeper);
            case DENY -> log.order(OrderAction.REFUSE, draft, books, checks.last().rule(), checks.reason(), 0);
            case WAIT -> park();
        }
    }

    /// Whether the draft takes its stop along: whole shares of a stock, where nothing is held, entered or protected, so
    /// that the stop is for all there will be. Such an entry may rest for a while, and so may one in parts of a share,
    /// which venues take for the day only; any other trades at once or never.
    private boolean carriesStop(PositionKeeper keeper) {
        int instrumentId = draft.instrumentId;
        boolean carries = books.setup.entryRestNs() > 0 && draft.quantity % FixedPoint.ONE == 0
            && books.instrument(instrumentId).assetClass() == AssetClass.STOCK && keeper.untouched(instrumentId)
            && books.orders.free() > 1;
        draft.timeInForce = carries ? TimeInForce.GTC
            : partOfAShare(instrumentId, draft.quantity) ? TimeInForce.DAY : TimeInForce.IOC;
        return carries;
    }

    private boolean partOfAShare(int instrumentId, long quantity) {
        return books.instrument(instrumentId).assetClass() == AssetClass.STOCK && quantity % FixedPoint.ONE != 0;
    }

    private void submitEntry(boolean carries, PositionKeeper keeper) {
        if (!carries) {
            keeper.makeWayForEntry(draft.instrumentId);
            submit();
            return;
        }
        book(draft);
        draftLeg();
        book(leg);
        keeper.attached(leg.instrumentId, leg.clientOrderId);
        log.equity(books);
    }

    private void draftLeg() {
        leg.copyFrom(draft);
        leg.clientOrderId = books.ids.next();
        leg.parent = draft.clientOrderId;
        leg.purpose = Purpose.PROTECTIVE_STOP;
        leg.side = draft.side.opposite();
        leg.orderType = OrderType.STOP;
        leg.limitPrice = 0;
        leg.price = draft.stopPrice;
    }

    private void submit() {
        book(draft);
        log.equity(books);
    }

    private void book(OrderDraft order) {
        log.order(OrderAction.SUBMIT, order, books, null, DenialReason.NONE, 0);
        books.orders.open(order, books.nowNs);
        books.submitted(order);
    }

    private void park() {
        log.order(OrderAction.PARK, draft, books, checks.last().rule(), DenialReason.NONE, checks.expiresNs());
        books.guardrails.parkedOrders().park(draft, checks.last().rule(), checks.expiresNs(), books.notional(draft));
        log.alert(checks.last().rule() == Rule.CONFIRMATION ? AlertKind.CONFIRMATION_WANTED : AlertKind.VETO_WINDOW,
            draft.clientOrderId);
    }

    /// Lets a parked entry go after the operator's approval or the veto window, checked again from the first rule.
    void release(long clientOrderId, PositionKeeper keeper) {
        books.guardrails.parkedOrders().release(clientOrderId, draft);
        boolean carries = carriesStop(keeper);
        Verdict verdict = books.guardrails.gate().check(draft, books, checks);
        log.checks(checks, clientOrderId);
        if (verdict == Verdict.PASS) {
            submitEntry(carries, keeper);
        } else {
            log.order(OrderAction.REFUSE, draft, books, checks.last().rule(), checks.reason(), 0);
        }
    }

    /// Ends a parked entry without a trade.
    void lapse(long clientOrderId, DenialReason reason) {
        books.guardrails.parkedOrders().release(clientOrderId, draft);
        books.guardrails.counters().denied(reason.rule());
        log.order(OrderAction.REFUSE, draft, books, reason.rule(), reason, 0);
    }

    /// Sells at the market.
    ///
    /// @return the order's id, 0 when it has to wait for room, the rate limit or the venue
    long exit(int strategyId, int instrumentId, Purpose purpose, long quantity) {
        draft.purpose = purpose;
        draft.orderType = OrderType.MARKET;
        draft.timeInForce = books.instrument(instrumentId).assetClass() == AssetClass.CRYPTO ? TimeInForce.GTC
            : TimeInForce.DAY;
        draft.limitPrice = 0;
        draft.stopPrice = 0;
        draft.price = books.mark(instrumentId);
        return sell(strategyId, instrumentId, quantity);
    }

    /// Rests a stop at the venue for the whole position, one of parts of a share until the day's end: then it is placed
    /// anew. Crypto knows stop-limits only: the limit stands below the trigger.
    long protectiveStop(int instrumentId, long quantity, long stopPrice) {
        Instrument instrument = books.instrument(instrumentId);
        boolean crypto = instrument.assetClass() == AssetClass.CRYPTO;
        draft.purpose = Purpose.PROTECTIVE_STOP;
        draft.orderType = crypto ? OrderType.STOP_LIMIT : OrderType.STOP;
        draft.timeInForce = partOfAShare(instrumentId, quantity) ? TimeInForce.DAY : TimeInForce.GTC;
        draft.stopPrice = stopPrice;
        long offset = Rounding.fraction(stopPrice, books.limits.stopLimitOffset());
        draft.limitPrice = crypto ? Rounding.priceDown(stopPrice - offset, instrument.tick()) : 0;
        draft.price = stopPrice;
        return sell(Portfolio.SUPERVISOR, instrumentId, quantity);
    }

    private long sell(int strategyId, int instrumentId, long quantity) {
        boolean mayGo = books.venueUp() && books.guardrails.rateLimiter().admits(true, books.nowNs)
            && books.orders.free() > 0;
        if (!mayGo || !log.hasRoomForOrder()) {
            return 0;
        }
        draft.side = Side.SELL;
        draft.strategyId = strategyId;
        draft.instrumentId = instrumentId;
        draft.quantity = quantity;
        draft.released = false;
        draft.clientOrderId = books.ids.next();
        Verdict verdict = books.guardrails.gate().check(draft, books, checks);
        log.checks(checks, draft.clientOrderId);
        if (verdict == Verdict.PASS) {
            submit();
            return draft.clientOrderId;
        }
        log.order(OrderAction.REFUSE, draft, books, checks.last().rule(), checks.reason(), 0);
        return 0;
    }

    /// Asks for a cancel.
    ///
    /// @return false when there was no room to ask
    boolean cancel(Order order) {
        if (order.cancelRequestedNs() != 0 && books.nowNs - order.cancelRequestedNs() < CANCEL_AGAIN_NS) {
            return true;
        }
        if (!log.hasRoomForCancel()) {
            return false;
        }
        if (order.cancelRequestedNs() != 0) {
            books.lifecycle.cancelAskedAgain(order, books.nowNs);
        } else if (!books.lifecycle.requestCancel(order, books.nowNs)) {
            return true;
        }
        log.cancel(order, books);
        return true;
    }

    /// Each second: an entry that rests has rested long enough when it has not traded by now.
    void endRest() {
        for (Order order = books.orders.first(); order != null; order = books.orders.next(order)) {
            boolean rests = order.purpose() == Purpose.ENTRY && order.timeInForce() != TimeInForce.IOC;
            if (rests && books.nowNs - order.decidedNs() >= books.setup.entryRestNs()) {
                cancel(order);
            }
        }
    }

    /// Whether an entry is out that nobody has asked to cancel.
    boolean entriesWorking() {
        for (Order order = books.orders.first(); order != null; order = books.orders.next(order)) {
            if (order.purpose() == Purpose.ENTRY && order.state() != OrderState.PENDING_CANCEL) {
                return true;
            }
        }
        return false;
    }

    /// Entries must go when the risk state no longer allows them.
    ///
    /// @return false when some had to wait for room
    boolean cancelEntries() {
        boolean all = true;
        for (Order order = books.orders.first(); order != null; order = books.orders.next(order)) {
            if (order.purpose() == Purpose.ENTRY && order.state() != OrderState.PENDING_CANCEL) {
                all &= cancel(order);
            }
        }
        return all;
    }
}
