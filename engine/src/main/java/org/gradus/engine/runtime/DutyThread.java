package org.gradus.engine.runtime;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// A thread with one duty that it does over and over, with a nap whenever there is nothing to do. What the duty throws
/// is kept for whoever looks after the engine.
final class DutyThread {
    private final Thread thread;
    private final Duty duty;
    private final long napNs;
    private final AtomicReference<@Nullable Throwable> fault;
    private volatile boolean closing;

    /// One piece of work.
    @FunctionalInterface
    interface Duty {
        /// @return false when there was nothing to do
        boolean work();
    }

    /// @param fault takes what the duty throws; the first is kept
    DutyThread(String name, Duty duty, long napNs, AtomicReference<@Nullable Throwable> fault) {
        this.duty = duty;
        this.napNs = napNs;
        this.fault = fault;
        thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            while (!closing) {
                if (!duty.work()) {
                    LockSupport.parkNanos(this, napNs);
                }
            }
        } catch (Throwable thrown) {
            fault.compareAndSet(null, thrown);
        }
    }

    /// There may be something to do.
    void wake() {
        LockSupport.unpark(thread);
    }

    /// Lets the duty finish what it is at.
    void ask() {
        closing = true;
        wake();
    }

    /// Waits for that, but not for long: a venue may not answer. Who is not through by then is interrupted and left.
    void await(Duration longest) {
        ask();
        try {
            if (!thread.join(longest)) {
                thread.interrupt();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
