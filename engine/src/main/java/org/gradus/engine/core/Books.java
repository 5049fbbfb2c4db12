package org.gradus.engine.core;

import org.gradus.engine.domain.DenialReason;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.domain.RiskState;
import org.gradus.engine.domain.Rounding;
import org.gradus.engine.market.Marks;
import org.gradus.engine.order.ClientOrderIds;
import org.gradus.engine.order.OpenOrders;
import org.gradus.engine.order.OrderDraft;
import org.gradus.engine.order.OrderLifecycle;
import org.gradus.engine.order.SeenExecutions;
import org.gradus.engine.portfolio.Portfolio;
import org.gradus.engine.portfolio.TradeLedger;
import org.gradus.engine.risk.Guardrails;
import org.gradus.engine.risk.RiskLimits;
import org.gradus.engine.risk.RiskView;
import org.gradus.engine.state.StateVisitor;
import org.gradus.engine.state.Stateful;

/// Everything the decision stage knows of money, orders and risk, in one place; what the risk gate reads of it is
/// [RiskView]. Owned by the decision stage.
final class Books implements RiskView, Stateful {
    private static final int SEEN_EXECUTIONS = 1 << 14;
    private static final int SEEN_COMMANDS = 1 << 10;
    private static final int KEPT_ORDERS = 4_096;

    final CoreSetup setup;
    final RiskLimits limits;
    final Marks marks;
    final Portfolio portfolio;
    final OpenOrders orders;
    final OrderLifecycle lifecycle;
    final SeenExecutions seen = new SeenExecutions(SEEN_EXECUTIONS);
    final SeenExecutions commands = new SeenExecutions(SEEN_COMMANDS);
    final TradeLedger trades;
    final ClientOrderIds ids;
    final Guardrails guardrails;
    final RiskLatches latches = new RiskLatches();
    final TradingHours hours;
    final WorkList work;
    final boolean[] disabled;
    /// By instrument: one is listed in the venue's books, or met an entry since they were read.
    final boolean[] foreignOrder;
    long nowNs;
    /// Sequence of the record that is being decided.
    long record;
    private boolean venueUp = true;
    private int phase;

    Books(CoreSetup setup, int bindings) {
        this.setup = setup;
        limits = setup.limits();
        phase = setup.phase();
        int count = setup.instruments().size();
        marks = new Marks(count, limits.quoteFreshNs());
        portfolio = new Portfolio(setup.strategies().size(), count, setup.cash());
        orders = new OpenOrders(setup.maximumOrders(), KEPT_ORDERS, setup.strategies().size(), count);
        lifecycle = new OrderLifecycle(orders, seen);
        ids = new ClientOrderIds(setup.runId());
        guardrails = new Guardrails(limits, setup.maximumParked());
        guardrails.circuitBreaker().start(setup.cash());
        trades = new TradeLedger(setup.strategies().size(), count, setup.instruments().stream()
            .mapToLong(Instrument::lot).toArray());
        work = new WorkList(bindings);
        hours = new TradingHours(setup);
        disabled = new boolean[setup.strategies().size()];
        foreignOrder = new boolean[setup.instruments().size()];
    }

    int instruments() {
        return setup.instruments().size();
    }

    int strategies() {
        return setup.strategies().size();
    }

    RiskState state() {
        return latches.state();
    }

    /// The whole position, in units of the asset scaled 1e-9.
    long held(int instrumentId) {
        return portfolio.position(instrumentId).quantity();
    }

    long held(int strategyId, int instrumentId) {
        return portfolio.position(strategyId, instrumentId).quantity();
    }

    boolean flat(int instrumentId) {
        return sellable(instrumentId) == 0;
    }

    /// What could be sold of the whole position, floored to the lot.
    long sellable(int instrumentId) {
        return Rounding.quantityDown(held(instrumentId), instrument(instrumentId).lot());
    }

    long sellable(int strategyId, int instrumentId) {
        return Rounding.quantityDown(held(strategyId, instrumentId), instrument(instrumentId).lot());
    }

    /// What one order can sell once more: the position less what the venue has sold already without our having heard of
    /// the fills, and no more than the venue takes at once; the rest follows.
    ///
    /// @param price what a unit counts for in the largest notional of an order; 0 when nobody knows
    long deliverable(int instrumentId, long price) {
        Instrument instrument = instrument(instrumentId);
        long left = Math.max(0, held(instrumentId) - orders.missingSells(instrumentId));
        long most = Math.min(left, instrument.maximumQuantity());
        if (price > 0) {
            // At least a lot, so that what is worth more than one order may be still leaves.
            long within = Rounding.quantityFor(limits.maximumOrderNotional(), price, instrument.lot());
            most = Math.min(most, Math.max(within, instrument.lot()));
        }
        return Rounding.quantityDown(most, instrument.lot());
    }

    int openPositions() {
        int open = 0;
        for (int i = 0; i < instruments(); i++) {
            open += held(i) != 0 ? 1 : 0;
        }
        return open;
    }

    long notional(OrderDraft draft) {
        return notionalOf(draft.price, draft.quantity);
    }

