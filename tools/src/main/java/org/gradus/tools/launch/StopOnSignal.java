package org.gradus.tools.launch;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Turns SIGINT and SIGTERM into an orderly stop: the machine is held until the run has written its last seal and
/// closed its journal, and then ends with the run's own exit code.
final class StopOnSignal implements AutoCloseable {
    private static final long PATIENCE_S = 30;

    private final Thread hook = new Thread(this::stopAndWait, "gradus-stop");
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile int exitCode = Gradus.FAILED;
    private Runnable stop = () -> { };
    private boolean signalled;

    StopOnSignal() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /// @param asks asks the run to stop; called from another thread
    synchronized void stops(Runnable asks) {
        stop = asks;
        if (signalled) {
            asks.run();
        }
    }

    private synchronized void ask() {
        signalled = true;
        stop.run();
    }

    /// The run has ended; what the process shall end with.
    void exitCode(int code) {
        exitCode = code;
    }

    private void stopAndWait() {
        ask();
        try {
            if (!ended.await(PATIENCE_S, TimeUnit.SECONDS)) {
                System.err.println("gradus: the run did not stop within " + PATIENCE_S + " s and is killed");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        System.out.flush();
        System.err.flush();
        // The exit code of a process that a signal ends is the signal's; only a halt gives it ours.
        Runtime.getRuntime().halt(exitCode);
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
