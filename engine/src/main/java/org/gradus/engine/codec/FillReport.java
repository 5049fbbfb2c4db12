package org.gradus.engine.codec;

import org.gradus.engine.domain.Side;

/// One execution as the venue reports it; mutable and reused by its owner. Numbers scaled 1e-9.
public final class FillReport {
    public long clientOrderId;
    public long executionIdHigh;
    public long executionIdLow;
    public int instrumentId;
    public Side side;
    public long price;
    public long quantity;
    /// Filled of the order so far, this execution included.
    public long cumulative;
    /// ≥ 0, in the base currency (the asset bought) or the quote currency.
    public long fee;
    public boolean feeInBase;
}
