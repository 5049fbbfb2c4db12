package org.gradus.bench;

/// Prices that wander within half a percent of 30,000, in cents: no guardrail is ever near.
final class PriceWalk {
    private static final long CENT = 10_000_000L;
    private static final long MIDDLE = 3_000_000L;
    private static final long WIDTH = 15_000L;

    private long cents = MIDDLE;
    private long random = 88172645463325252L;

    long next() {
        random ^= random << 13;
        random ^= random >>> 7;
        random ^= random << 17;
        cents += (random & 63) - 31 - (cents > MIDDLE + WIDTH ? 32 : 0) + (cents < MIDDLE - WIDTH ? 32 : 0);
        return last();
    }

    long last() {
        return cents * CENT;
    }
}
