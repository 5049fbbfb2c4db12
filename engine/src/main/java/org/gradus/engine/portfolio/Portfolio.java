package org.gradus.engine.portfolio;

import static org.gradus.engine.domain.FixedPoint.ONE;

import java.util.Arrays;
import org.gradus.engine.domain.Invariant;
import org.gradus.engine.domain.Rounding;
import org.gradus.engine.domain.Side;
import org.gradus.engine.state.StateVisitor;
import org.gradus.engine.state.Stateful;

/// Cash, positions and equity. Every strategy has its own sub-position in each instrument, and so has the supervisor,
/// who holds what no strategy bought; the figures of an instrument are the sums of its sub-positions and are never
/// computed apart. Owned by the decision stage.
///
/// After every change, to the last unit: realised + open − fees = equity − starting equity − cash flows.
///
/// An instrument without a mark yet is valued at the average price it started with, else at its first fill.
public final class Portfolio implements Stateful {
    /// The strategy id of what belongs to no strategy.
    public static final int SUPERVISOR = -1;

    private final int strategies;
    private final int instruments;
    /// By holder (the supervisor first), then by instrument.
    private final Position[] held;
    private final Position[] sums;
    private final long[] marks;
    private final long[] values;
    private final FillSplit split = new FillSplit(this);

    private long cash;
    private long cashFlows;
    private long startingEquity;
    // Derived from the above; totals over all instruments.
    private long value;
    private long exposure;
    private long costBasis;
    private long realised;
    private long fees;

    public Portfolio(int strategies, int instruments, long cash) {
        this.strategies = strategies;
        this.instruments = instruments;
        this.held = positions((strategies + 1) * instruments);
        this.sums = positions(instruments);
        this.marks = new long[instruments];
        this.values = new long[instruments];
        this.cash = cash;
        this.startingEquity = cash;
    }

    /// A position from before the first event. It belongs to the supervisor and enters the starting equity at what it
    /// cost, which is also its value until the first mark.
    public void start(int instrumentId, long quantity, long averagePrice) {
        Invariant.hold(sums[instrumentId].flat(), "a starting position is given once", instrumentId);
        Invariant.hold(averagePrice > 0, "a starting position has an average price", averagePrice);
        Position position = position(SUPERVISOR, instrumentId);
        position.trade(quantity, Rounding.money(averagePrice, quantity));
        startingEquity = Math.addExact(startingEquity, position.costBasis());
        marks[instrumentId] = averagePrice;
        settle(instrumentId);
    }

    /// A fill of an order of one strategy, or of the supervisor.
    public void applyFill(int strategyId, Fill fill) {
        apply(strategyId, fill, fill.quantity, fill.fee, fill.notional());
    }

    /// Starts to split the fill of a sell that covers all holders, such as the one stop of an instrument at the venue.
    /// The cursor is the portfolio's own and lasts until the next call; [#applyShare] books where it stands.
    public FillSplit allocateSell(Fill fill) {
        Invariant.hold(fill.side == Side.SELL, "only a sell is shared");
        split.begin(fill);
        return split;
    }

    public void applyShare(FillSplit share) {
        apply(share.strategyId(), share.fill(), share.quantity(), share.fee(), share.notional());
    }

    /// A deposit, or a withdrawal when negative.
    public void cashFlow(long amount) {
        cash = Math.addExact(cash, amount);
        cashFlows = Math.addExact(cashFlows, amount);
    }

    /// Multiplies the quantity by a ratio, scaled 1e-9, rounded down to whole units over all holders together, at
    /// unchanged cost, and adds the cash as realised profit. The mark moves against the ratio, so that equity does not
    /// jump until the next print.
    public void corporateAction(int instrumentId, long ratio, long cashPaid) {
        Invariant.hold(ratio >= 0, "a corporate action has no negative ratio", ratio);
        restate(instrumentId, ratio, cashPaid);
        cash = Math.addExact(cash, cashPaid);
        if (ratio > 0) {
            marks[instrumentId] = Rounding.perNewUnit(marks[instrumentId], ratio);
        }
        settle(instrumentId);
    }

    /// An accepted difference to the venue's books: quantity comes or goes at its mark, and that worth counts as a cash
    /// flow.
    ///
    /// @return the worth
    public long adjust(int strategyId, int instrumentId, long quantityDelta) {
        long worth = Rounding.money(marks[instrumentId], quantityDelta);
        position(strategyId, instrumentId).trade(quantityDelta, worth);
        cashFlows = Math.addExact(cashFlows, worth);
        settle(instrumentId);
        return worth;
    }

    /// Values an instrument at a new price, in constant time and without a division while nothing is held.
    public void mark(int instrumentId, long price) {
        Invariant.hold(price > 0, "a mark is positive", price);
        marks[instrumentId] = price;
        long quantity = sums[instrumentId].quantity();
        if (quantity != 0) {
            revalue(instrumentId, Rounding.money(price, quantity));
        }
    }

    /// The price the instrument is valued at; 0 when there was neither a mark nor a fill nor a starting position.
    public long mark(int instrumentId) {
        return marks[instrumentId];
    }

    /// All holders together.
    public Position position(int instrumentId) {
        return sums[instrumentId];
    }

    /// One strategy's sub-position, or the supervisor's.
    public Position position(int strategyId, int instrumentId) {
        return held[(strategyId + 1) * instruments + instrumentId];
    }

    /// Quantity at mark, signed.
    public long value(int instrumentId) {
        return values[instrumentId];
    }

