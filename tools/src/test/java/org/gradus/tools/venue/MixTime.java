package org.gradus.tools.venue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/// Real time for engine and venue of one mix, moved on by the thread that drives them. A machine busy with other
/// things makes a run longer, and changes little in it. Never faster than the world's.
final class MixTime implements LongSupplier {
    private static final long TICK_NS = 1_000_000L;
    /// Waits for a core as long as the threads of the connections do.
    private static final Executor ANOTHER = Executors.newSingleThreadExecutor(
        Thread.ofPlatform().daemon().name("another").factory());
    private static final long START_NS = 1_704_672_000L * MixTape.SECOND_NS;

    private final AtomicLong nowNs = new AtomicLong(START_NS);

    @Override
    public long getAsLong() {
        return nowNs.get();
    }

    /// Waits for a tick, and lets the mix have it.
    void tick() {
        tick(TICK_NS);
    }

    /// Waits for a tick and until another thread has had its turn, and lets the mix have only so much of it.
    void tick(long passedNs) {
        long untilNs = System.nanoTime() + TICK_NS;
        CompletableFuture.runAsync(() -> { }, ANOTHER).join();
        for (long leftNs = TICK_NS; leftNs > 0; leftNs = untilNs - System.nanoTime()) {
            LockSupport.parkNanos(leftNs);
        }
        nowNs.addAndGet(passedNs);
    }

    long sinceStartMs() {
        return (nowNs.get() - START_NS) / TICK_NS;
    }
}
