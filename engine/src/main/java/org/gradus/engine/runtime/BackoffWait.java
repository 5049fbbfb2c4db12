package org.gradus.engine.runtime;

import com.lmax.disruptor.AlertException;
import com.lmax.disruptor.Sequence;
import com.lmax.disruptor.SequenceBarrier;
import com.lmax.disruptor.WaitStrategy;
import java.util.concurrent.locks.LockSupport;

/// Waits hot at first, for an answer that is a cache-line transfer away, then gives the core to others, and in the end
/// sleeps: an idle engine on a small machine costs next to nothing. For publisher and consumer alike; holds no state.
final class BackoffWait implements WaitStrategy {
    /// About ten microseconds: longer than the other side takes over a handful of records.
    private static final int SPINS = 400;
    private static final int YIELDS = 200;
    private static final long NAP_NS = 50_000;
    /// On a single core nobody can answer while we spin.
    private static final boolean MAY_SPIN = Runtime.getRuntime().availableProcessors() > 1;

    @Override
    public long waitFor(long sequence, Sequence cursor, Sequence dependent, SequenceBarrier barrier)
            throws AlertException {
        int tries = 0;
        long available = dependent.get();
        while (available < sequence) {
            barrier.checkAlert();
            idle(tries++);
            available = dependent.get();
        }
        return available;
    }

    /// The next of several waits in a row, counted from 0.
    static void idle(int tries) {
        if (tries < SPINS && MAY_SPIN) {
            Thread.onSpinWait();
        } else if (tries < SPINS + YIELDS) {
            Thread.yield();
        } else {
            LockSupport.parkNanos(NAP_NS);
        }
    }

    @Override
    public void signalAllWhenBlocking() {
        // Nobody blocks: the longest nap ends by itself.
    }
}
