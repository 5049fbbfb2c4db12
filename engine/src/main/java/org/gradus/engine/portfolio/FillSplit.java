package org.gradus.engine.portfolio;

import org.gradus.engine.domain.Rounding;

/// Splits the fill of a sell that covers all holders of an instrument: strategies in the order of their ids, each up to
/// its sub-position, then the supervisor, who also takes what nobody holds. Fee and notional go by quantity; each
/// holder takes its part of the running sum, so that the last one takes the rest and the parts add up to the unit.
///
/// One cursor per [Portfolio], for the decision stage: read it between [#next] calls, booking each share on the way.
public final class FillSplit {
    private final Portfolio portfolio;

    private Fill fill = new Fill();
    private long notionalOfAll;
    private int next;
    private long quantitySeen;
    private long feeSeen;
    private long notionalSeen;

    private int strategyId;
    private long quantity;
    private long fee;
    private long notional;

    FillSplit(Portfolio portfolio) {
        this.portfolio = portfolio;
    }

    void begin(Fill sell) {
        fill = sell;
        notionalOfAll = sell.notional();
        next = 0;
        quantitySeen = 0;
        feeSeen = 0;
        notionalSeen = 0;
    }

    /// Moves to the next holder with a share; false when the whole fill has been given out.
    public boolean next() {
        while (quantitySeen < fill.quantity && next < portfolio.strategies()) {
            strategyId = next++;
            long held = portfolio.position(strategyId, fill.instrumentId).quantity();
            if (held > 0) {
                take(Math.min(held, fill.quantity - quantitySeen));
                return true;
            }
        }
        if (quantitySeen == fill.quantity) {
            return false;
        }
        strategyId = Portfolio.SUPERVISOR;
        take(fill.quantity - quantitySeen);
        return true;
    }

    public int strategyId() {
        return strategyId;
    }

    public long quantity() {
        return quantity;
    }

    /// In the unit of the fill's fee.
    public long fee() {
        return fee;
    }

    /// This share's part of the fill's notional; it may differ by a unit from price times quantity.
    public long notional() {
        return notional;
    }

    Fill fill() {
        return fill;
    }

    private void take(long share) {
        quantity = share;
        quantitySeen += share;
        long feeUpTo = Rounding.share(fill.fee, quantitySeen, fill.quantity);
        long notionalUpTo = Rounding.share(notionalOfAll, quantitySeen, fill.quantity);
        fee = feeUpTo - feeSeen;
        notional = notionalUpTo - notionalSeen;
        feeSeen = feeUpTo;
        notionalSeen = notionalUpTo;
    }
}
