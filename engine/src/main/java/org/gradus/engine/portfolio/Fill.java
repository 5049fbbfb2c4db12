package org.gradus.engine.portfolio;

import org.gradus.engine.domain.Rounding;
import org.gradus.engine.domain.Side;

/// One execution as the venue reports it; mutable and reused by the decision stage, which decodes each report into it.
/// All numbers are scaled 1e-9.
public final class Fill {
    public long clientOrderId;
    public long executionIdHigh;
    public long executionIdLow;
    public int instrumentId;
    public Side side = Side.BUY;
    public long price;
    public long quantity;
    /// Filled of the order so far as the venue counts, this execution included; 0 when the venue does not say.
    public long cumulative;
    /// Never negative; in the bought or sold asset when `feeInBase`, else in the account's currency.
    public long fee;
    public boolean feeInBase;

    /// Price times quantity, without fees.
    public long notional() {
        return Rounding.money(price, quantity);
    }

    /// The fee in the account's currency; one in the asset counts at the fill's price.
    public long feeMoney() {
        return feeInBase ? Rounding.money(price, fee) : fee;
    }
}
