package org.gradus.engine.runtime;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// How the threads that talk to the venue come to their end.
class DutyThreadTest {
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch interrupted = new CountDownLatch(1);

    /// As a request that nobody answers.
    private boolean hang() {
        begun.countDown();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException wanted) {
            interrupted.countDown();
        }
        return true;
    }

    @Test
    void whoeverIsNotThroughInTimeIsInterruptedAndNotWaitedFor() throws InterruptedException {
        AtomicReference<@Nullable Throwable> fault = new AtomicReference<>();
        DutyThread thread = new DutyThread("hangs", this::hang, 1_000_000L, fault);
        thread.start();
        assertTrue(begun.await(60, TimeUnit.SECONDS));
        thread.await(Duration.ofMillis(1));
        assertTrue(interrupted.await(60, TimeUnit.SECONDS));
        assertNull(fault.get());
    }
}
