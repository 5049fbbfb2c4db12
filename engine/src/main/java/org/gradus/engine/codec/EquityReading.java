package org.gradus.engine.codec;

/// The books at one moment on their way into a slot; mutable and reused by the decision stage. What the fields mean is
/// told by
/// `Decision.Equity`.
public final class EquityReading {
    public long equity;
    public long cash;
    public long exposure;
    public long peak;
    public long drawdown;
    public long low;
    public long realised;
    public long open;
    public long fees;
    public long truePeak;
}