    /// The largest or least long when it overflows, read as "at least this much"; the gate denies such an order.
    long notionalOf(long price, long quantity) {
        if (Rounding.moneyOverflows(price, quantity)) {
            return (price ^ quantity) < 0 ? -Long.MAX_VALUE : Long.MAX_VALUE;
        }
        return Rounding.money(price, quantity);
    }

    long exposureAfter(OrderDraft draft) {
        long total = totalNotional();
        if (draft.reduces()) {
            return total;
        }
        long notional = notional(draft);
        // No sum of what is held is negative, so only a notional above zero can carry it past the end.
        return notional > Long.MAX_VALUE - total ? Long.MAX_VALUE : total + notional;
    }

    /// An order has been let through: limiter and daily caps count it. A leg is part of its entry.
    void submitted(OrderDraft draft) {
        if (draft.parent != 0) {
            return;
        }
        guardrails.rateLimiter().record(nowNs);
        if (!draft.reduces()) {
            guardrails.dailyCaps().onEntrySubmitted();
        }
    }

    void venueUp(boolean up) {
        venueUp = up;
    }

    void phase(int newPhase) {
        phase = newPhase;
    }

    @Override
    public long timeNs() {
        return nowNs;
    }

    @Override
    public int phase() {
        return phase;
    }

    @Override
    public DenialReason entryBlock(int strategyId) {
        if (!venueUp) {
            return DenialReason.VENUE_DOWN;
        }
        DenialReason block = latches.entryBlock();
        return block == DenialReason.NONE && disabled[strategyId] ? DenialReason.STRATEGY_DISABLED : block;
    }

    @Override
    public DenialReason hoursBlock(int instrumentId) {
        return hours.entryBlock(instrumentId, nowNs);
    }

    /// Whether an order at the market would find none now.
    boolean closed(int instrumentId) {
        return hours.closed(instrumentId, nowNs);
    }

    @Override
    public boolean exitWorking(int instrumentId) {
        return orders.exitWorking(instrumentId);
    }

    @Override
    public boolean foreignOrder(int instrumentId) {
        return foreignOrder[instrumentId];
    }

    @Override
    public boolean venueUp() {
        return venueUp;
    }

    @Override
    public Instrument instrument(int instrumentId) {
        return setup.instruments().get(instrumentId);
    }

    @Override
    public long lastPrice(int instrumentId) {
        return marks.last(instrumentId);
    }

    @Override
    public long bid(int instrumentId) {
        return marks.bid(instrumentId);
    }

    @Override
    public long ask(int instrumentId) {
        return marks.ask(instrumentId);
    }

    @Override
    public long quoteAgeNs(int instrumentId) {
        return marks.ageNs(instrumentId, nowNs);
    }

    @Override
    public long mark(int instrumentId) {
        return marks.mark(instrumentId, nowNs);
    }

    @Override
    public long equity() {
        return portfolio.equity();
    }

    @Override
    public long buyingPower() {
        long held = orders.entryNotional() + guardrails.parkedOrders().notional();
        return portfolio.cash() - held - Rounding.feeUp(held, limits.takerFee());
    }

    @Override
    public long tradeNotional(int strategyId, int instrumentId) {
        return Math.abs(portfolio.value(strategyId, instrumentId)) + orders.entryNotional(strategyId, instrumentId)
                + guardrails.parkedOrders().notionalOfTrade(strategyId, instrumentId);
    }

    @Override
    public long totalNotional() {
        return portfolio.exposure() + orders.entryNotional() + guardrails.parkedOrders().notional();
    }

    @Override
    public long assetNotional(int instrumentId) {
        return Math.abs(portfolio.value(instrumentId)) + orders.entryNotionalOfInstrument(instrumentId)
                + guardrails.parkedOrders().notionalOfInstrument(instrumentId);
    }

    @Override
    public long strategyNotional(int strategyId) {
        long notional = 0;
        for (int i = 0; i < instruments(); i++) {
            notional += tradeNotional(strategyId, i);
        }
        return notional;
    }

    @Override
    public int freeOrders() {
        return orders.free();
    }

    @Override
    public int freeParked() {
        return guardrails.parkedOrders().free();
    }

    @Override
    public void visitState(StateVisitor visitor) {
        marks.visitState(visitor);
        portfolio.visitState(visitor);
        orders.visitState(visitor);
        seen.visitState(visitor);
        commands.visitState(visitor);
        trades.visitState(visitor);
        lifecycle.visitState(visitor);
        ids.visitState(visitor);
        guardrails.visitState(visitor);
        latches.visitState(visitor);
        hours.visitState(visitor);
        work.visitState(visitor);
        for (int i = 0; i < disabled.length; i++) {
            disabled[i] = visitor.visit(disabled[i]);
        }
        for (int i = 0; i < foreignOrder.length; i++) {
            foreignOrder[i] = visitor.visit(foreignOrder[i]);
        }
        nowNs = visitor.visit(nowNs);
        venueUp = visitor.visit(venueUp);
        phase = visitor.visit(phase);
    }
}
