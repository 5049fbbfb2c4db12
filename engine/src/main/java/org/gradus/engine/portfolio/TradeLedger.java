package org.gradus.engine.portfolio;

import org.gradus.engine.state.StateVisitor;
import org.gradus.engine.state.Stateful;

/// Cuts each strategy's dealings in an instrument into trades, from flat to flat, and tallies the finished ones. Owned
/// by the decision stage, told after each change of a sub-position.
///
/// A quantity below the instrument's smallest tradable one, usually its lot, counts as flat, because it cannot be sold
/// alone. Such dust keeps its cost: the trade that later sells it has its profit. So for every sub-position the net of
/// its finished trades and [#running] add up to its realised profit less its fees.
public final class TradeLedger implements Stateful {
    private final int instruments;
    private final long[] smallestTradable;
    /// By holder (the supervisor first).
    private final TradeTally[] tallies;
    /// By holder, then by instrument: realised less fees when the last trade finished.
    private final long[] settled;
    /// The largest cost basis of the trade in progress; 0 when there is none.
    private final long[] invested;

    /// @param smallestTradable  by instrument: quantities below it count as flat
    public TradeLedger(int strategies, int instruments, long[] smallestTradable) {
        this.instruments = instruments;
        this.smallestTradable = smallestTradable.clone();
        this.tallies = new TradeTally[strategies + 1];
        for (int i = 0; i < tallies.length; i++) {
            tallies[i] = new TradeTally();
        }
        this.settled = new long[tallies.length * instruments];
        this.invested = new long[settled.length];
    }

    /// Takes note of a changed sub-position; true when that finished a trade, which is then the tally's last.
    public boolean changed(int strategyId, int instrumentId, Position position) {
        int row = row(strategyId, instrumentId);
        if (Math.abs(position.quantity()) >= smallestTradable[instrumentId]) {
            invested[row] = Math.max(Math.max(invested[row], 1), Math.abs(position.costBasis()));
            return false;
        }
        if (invested[row] == 0) {
            return false;
        }
        tallies[strategyId + 1].add(running(strategyId, instrumentId, position), invested[row]);
        settled[row] = net(position);
        invested[row] = 0;
        return true;
    }

    /// True between a trade's first fill of at least a tradable quantity and its last.
    public boolean open(int strategyId, int instrumentId) {
        return invested[row(strategyId, instrumentId)] != 0;
    }

    /// Realised less fees since the last trade finished: of the trade in progress, and of dust before it.
    public long running(int strategyId, int instrumentId, Position position) {
        return net(position) - settled[row(strategyId, instrumentId)];
    }

    public TradeTally of(int strategyId) {
        return tallies[strategyId + 1];
    }

    @Override
    public void visitState(StateVisitor visitor) {
        for (TradeTally tally : tallies) {
            tally.visitState(visitor);
        }
        visitor.visit(settled);
        visitor.visit(invested);
    }

    private int row(int strategyId, int instrumentId) {
        return (strategyId + 1) * instruments + instrumentId;
    }

    private static long net(Position position) {
        return Math.subtractExact(position.realised(), position.fees());
    }
}
