package org.gradus.engine.core;

import java.util.Arrays;
import java.util.List;
import org.gradus.engine.codec.sbe.AdjustmentDecoder;
import org.gradus.engine.domain.Rounding;
import org.gradus.engine.portfolio.Portfolio;
import org.gradus.engine.state.StateVisitor;
import org.gradus.engine.state.Stateful;

/// By how much the venue's books differ from ours, as the last reconciliation found. When the operator accepts it our
/// books take it over, as a deposit or withdrawal of that worth: money, and quantity at its mark. What is held less is
/// taken from the strategies in their order, as far as each holds; what is held more goes to the first that holds the
/// instrument, or else trades it. Owned by the decision stage.
final class VenueDifference implements Stateful {
    private final Books books;
    private final PositionKeeper keeper;
    private final DecisionLog log;
    /// By instrument: who takes what nobody holds yet.
    private final int[] taker;
    private final long[] quantity;
    /// New units for one old, scaled 1e-9, where a position looks split; else 0.
    private final long[] ratio;
    private long cash;
    /// Open orders that only one side knows: which, or how many the venue has more.
    final Accepted orders = new Accepted();
    /// What is held there and not traded by this run.
    final Accepted foreign = new Accepted();

    VenueDifference(Books books, PositionKeeper keeper, DecisionLog log, List<Binding> bindings) {
        this.books = books;
        this.keeper = keeper;
        this.log = log;
        quantity = new long[books.instruments()];
        ratio = new long[books.instruments()];
        taker = new int[books.instruments()];
        Arrays.fill(taker, books.strategies() == 0 ? Portfolio.SUPERVISOR : 0);
        for (Binding binding : bindings.reversed()) {
            taker[binding.instrumentId()] = binding.strategyId();
        }
    }

    /// @return whether it is not what was found before, as for all of them
    boolean ofCash(long delta) {
        boolean other = delta != cash;
        cash = delta;
        return other;
    }

    /// @param looksSplit new units for one old, where it does; else 0
    boolean ofPosition(int instrumentId, long delta, long looksSplit) {
        boolean other = delta != quantity[instrumentId] || looksSplit != ratio[instrumentId];
        quantity[instrumentId] = delta;
        ratio[instrumentId] = looksSplit;
        keeper.triggers.looksSplit(instrumentId, looksSplit);
        return other;
    }

    /// The books take over what the venue has.
    void accept() {
        acceptListed();
        long worth = cash;
        if (cash != 0) {
            log.adjustment(-1, -1, books.portfolio.cash(), books.portfolio.cash() + cash, 0);
            books.portfolio.cashFlow(cash);
        }
        for (int i = 0; i < quantity.length; i++) {
            if (ratio[i] != 0) {
                takeOverSplit(i);
            }
            worth += quantity[i] == 0 ? 0 : takeOver(i);
        }
        books.guardrails.onCashFlow(worth);
        cash = 0;
        Arrays.fill(quantity, 0);
        Arrays.fill(ratio, 0);
    }

    /// What lies at the venue beside our own is known from now on.
    void acceptListed() {
        orders.accept();
        foreign.accept();
    }

    /// A split is neither gain nor cash flow. What its ratio leaves over is taken over as any difference is.
    private void takeOverSplit(int instrumentId) {
        long before = books.held(instrumentId);
        split(instrumentId, ratio[instrumentId]);
        long after = books.held(instrumentId);
        log.split(instrumentId, before, after, ratio[instrumentId]);
        long left = quantity[instrumentId] - (after - before);
        quantity[instrumentId] = Math.abs(left) < books.instrument(instrumentId).lot() ? left : 0;
    }

    /// The market may have opened at the new price long ago, and the mark be in the new unit already: it is taken for
    /// whichever unit's cost it is nearer to.
    private void split(int instrumentId, long newUnits) {
        long mark = books.portfolio.mark(instrumentId);
        long cost = books.portfolio.position(instrumentId).averagePrice();
        boolean oldUnit = Math.abs(mark - cost) <= Math.abs(mark - Rounding.perNewUnit(cost, newUnits));
        books.portfolio.corporateAction(instrumentId, newUnits, 0);
        keeper.triggers.looksSplit(instrumentId, 0);
        keeper.split(instrumentId, newUnits);
        if (oldUnit) {
            books.marks.split(instrumentId, newUnits);
        } else if (mark > 0) {
            books.portfolio.mark(instrumentId, mark);
        }
        books.work.add(instrumentId);
    }

    private long takeOver(int instrumentId) {
        if (books.mark(instrumentId) > 0) {
            books.portfolio.mark(instrumentId, books.mark(instrumentId));
        }
        long left = quantity[instrumentId];
        int next = taker[instrumentId];
        long worth = 0;
        for (int strategy = books.strategies() - 1; strategy >= 0; strategy--) {
            next = books.held(strategy, instrumentId) > 0 ? strategy : next;
        }
        for (int strategy = 0; strategy < books.strategies() && left < 0; strategy++) {
            long less = Math.min(-left, books.held(strategy, instrumentId));
            if (less > 0) {
                worth += adjust(strategy, instrumentId, -less);
                left += less;
            }
        }
        return left == 0 ? worth : worth + adjust(next, instrumentId, left);
    }

    private long adjust(int strategyId, int instrumentId, long delta) {
        long held = books.held(instrumentId);
        log.adjustment(strategyId, instrumentId, held, held + delta, books.portfolio.mark(instrumentId));
        long worth = books.portfolio.adjust(strategyId, instrumentId, delta);
        books.trades.changed(strategyId, instrumentId, books.portfolio.position(strategyId, instrumentId));
        books.work.add(instrumentId);
        return worth;
    }

    /// What an earlier epoch has taken over.
    void restore(AdjustmentDecoder recorded) {
        long delta = recorded.to() - recorded.from();
        int instrumentId = recorded.instrument();
        boolean wasSplit = recorded.ratio() > 0;
        if (wasSplit) {
            split(instrumentId, recorded.ratio());
            quantity[instrumentId] = 0;
            ratio[instrumentId] = 0;
            return;
        }
        if (instrumentId < 0) {
            books.portfolio.cashFlow(delta);
            books.guardrails.onCashFlow(delta);
            cash = 0;
            return;
        }
        if (recorded.price() > 0) {
            books.portfolio.mark(instrumentId, recorded.price());
        }
        books.guardrails.onCashFlow(books.portfolio.adjust(recorded.strategy(), instrumentId, delta));
        books.trades.changed(recorded.strategy(), instrumentId, books.portfolio.position(recorded.strategy(),
            instrumentId));
        quantity[instrumentId] = 0;
    }

    @Override
    public void visitState(StateVisitor visitor) {
        visitor.visit(quantity);
        visitor.visit(ratio);
        cash = visitor.visit(cash);
        orders.visitState(visitor);
        foreign.visitState(visitor);
    }
}
