package org.gradus.adapters.venue.stream;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// What shall happen after a while of real time, on one thread of its own. Usable from any thread.
public final class Timers implements AutoCloseable {
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("venue-timers").factory());

    public Future<?> after(long delay, TimeUnit unit, Runnable task) {
        try {
            return executor.schedule(task, delay, unit);
        } catch (RejectedExecutionException closed) {
            // The venue is going down, and with it whoever waited.
            return java.util.concurrent.CompletableFuture.completedFuture(null);
        }
    }

    public void every(long period, TimeUnit unit, Runnable task) {
        executor.scheduleAtFixedRate(task, period, period, unit);
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
