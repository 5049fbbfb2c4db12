package org.gradus.tools.launch;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Turns SIGINT and SIGTERM into an orderly stop: the machine is held until the run has written its last seal and
/// closed its journal, and then ends with the run's own exit code. A strategy that calls `System.exit` has no such say:
/// its thread never comes back to be stopped, so the process ends as if it were killed, and names it.
final class StopOnSignal implements AutoCloseable {
    private static final long PATIENCE_S = 30;

    private final Thread hook = new Thread(this::stopAndWait, "gradus-stop");
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile int exitCode = Gradus.FAILED;
    private @Nullable Runnable stop;

    StopOnSignal() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /// From now on there is a run to wait for.
    ///
    /// @param asks asks the run to stop; called from another thread
    synchronized void stops(Runnable asks) {
        stop = asks;
    }

    /// @return false when nothing runs yet
    private synchronized boolean ask() {
        if (stop != null) {
            stop.run();
        }
        return stop != null;
    }

    /// The run has ended; what the process shall end with.
    void exitCode(int code) {
        exitCode = code;
    }

    private void stopAndWait() {
        Optional<StackTraceElement> exiting = ExitCall.find();
        if (exiting.isPresent()) {
            System.err.println("gradus: " + exiting.get() + " called System.exit: the run ends as if it were "
                    + "killed");
        } else if (ask()) {
            waitForTheRun();
        }
        System.out.flush();
        System.err.flush();
        // The exit code of a process that a signal ends is the signal's; only a halt gives it ours.
        Runtime.getRuntime().halt(exitCode);
    }

    private void waitForTheRun() {
        try {
            if (!ended.await(PATIENCE_S, TimeUnit.SECONDS)) {
                System.err.println("gradus: the run did not stop within " + PATIENCE_S + " s and is killed");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException stopping) {
            // The hook is at work, and waits for nothing any more.
            waitForEver();
        }
    }

    /// Leaves the end of the process to the hook; a return would race it to another exit code.
    private static void waitForEver() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
