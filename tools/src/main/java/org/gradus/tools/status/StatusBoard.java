package org.gradus.tools.status;

import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.gradus.engine.journal.CheckedReader;

/// Keeps the run folder's status file up to date from the journal, in a thread of its own beside the engine: the stages
/// know nothing of it. It shows only what is written down.
public final class StatusBoard implements AutoCloseable {
    private static final long NAP_NS = 500_000_000L;

    private final Path journal;
    private final StatusFile file;
    private final StatusFold fold = new StatusFold();
    private final Thread thread = new Thread(this::run, "gradus-status");
    private volatile boolean closed;

    /// @param journal must exist
    public StatusBoard(Path journal, Path home) {
        this.journal = journal;
        file = new StatusFile(home);
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /// A status that cannot be written is no reason to stop trading: it is told once.
    private void run() {
        try (CheckedReader reader = new CheckedReader(journal)) {
            while (!closed) {
                refresh(reader);
                LockSupport.parkNanos(NAP_NS);
            }
            refresh(reader);
        } catch (RuntimeException failed) {
            System.err.println("warning: no status is written any more: " + failed.getMessage());
        }
    }

    private void refresh(CheckedReader reader) {
        fold.read(reader);
        file.write(fold.status());
    }

    /// Writes the last state down.
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
