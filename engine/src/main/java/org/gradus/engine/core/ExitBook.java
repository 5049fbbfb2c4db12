package org.gradus.engine.core;

import java.util.Arrays;
import org.gradus.engine.domain.Purpose;
import org.gradus.engine.domain.RiskState;
import org.gradus.engine.domain.Rounding;
import org.gradus.engine.order.Order;
import org.gradus.engine.state.StateVisitor;
import org.gradus.engine.state.Stateful;

/// What each strategy's position in each instrument was promised (its stop) and is wanted for (its exit, and the order
/// at work on it). Owned by the position keeper.
final class ExitBook implements Stateful {
    private static final int NOT_WANTED = -1;
    /// Nobody but the exit gets the position out.
    private static final long LONGEST_PAUSE_NS = 20_000_000_000L;

    private final int strategies;
    private final int instruments;
    private final long[] promisedStop;
    private final long[] entryId;
    private final int[] wanted;
    private final long[] orderIds;
    private final RetryPauses pauses;

    ExitBook(int strategies, int instruments) {
        this.strategies = strategies;
        this.instruments = instruments;
        int cells = strategies * instruments;
        promisedStop = new long[cells];
        entryId = new long[cells];
        wanted = new int[cells];
        Arrays.fill(wanted, NOT_WANTED);
        orderIds = new long[cells];
        pauses = new RetryPauses(cells, LONGEST_PAUSE_NS);
    }

    private int cell(int strategyId, int instrumentId) {
        return strategyId * instruments + instrumentId;
    }

    /// A later entry never loosens the stop of a trade.
    void promise(int strategyId, int instrumentId, long stopPrice, long entryOrderId) {
        int cell = cell(strategyId, instrumentId);
        promisedStop[cell] = Math.max(promisedStop[cell], stopPrice);
        entryId[cell] = entryOrderId;
    }

    /// A corporate action made `ratio` units of one.
    void split(int instrumentId, long ratio, long tick) {
        for (int strategy = 0; strategy < strategies; strategy++) {
            int cell = cell(strategy, instrumentId);
            promisedStop[cell] = Rounding.priceUp(Rounding.perNewUnit(promisedStop[cell], ratio), tick);
        }
    }

    /// A stop for a position that no entry of ours brought; its holders were promised none.
    void adopt(int instrumentId, long stopPrice, Books books) {
        for (int strategy = 0; strategy < strategies; strategy++) {
            if (books.held(strategy, instrumentId) > 0) {
                promise(strategy, instrumentId, stopPrice, 0);
            }
        }
    }

    /// The highest promise among strategies that hold a position.
    long tightest(int instrumentId, Books books) {
        long highest = 0;
        for (int strategy = 0; strategy < strategies; strategy++) {
            if (books.held(strategy, instrumentId) > 0) {
                highest = Math.max(highest, promisedStop[cell(strategy, instrumentId)]);
            }
        }
        return highest;
    }

    long entryId(int strategyId, int instrumentId) {
        return promisedStop[cell(strategyId, instrumentId)] == 0 ? 0 : entryId[cell(strategyId, instrumentId)];
    }

    /// How many entries the instrument's stop protects.
    int promises(int instrumentId) {
        int count = 0;
        for (int strategy = 0; strategy < strategies; strategy++) {
            count += entryId(strategy, instrumentId) != 0 ? 1 : 0;
        }
        return count;
    }

    int strategies() {
        return strategies;
    }

    /// A stronger purpose replaces a weaker one: escalation and flatten may go while halted, a strategy's exit may not.
    /// It does not wait for what the weaker one's failures began.
    void want(int strategyId, int instrumentId, Purpose purpose) {
        int cell = cell(strategyId, instrumentId);
        if (wanted[cell] == NOT_WANTED || wanted[cell] == Purpose.EXIT.ordinal()) {
            wanted[cell] = purpose.ordinal();
            if (purpose != Purpose.EXIT) {
                pauses.forget(cell);
            }
        }
    }

