package org.gradus.engine.sim;

/// A bar that a feed delivers at its end. Mutable and reused by [SimulatedMarket].
final class FeedBar {
    long startNs;
    long endNs;
    long open;
    long high;
    long low;
    long close;
    long volume;
}
