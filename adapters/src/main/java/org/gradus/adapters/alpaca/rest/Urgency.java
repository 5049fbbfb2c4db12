package org.gradus.adapters.alpaca.rest;

/// How much a request matters when the venue's budget of requests runs out, and how long it may wait for a place in it.
public enum Urgency {
    /// History: has all the time there is.
    HISTORY(false, 600),
    /// Reconciliation and what else is asked regularly.
    ROUTINE(false, 70),
    /// An entry that waits is an old entry.
    ENTRY(false, 1),
    /// Cancels, exits, and look-ups of orders whose fate is unknown: they may use the room kept for them.
    URGENT(true, 70);

    private static final long SECOND_NS = 1_000_000_000L;

    private final boolean reserved;
    private final long patienceNs;

    Urgency(boolean reserved, int patienceSeconds) {
        this.reserved = reserved;
        patienceNs = patienceSeconds * SECOND_NS;
    }

    boolean mayUseReserve() {
        return reserved;
    }

    long patienceNs() {
        return patienceNs;
    }
}
