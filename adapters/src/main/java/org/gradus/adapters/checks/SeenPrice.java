package org.gradus.adapters.checks;

/// What a source last said of an instrument.
///
/// @param price  scaled by 1e-9, above zero
/// @param timeNs since 1970, by the source's clock
public record SeenPrice(long price, long timeNs) {
}