    boolean wanted(int strategyId, int instrumentId) {
        return wanted[cell(strategyId, instrumentId)] != NOT_WANTED;
    }

    boolean wanted(int instrumentId) {
        for (int strategy = 0; strategy < strategies(); strategy++) {
            if (wanted(strategy, instrumentId)) {
                return true;
            }
        }
        return false;
    }

    Purpose purpose(int strategyId, int instrumentId) {
        return Purpose.of(wanted[cell(strategyId, instrumentId)]);
    }

    /// An exit is wanted and may go in this risk state. A strategy's own exit waits while halted.
    boolean actionable(int strategyId, int instrumentId, RiskState state) {
        int purpose = wanted[cell(strategyId, instrumentId)];
        return purpose != NOT_WANTED && (state != RiskState.HALTED || purpose != Purpose.EXIT.ordinal());
    }

    boolean actionable(int instrumentId, RiskState state) {
        for (int strategy = 0; strategy < strategies; strategy++) {
            if (actionable(strategy, instrumentId, state)) {
                return true;
            }
        }
        return false;
    }

    boolean unsent(int instrumentId, RiskState state) {
        for (int strategy = 0; strategy < strategies; strategy++) {
            if (actionable(strategy, instrumentId, state) && orderIds[cell(strategy, instrumentId)] == 0) {
                return true;
            }
        }
        return false;
    }

    long orderId(int strategyId, int instrumentId) {
        return orderIds[cell(strategyId, instrumentId)];
    }

    boolean paused(int strategyId, int instrumentId, long nowNs) {
        return !pauses.over(cell(strategyId, instrumentId), nowNs);
    }

    /// Whatever failed before, the next attempt is made now.
    void hurry(int instrumentId) {
        for (int strategy = 0; strategy < strategies; strategy++) {
            pauses.forget(cell(strategy, instrumentId));
        }
    }

    void working(int strategyId, int instrumentId, long clientOrderId) {
        orderIds[cell(strategyId, instrumentId)] = clientOrderId;
    }

    /// The venue took an order, or filled a part of it.
    void worked(Order order) {
        int strategyId = order.strategyId();
        if (strategyId >= 0 && orderId(strategyId, order.instrumentId()) == order.clientOrderId()) {
            pauses.worked(cell(strategyId, order.instrumentId()));
        }
    }

    /// @param failed it was refused, or never arrived
    void ended(Order order, boolean failed, long nowNs) {
        if (order.strategyId() < 0) {
            return;
        }
        int cell = cell(order.strategyId(), order.instrumentId());
        if (orderIds[cell] == order.clientOrderId()) {
            orderIds[cell] = 0;
            if (failed) {
                pauses.failed(cell, nowNs);
            } else {
                pauses.forget(cell);
            }
        }
    }

    void forget(int strategyId, int instrumentId) {
        wanted[cell(strategyId, instrumentId)] = NOT_WANTED;
    }

    /// Forgets promise and exit of every strategy that is flat, but for dust, and has no exit at work. Flatten is
    /// remembered for what an entry on its way may still bring.
    void clearFlat(int instrumentId, Books books) {
        for (int strategy = 0; strategy < strategies; strategy++) {
            clearFlat(strategy, instrumentId, books);
        }
    }

    private void clearFlat(int strategyId, int instrumentId, Books books) {
        int cell = cell(strategyId, instrumentId);
        if (books.sellable(strategyId, instrumentId) != 0 || orderIds[cell] != 0) {
            return;
        }
        promisedStop[cell] = 0;
        entryId[cell] = 0;
        pauses.forget(cell);
        boolean flattensWhatComes = wanted[cell] == Purpose.FLATTEN.ordinal()
            && books.orders.entryNotional(strategyId, instrumentId) != 0;
        if (!flattensWhatComes) {
            wanted[cell] = NOT_WANTED;
        }
    }

    @Override
    public void visitState(StateVisitor visitor) {
        visitor.visit(promisedStop);
        visitor.visit(entryId);
        visitor.visit(wanted);
        visitor.visit(orderIds);
        pauses.visitState(visitor);
    }
}
