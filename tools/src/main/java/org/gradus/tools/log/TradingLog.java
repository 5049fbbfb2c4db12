package org.gradus.tools.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.gradus.engine.journal.CheckedReader;
import org.jspecify.annotations.Nullable;

/// Keeps `trading_logs.md` while an engine runs: a thread of its own follows the journal with a reader of its own and
/// naps in between. A fault here, such as a full disk, ends the log and never the engine; the next start goes on where
/// it stopped.
public final class TradingLog implements AutoCloseable {
    private static final long NAP_NS = 200_000_000L;

    private final LogTail tail;
    private final Thread thread;
    private volatile boolean closing;
    private volatile @Nullable Throwable fault;

    private TradingLog(LogTail tail) {
        this.tail = tail;
        thread = new Thread(this::follow, "trading-log");
        thread.setDaemon(true);
    }

    /// Starts to follow a journal that exists.
    ///
    /// @param begins true when the journal held no record before this start of the engine
    /// @param messages of what strategies throw in this process
    /// @param headlines gets a line for each new entry that whoever watches the run should see
    /// @throws IllegalArgumentException when another engine writes the same log
    public static TradingLog follow(Path journalDirectory, Path log, boolean begins, ThrownMessages messages,
            Consumer<String> headlines) {
        CheckedReader reader = new CheckedReader(journalDirectory);
        try {
            LogTail tail = new LogTail(reader, log, begins, journalDirectory.resolveSibling("").toString(), messages);
            tail.headlines(headlines);
            TradingLog started = new TradingLog(tail);
            started.thread.start();
            return started;
        } catch (IOException refused) {
            reader.close();
            throw new UncheckedIOException("cannot write " + log + ": " + refused.getMessage(), refused);
        } catch (IllegalArgumentException taken) {
            reader.close();
            throw taken;
        }
    }

    private void follow() {
        try (tail) {
            while (!closing) {
                tail.catchUp();
                LockSupport.parkNanos(NAP_NS);
            }
        } catch (IOException | RuntimeException stopped) {
            fault = stopped;
        }
    }

    /// Writes what the journal holds by now and ends.
    ///
    /// @return what ended the log before its time, if anything did
    public Optional<Throwable> finish() {
        closing = true;
        LockSupport.unpark(thread);
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return Optional.ofNullable(fault);
    }

    @Override
    public void close() {
        finish();
    }
}
