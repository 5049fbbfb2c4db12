package org.gradus.adapters.checks;

/// When two sources of prices disagree.
///
/// @param bound   so far apart two prices may be, as a ratio of the smaller, scaled 1e-9
/// @param waitNs  a disagreement, or its end, has to last longer than this to count
/// @param freshNs an older price says nothing
public record FeedRules(long bound, long waitNs, long freshNs) {
}
