package org.gradus.engine.core;

/// How far the venue's books may be from ours before that is a difference: venues round, and fees leave dust.
///
/// @param cash scaled 1e-9
/// @param lots of an instrument's quantity
public record Tolerance(long cash, int lots) {
    /// A market of our own books as we do.
    public static final Tolerance NONE = new Tolerance(0, 0);

    /// What of this difference counts.
    long ofCash(long difference) {
        return Math.abs(difference) <= cash ? 0 : difference;
    }

    long ofQuantity(long difference, long lot) {
        return Math.abs(difference) <= lots * lot ? 0 : difference;
    }
}
