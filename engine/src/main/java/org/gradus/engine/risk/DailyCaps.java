package org.gradus.engine.risk;

import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.domain.Rounding;
import org.gradus.engine.state.StateVisitor;
import org.gradus.engine.state.Stateful;

/// Entries and loss of the UTC day. A loss that reaches its cap pauses entries until the next day, even if it is won
/// back. The loss is measured against equity at 00:00 and the day's deposits and withdrawals; on the first day against
/// equity at the start. Owned by the decision stage.
public final class DailyCaps implements Stateful {
    private static final long DAY_NS = 86_400_000_000_000L;

    private final int entryLimit;
    private final long lossLimit;
    private boolean started;
    private long nextDayNs;
    /// Equity at the day's start, moved by cash flows.
    private long base;
    private int entries;
    private boolean paused;
    private long pausedLoss;

    /// @param entryLimit entries that may be submitted in a day
    /// @param lossLimit  loss that pauses, as a ratio
    public DailyCaps(int entryLimit, long lossLimit) {
        this.entryLimit = entryLimit;
        this.lossLimit = lossLimit;
    }

    /// Time passing; the first call of a day begins it.
    ///
    /// @return true at the moment the day's loss reaches its cap
    public boolean onTime(long nowNs, long equity) {
        if (!started || nowNs >= nextDayNs) {
            beginDay(nowNs, equity);
            return false;
        }
        return onEquity(equity);
    }

    /// A new mark.
    ///
    /// @return true at the moment the day's loss reaches its cap
    public boolean onEquity(long equity) {
        if (!started || paused || equity >= base || !breaches(equity)) {
            return false;
        }
        paused = true;
        pausedLoss = loss(equity);
        return true;
    }

    /// Whether the day's loss cannot reach its cap while equity stays at or above this.
    public boolean farFrom(long lowest) {
        return started && (paused || lowest >= base || !breaches(lowest));
    }

    /// Money came in (positive) or went out. The next mark already contains it.
    public void onCashFlow(long amount) {
        base = Math.addExact(base, amount);
    }

    public void onEntrySubmitted() {
        entries++;
    }

    public int entries() {
        return entries;
    }

    public int entryLimit() {
        return entryLimit;
    }

    public boolean paused() {
        return paused;
    }

    /// The loss that paused the day, or the present one where that is larger; a ratio ≥ 0, rounded up to 1e-8. It
    /// divides.
    public long loss(long equity) {
        long now = equity >= base ? 0 : Rounding.ratioUp(Capped.distance(base, equity), Math.max(base, 0));
        return Math.max(now, pausedLoss);
    }

    public long lossLimit() {
        return lossLimit;
    }

    /// False while there is no equity at the day's start to measure a loss by.
    public boolean measurable() {
        return started && base > 0;
    }

    @Override
    public void visitState(StateVisitor visitor) {
        started = visitor.visit(started);
        nextDayNs = visitor.visit(nextDayNs);
        base = visitor.visit(base);
        entries = visitor.visit(entries);
        paused = visitor.visit(paused);
        pausedLoss = visitor.visit(pausedLoss);
    }

    private void beginDay(long nowNs, long equity) {
        started = true;
        nextDayNs = (Math.floorDiv(nowNs, DAY_NS) + 1) * DAY_NS;
        base = equity;
        entries = 0;
        paused = false;
        pausedLoss = 0;
    }

    private boolean breaches(long equity) {
        return Rounding.productAtMost(base, lossLimit, Capped.distance(base, equity), FixedPoint.ONE);
    }
}
