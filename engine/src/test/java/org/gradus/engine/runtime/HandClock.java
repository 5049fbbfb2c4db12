package org.gradus.engine.runtime;

import org.gradus.engine.ingress.EngineClock;

/// A clock that a test moves.
final class HandClock implements EngineClock {
    private volatile long nowNs;

    HandClock(long nowNs) {
        this.nowNs = nowNs;
    }

    void pass(long ns) {
        nowNs += ns;
    }

    @Override
    public long nowNs() {
        return nowNs;
    }
}
