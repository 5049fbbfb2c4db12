package org.gradus.engine.codec;

import org.gradus.engine.domain.Timeframe;

/// A bar on its way into a slot; mutable and reused by its owner.
public final class BarFields {
    public int instrument;
    public Timeframe timeframe;
    public long startNs;
    public long endNs;
    public long open;
    public long high;
    public long low;
    public long close;
    public long volume;
    /// Prints in the bar, and bars of this instrument and timeframe seen so far; a feed's bar has neither.
    public int trades;
    public int barsSeen;
}
