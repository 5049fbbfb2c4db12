package org.gradus.engine.core;

import java.util.Arrays;
import java.util.List;
import org.gradus.engine.codec.sbe.AdjustmentDecoder;
import org.gradus.engine.portfolio.Portfolio;
import org.gradus.engine.state.StateVisitor;
import org.gradus.engine.state.Stateful;

/// By how much the venue's books differ from ours, as the last reconciliation found. When the operator accepts it our
/// books take it over, as a deposit or withdrawal of that worth: money, and quantity at its mark. What is held less is
/// taken from the strategies in their order, as far as each holds; what is held more goes to the first that holds the
/// instrument, or else trades it. Owned by the decision stage.
final class VenueDifference implements Stateful {
    private final Books books;
    private final DecisionLog log;
    /// By instrument: who takes what nobody holds yet.
    private final int[] taker;
    private final long[] quantity;
    private long cash;
    private long openOrders;
    private long acceptedOrders;

    VenueDifference(Books books, DecisionLog log, List<Binding> bindings) {
        this.books = books;
        this.log = log;
        quantity = new long[books.instruments()];
        taker = new int[books.instruments()];
        Arrays.fill(taker, books.strategies() == 0 ? Portfolio.SUPERVISOR : 0);
        for (Binding binding : bindings.reversed()) {
            taker[binding.instrumentId()] = binding.strategyId();
        }
    }

    void ofCash(long delta) {
        cash = delta;
    }

    void ofPosition(int instrumentId, long delta) {
        quantity[instrumentId] = delta;
    }

    /// The venue knows so many orders more than we do, or fewer, or other ones: 0 when it knows the same. Once accepted
    /// it is no news until it changes.
    void ofOpenOrders(long delta) {
        openOrders = delta;
        acceptedOrders = delta == 0 ? 0 : acceptedOrders;
    }

    boolean ordersAccepted() {
        return openOrders == acceptedOrders;
    }

    /// Whether this would be no news.
    boolean ordersAccepted(long delta) {
        return delta == 0 || delta == acceptedOrders;
    }

    /// The books take over what the venue has.
    void accept() {
        acceptedOrders = openOrders;
        long worth = cash;
        if (cash != 0) {
            log.adjustment(-1, -1, books.portfolio.cash(), books.portfolio.cash() + cash, 0);
            books.portfolio.cashFlow(cash);
        }
        for (int i = 0; i < quantity.length; i++) {
            worth += quantity[i] == 0 ? 0 : takeOver(i);
        }
        books.guardrails.onCashFlow(worth);
        cash = 0;
        Arrays.fill(quantity, 0);
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
        cash = visitor.visit(cash);
        openOrders = visitor.visit(openOrders);
        acceptedOrders = visitor.visit(acceptedOrders);
    }
}
