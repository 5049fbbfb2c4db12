package org.gradus.engine.sim;

/// Whoever keeps the orders that the market meets.
interface FillTaker {
    /// Fills what may be had, at most `available`, and tells how much that was.
    long fill(VenueOrder order, long price, long available, boolean rested, long nowNs);

    void cancel(VenueOrder order, long nowNs);

    void expire(VenueOrder order, long nowNs);
}
