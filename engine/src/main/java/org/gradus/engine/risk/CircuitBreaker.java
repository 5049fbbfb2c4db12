package org.gradus.engine.risk;

import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.domain.Rounding;
import org.gradus.engine.state.StateVisitor;
import org.gradus.engine.state.Stateful;

/// Follows equity at every mark and trips when it has fallen by the limit from its peak; then it stays latched until a
/// person reviews it. Deposits and withdrawals move the peak, so they are neither gain nor loss. Owned by the decision
/// stage; a mark costs two multiplications.
public final class CircuitBreaker implements Stateful {
    private final long limit;
    private long peak;
    private long truePeak;
    private long equity;
    private long low = Long.MAX_VALUE;
    private boolean latched;
    private long trippedDrawdown;

    /// @param limit the fall that trips, as a positive ratio
    public CircuitBreaker(long limit) {
        this.limit = limit;
    }

    /// The peak known before the first mark.
    public void start(long peakBefore) {
        peak = peakBefore;
        truePeak = peakBefore;
        equity = peakBefore;
    }

    /// A new mark.
    ///
    /// @return true at the moment the breaker trips
    public boolean onEquity(long marked) {
        equity = marked;
        low = Math.min(low, marked);
        if (marked >= peak) {
            peak = marked;
            truePeak = Math.max(truePeak, marked);
            return false;
        }
        if (latched || !breaches(marked)) {
            return false;
        }
        latched = true;
        trippedDrawdown = drawdown(marked);
        return true;
    }

    /// Money came in (positive) or went out. The next mark already contains it.
    public void onCashFlow(long amount) {
        peak = Math.addExact(peak, amount);
        truePeak = Math.addExact(truePeak, amount);
    }

    /// A person has looked at the losses: trading goes on, measured from here. The true peak stays for the reports.
    public void review(long equityNow) {
        latched = false;
        trippedDrawdown = 0;
        peak = equityNow;
        truePeak = Math.max(truePeak, equityNow);
    }

    /// Takes over what a journal says: a trip under other limits stands until it is reviewed, and one that was not
    /// recorded did not happen.
    public void restoreTrip(boolean tripped) {
        latched = tripped;
        trippedDrawdown = tripped ? Math.min(drawdown(equity), -limit) : 0;
    }

    /// Whether equity stands at or below the peak less the limit; exact.
    public boolean breaches(long equityNow) {
        if (peak <= 0) {
            return equityNow < peak;
        }
        return Rounding.productAtMost(equityNow, FixedPoint.ONE, peak, FixedPoint.ONE - limit);
    }

    /// Whether it cannot trip while equity stays between the two, in whatever order it gets there.
    public boolean farFrom(long lowest, long highest) {
        return latched || lowest > 0 && !Rounding.productAtMost(lowest, FixedPoint.ONE, Math.max(peak, highest),
            FixedPoint.ONE - limit);
    }

    /// Equity against the peak as a ratio, zero or negative, rounded down to 1e-8. It divides: for records and checks
    /// only.
    public long drawdown(long equityNow) {
        if (equityNow >= peak) {
            return 0;
        }
        return peak <= 0 ? -FixedPoint.ONE : Rounding.ratioDown(equityNow - peak, peak);
    }

    /// The lowest mark since this was last asked; the present one when there was none since.
    public long takeLow() {
        long taken = low == Long.MAX_VALUE ? equity : low;
        low = Long.MAX_VALUE;
        return taken;
    }

    public boolean latched() {
        return latched;
    }

    /// The drawdown that tripped the breaker; 0 while it is not latched.
    public long trippedDrawdown() {
        return trippedDrawdown;
    }

    /// What the breaker measures from: the highest equity since the start or the last review, net of cash flows.
    public long peak() {
        return peak;
    }

    /// The highest equity since the start, net of cash flows.
    public long truePeak() {
        return truePeak;
    }

    @Override
    public void visitState(StateVisitor visitor) {
        peak = visitor.visit(peak);
        truePeak = visitor.visit(truePeak);
        equity = visitor.visit(equity);
        low = visitor.visit(low);
        latched = visitor.visit(latched);
        trippedDrawdown = visitor.visit(trippedDrawdown);
    }
}
