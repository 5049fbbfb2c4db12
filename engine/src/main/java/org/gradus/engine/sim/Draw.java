package org.gradus.engine.sim;

/// What a draw decides: together with an index it numbers the draws of one order, so that no two of them share a
/// hash. New kinds go to the end, else recorded runs would draw differently.
enum Draw {
    ORDER_LATENCY,
    CANCEL_LATENCY,
    REPORT_LATENCY,
    REJECTION,
    PARTIAL_FILL,
    PARTIAL_SIZE,
    VENUE_ID_HIGH,
    VENUE_ID_LOW,
    EXECUTION_ID_HIGH,
    EXECUTION_ID_LOW,
    LOST,
    DOUBLED,
    DOUBLED_DELAY,
    LATE,
    LATE_DELAY,
    UNANSWERED,
    UNANSWERED_FATE;

    private static final int KIND_SHIFT = 56;
    private static final long INDEX_MASK = (1L << KIND_SHIFT) - 1;

    /// The number of the draw, for [StatelessRandom].
    long at(long index) {
        return (long) ordinal() << KIND_SHIFT | index & INDEX_MASK;
    }
}
