package org.gradus.engine.codec;

import org.gradus.engine.domain.Side;

/// A fill on its way into a slot; mutable and reused by whoever reports fills.
public final class FillReport {
    public long clientOrderId;
    public long executionIdHigh;
    public long executionIdLow;
    public int instrument;
    public Side side;
    public long price;
    public long quantity;
    /// Filled so far, this fill included.
    public long cumulative;
    public long fee;
    /// True when the fee was taken in the bought asset.
    public boolean feeInBase;
}
