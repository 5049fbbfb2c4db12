package org.gradus.engine.runtime;

import com.lmax.disruptor.AlertException;
import com.lmax.disruptor.Sequence;
import com.lmax.disruptor.SequenceBarrier;
import com.lmax.disruptor.WaitStrategy;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// How a consumer waits where cores are few: hot at first, for an event that is a cache-line transfer away, then giving
/// its core to others, and after about a millisecond of nothing asleep until the publisher wakes it. An idle engine on
/// a small machine costs next to nothing. For one consumer thread.
final class BackoffWait implements WaitStrategy {
    /// About ten microseconds: longer than the other side takes over a handful of records.
    private static final int SPINS = 400;
    private static final int YIELDS = 2_000;
    /// The publisher looks for a sleeper without a fence and may miss one that is just lying down.
    private static final long LONGEST_SLEEP_NS = 1_000_000;
    /// On a single core nobody can answer while we spin.
    private static final boolean MAY_SPIN = Runtime.getRuntime().availableProcessors() > 1;

    private volatile @Nullable Thread sleeper;

    @Override
    public long waitFor(long sequence, Sequence cursor, Sequence dependent, SequenceBarrier barrier)
            throws AlertException {
        int tries = 0;
        long available = dependent.get();
        while (available < sequence) {
            barrier.checkAlert();
            if (tries < SPINS + YIELDS) {
                spinOrYield(tries++);
            } else {
                sleep(sequence, dependent);
            }
            available = dependent.get();
        }
        return available;
    }

    /// The next of several waits in a row, counted from 0, for something that must come soon.
    static void spinOrYield(int tries) {
        if (tries < SPINS && MAY_SPIN) {
            Thread.onSpinWait();
        } else {
            Thread.yield();
        }
    }

    private void sleep(long sequence, Sequence dependent) {
        sleeper = Thread.currentThread();
        if (dependent.get() < sequence) {
            LockSupport.parkNanos(LONGEST_SLEEP_NS);
        }
        sleeper = null;
    }

    @Override
    public void signalAllWhenBlocking() {
        Thread asleep = sleeper;
        if (asleep != null) {
            LockSupport.unpark(asleep);
        }
    }
}
