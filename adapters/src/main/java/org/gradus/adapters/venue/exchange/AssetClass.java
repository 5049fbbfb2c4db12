package org.gradus.adapters.venue.exchange;

/// What kind of thing is traded.
public enum AssetClass implements Word {
    US_EQUITY,
    CRYPTO
}
