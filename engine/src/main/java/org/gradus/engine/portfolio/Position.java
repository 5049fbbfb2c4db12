package org.gradus.engine.portfolio;

import static org.gradus.engine.domain.FixedPoint.ONE;

import org.gradus.engine.domain.Rounding;
import org.gradus.engine.state.StateVisitor;
import org.gradus.engine.state.Stateful;

/// What is held of one instrument, by one strategy or by all, and what came of it. Owned by its [Portfolio], changed by
/// the decision stage only. A short position has a negative quantity and a negative cost.
public final class Position implements Stateful {
    private long quantity;
    private long costBasis;
    private long realised;
    private long fees;

    Position() {
    }

    public long quantity() {
        return quantity;
    }

    /// What was paid for the quantity held, fees apart.
    public long costBasis() {
        return costBasis;
    }

    /// Profit of what was closed, fees not taken off.
    public long realised() {
        return realised;
    }

    public long fees() {
        return fees;
    }

    public boolean flat() {
        return quantity == 0;
    }

    /// Cost ÷ quantity, half-even; 0 when flat. It is for showing: the books never compute with it.
    public long averagePrice() {
        return quantity == 0 ? 0 : Rounding.share(costBasis, ONE, quantity);
    }

    /// Takes `delta` in for the signed `amount` paid. What adds to the position adds its amount to the cost; what takes
    /// from it realises the amount against its share of the cost; what goes through zero does first the one, then the
    /// other.
    void trade(long delta, long amount) {
        long after = Math.addExact(quantity, delta);
        if (delta == 0 || quantity == 0 || quantity > 0 == delta > 0) {
            costBasis = Math.addExact(costBasis, amount);
        } else if (after == 0 || after > 0 == quantity > 0) {
            close(after == 0 ? costBasis : Rounding.share(costBasis, -delta, quantity), amount);
        } else {
            long closing = Rounding.share(amount, -quantity, delta);
            close(costBasis, closing);
            costBasis = amount - closing;
        }
        quantity = after;
    }

    /// A corporate action: another quantity at the same cost. When nothing is left the cost is lost.
    void restate(long newQuantity, long cash) {
        long lost = newQuantity == 0 ? costBasis : 0;
        realised = Math.addExact(realised, Math.subtractExact(cash, lost));
        costBasis -= lost;
        quantity = newQuantity;
    }

    void charge(long fee) {
        fees = Math.addExact(fees, fee);
    }

    void add(Position other) {
        quantity = Math.addExact(quantity, other.quantity);
        costBasis = Math.addExact(costBasis, other.costBasis);
        realised = Math.addExact(realised, other.realised);
        fees = Math.addExact(fees, other.fees);
    }

    void clear() {
        quantity = 0;
        costBasis = 0;
        realised = 0;
        fees = 0;
    }

    @Override
    public void visitState(StateVisitor visitor) {
        quantity = visitor.visit(quantity);
        costBasis = visitor.visit(costBasis);
        realised = visitor.visit(realised);
        fees = visitor.visit(fees);
    }

    private void close(long costPart, long amount) {
        realised = Math.subtractExact(realised, Math.addExact(amount, costPart));
        costBasis = Math.subtractExact(costBasis, costPart);
    }
}
