package org.gradus.adapters.wire;

import java.util.ArrayList;
import java.util.List;

/// Time that passes only by being waited for.
public final class HandPace implements Pace {
    private final List<Long> pausesNs = new ArrayList<>();
    private long nowNs = 5_000_000_000L;
    private double draw = 0.5;

    public synchronized List<Long> pausesNs() {
        return List.copyOf(pausesNs);
    }

    public synchronized void pass(long ns) {
        nowNs += ns;
    }

    public synchronized void draws(double next) {
        draw = next;
    }

    @Override
    public synchronized long nowNs() {
        return nowNs;
    }

    @Override
    public synchronized long epochMs() {
        return 1_795_000_000_000L + nowNs / 1_000_000;
    }

    @Override
    public synchronized void pause(long ns) {
        pausesNs.add(ns);
        nowNs += ns;
    }

    @Override
    public synchronized double draw() {
        return draw;
    }
}
