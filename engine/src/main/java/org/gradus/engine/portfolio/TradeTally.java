package org.gradus.engine.portfolio;

import org.gradus.engine.state.StateVisitor;
import org.gradus.engine.state.Stateful;

/// What the finished trades of one strategy came to, in money net of fees. Kept by its [TradeLedger]; numbers only, so
/// a year of trades takes no more room than one.
public final class TradeTally implements Stateful {
    private long finished;
    private long wins;
    private long losses;
    private long winsInARow;
    private long net;
    private long best;
    private long worst;
    private long lastNet;
    private long lastInvested;

    TradeTally() {
    }

    public long finished() {
        return finished;
    }

    public long wins() {
        return wins;
    }

    /// Trades that lost; one that came to exactly nothing is neither a win nor a loss.
    public long losses() {
        return losses;
    }

    /// Wins since the last trade that was none.
    public long winsInARow() {
        return winsInARow;
    }

    /// Sum over all finished trades.
    public long net() {
        return net;
    }

    /// Of the best trade; 0 before the first has finished.
    public long best() {
        return best;
    }

    public long worst() {
        return worst;
    }

    public long lastNet() {
        return lastNet;
    }

    /// The largest cost basis of the trade that finished last, to measure its return by.
    public long lastInvested() {
        return lastInvested;
    }

    void add(long tradeNet, long invested) {
        best = finished == 0 ? tradeNet : Math.max(best, tradeNet);
        worst = finished == 0 ? tradeNet : Math.min(worst, tradeNet);
        finished++;
        wins += tradeNet > 0 ? 1 : 0;
        losses += tradeNet < 0 ? 1 : 0;
        winsInARow = tradeNet > 0 ? winsInARow + 1 : 0;
        net = Math.addExact(net, tradeNet);
        lastNet = tradeNet;
        lastInvested = invested;
    }

    @Override
    public void visitState(StateVisitor visitor) {
        finished = visitor.visit(finished);
        wins = visitor.visit(wins);
        losses = visitor.visit(losses);
        winsInARow = visitor.visit(winsInARow);
        net = visitor.visit(net);
        best = visitor.visit(best);
        worst = visitor.visit(worst);
        lastNet = visitor.visit(lastNet);
        lastInvested = visitor.visit(lastInvested);
    }
}
