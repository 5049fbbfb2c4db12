package org.gradus.adapters.venue.exchange;

/// How long an order lives.
public enum TimeInForce implements Word {
    DAY,
    GTC,
    OPG,
    CLS,
    IOC,
    FOK;

    /// Whether it ends when it has met the market once.
    public boolean immediate() {
        return this == IOC || this == FOK;
    }

    /// Whether it takes part in one auction only.
    public boolean auction() {
        return this == OPG || this == CLS;
    }
}
