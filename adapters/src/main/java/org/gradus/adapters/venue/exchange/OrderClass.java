package org.gradus.adapters.venue.exchange;

/// Whether an order stands alone or brings exits with it.
public enum OrderClass implements Word {
    SIMPLE,
    BRACKET,
    OCO,
    OTO
}
