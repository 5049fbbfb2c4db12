package org.gradus.tools.venue;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waits for something in another process to be so.
final class Waiting {
    private static final long MOST_NS = TimeUnit.SECONDS.toNanos(180);
    private static final long LOOK_NS = TimeUnit.MILLISECONDS.toNanos(20);

    private Waiting() {
    }

    static void until(String what, BooleanSupplier so) {
        long untilNs = System.nanoTime() + MOST_NS;
        while (!so.getAsBoolean()) {
            if (System.nanoTime() - untilNs > 0) {
                throw new IllegalStateException("it takes too long until " + what);
            }
            LockSupport.parkNanos(LOOK_NS);
        }
    }

    static void untilNs(long realNs) {
        until("time has passed", () -> System.nanoTime() - realNs >= 0);
    }
}
