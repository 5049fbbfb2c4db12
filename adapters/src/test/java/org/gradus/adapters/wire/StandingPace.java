package org.gradus.adapters.wire;

import java.util.concurrent.TimeUnit;

/// A clock that stands until it is moved, so that no machine is too slow for a silence; pauses are real.
public final class StandingPace implements Pace {
    private static final long PATIENCE_MS = 20_000;
    /// More than a message and a connection take, so that one of them was a whole look at the silence.
    private static final int LOOKS = 4;

    private final Pace real = Pace.system();
    private long nowNs = 5_000_000_000L;
    private long readings;

    public synchronized void pass(long ns) {
        nowNs += ns;
    }

    /// Waits until whoever listens for a silence has looked at this clock again. He does so between two messages only:
    /// what was heard before is done with then.
    public synchronized void awaitLook() throws InterruptedException {
        long enough = readings + LOOKS;
        long untilNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MS);
        while (readings < enough) {
            long leftMs = TimeUnit.NANOSECONDS.toMillis(untilNs - System.nanoTime());
            if (leftMs <= 0) {
                throw new AssertionError("nobody looks at the clock");
            }
            wait(leftMs);
        }
    }

    @Override
    public synchronized long nowNs() {
        readings++;
        notifyAll();
        return nowNs;
    }

    @Override
    public long epochMs() {
        return real.epochMs();
    }

    @Override
    public void pause(long ns) {
        real.pause(ns);
    }

    @Override
    public double draw() {
        return real.draw();
    }
}