    /// A sub-position at mark, signed; these are rounded one by one, so they need not add up to the instrument's value.
    public long value(int strategyId, int instrumentId) {
        return Rounding.money(marks[instrumentId], position(strategyId, instrumentId).quantity());
    }

    public long cash() {
        return cash;
    }

    /// Cash + Σ quantity × mark.
    public long equity() {
        return Math.addExact(cash, value);
    }

    /// Cash and the cost of the starting positions, before the first event.
    public long startingEquity() {
        return startingEquity;
    }

    /// Deposits less withdrawals, accepted differences among them.
    public long cashFlows() {
        return cashFlows;
    }

    /// Σ |quantity| × mark.
    public long exposure() {
        return exposure;
    }

    /// Profit not yet realised: Σ quantity × mark − cost.
    public long openProfit() {
        return value - costBasis;
    }

    /// Fees not taken off; cash of corporate actions is in it.
    public long realised() {
        return realised;
    }

    public long fees() {
        return fees;
    }

    int strategies() {
        return strategies;
    }

    @Override
    public void visitState(StateVisitor visitor) {
        for (Position position : held) {
            position.visitState(visitor);
        }
        visitor.visit(marks);
        cash = visitor.visit(cash);
        cashFlows = visitor.visit(cashFlows);
        startingEquity = visitor.visit(startingEquity);
        deriveAnew();
    }

    /// Books a fill, or one holder's share of it. A fee in the asset is taken out of the quantity and, at the fill's
    /// price, out of the cost, so that it shows once: as a fee.
    private void apply(int strategyId, Fill fill, long quantity, long fee, long notional) {
        Invariant.hold(fill.price > 0 && quantity > 0, "a fill has a price and a quantity", fill.price, quantity);
        Invariant.hold(fee >= 0, "a fee is not negative", fee);
        int sign = fill.side.sign();
        long feeMoney = fill.feeInBase ? Rounding.money(fill.price, fee) : fee;
        long feeInBase = fill.feeInBase ? fee : 0;
        long amount = sign * notional - (fill.feeInBase ? feeMoney : 0);
        Position position = position(strategyId, fill.instrumentId);
        position.trade(sign * quantity - feeInBase, amount);
        position.charge(feeMoney);
        cash = Math.subtractExact(cash, Math.addExact(amount, feeMoney));
        if (marks[fill.instrumentId] == 0) {
            marks[fill.instrumentId] = fill.price;
        }
        settle(fill.instrumentId);
    }

    private void settle(int instrumentId) {
        sumUp(instrumentId);
        Invariant.hold(realised + openProfit() - fees == equity() - startingEquity - cashFlows,
            "realised + open - fees equals equity less starting equity and cash flows", equity(), realised);
    }

    /// Sums the holders of an instrument anew and carries what changed into the totals.
    private void sumUp(int instrumentId) {
        Position sum = sums[instrumentId];
        long oldCost = sum.costBasis();
        long oldRealised = sum.realised();
        long oldFees = sum.fees();
        sum.clear();
        for (int i = instrumentId; i < held.length; i += instruments) {
            sum.add(held[i]);
        }
        costBasis = Math.addExact(costBasis, sum.costBasis() - oldCost);
        realised = Math.addExact(realised, sum.realised() - oldRealised);
        fees = Math.addExact(fees, sum.fees() - oldFees);
        revalue(instrumentId, Rounding.money(marks[instrumentId], sum.quantity()));
    }

    /// Each holder takes its part of the running sum, strategies first: so the parts add up to the unit.
    private void restate(int instrumentId, long ratio, long cashPaid) {
        long whole = heldAbsolute(instrumentId);
        if (whole == 0) {
            position(SUPERVISOR, instrumentId).restate(0, cashPaid);
            return;
        }
        long seen = 0;
        long seenAbsolute = 0;
        long restated = 0;
        long paid = 0;
        for (int i = 1; i <= strategies + 1; i++) {
            Position position = held[i % (strategies + 1) * instruments + instrumentId];
            seen += position.quantity();
            seenAbsolute += Math.abs(position.quantity());
            long restatedUpTo = Long.signum(seen) * Rounding.fraction(Math.abs(seen), ratio);
            long paidUpTo = Rounding.share(cashPaid, seenAbsolute, whole);
            position.restate(restatedUpTo - restated, paidUpTo - paid);
            restated = restatedUpTo;
            paid = paidUpTo;
        }
    }

    private long heldAbsolute(int instrumentId) {
        long whole = 0;
        for (int i = instrumentId; i < held.length; i += instruments) {
            whole = Math.addExact(whole, Math.abs(held[i].quantity()));
        }
        return whole;
    }

    private void revalue(int instrumentId, long now) {
        long before = values[instrumentId];
        values[instrumentId] = now;
        value = Math.addExact(value, Math.subtractExact(now, before));
        exposure = Math.addExact(exposure, Math.abs(now) - Math.abs(before));
    }

    private void deriveAnew() {
        value = 0;
        exposure = 0;
        costBasis = 0;
        realised = 0;
        fees = 0;
        Arrays.fill(values, 0);
        for (Position sum : sums) {
            sum.clear();
        }
        for (int i = 0; i < instruments; i++) {
            sumUp(i);
        }
    }

    private static Position[] positions(int count) {
        Position[] positions = new Position[count];
        for (int i = 0; i < count; i++) {
            positions[i] = new Position();
        }
        return positions;
    }
}
