package org.gradus.engine.journal;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.core.time.SystemTimeProvider;
import net.openhft.chronicle.core.time.TimeProvider;
import net.openhft.chronicle.queue.ChronicleQueue;
import net.openhft.chronicle.queue.ExcerptAppender;
import net.openhft.chronicle.queue.RollCycles;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueue;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;
import net.openhft.chronicle.wire.DocumentContext;
import org.agrona.concurrent.UnsafeBuffer;
import org.gradus.engine.codec.EventSlot;

/// The journal in a Chronicle Queue: one document a record, one copy. Appended to by one thread at a time. Forcing goes
/// through our own channel on the queue's file, because the library's own sync does nothing without a native library we
/// leave out.
public final class ChronicleJournal implements Journal {
    /// Waiting time for a lock left behind; our own run lock guarantees that nobody alive holds it.
    static final int LOCK_TIMEOUT_MS = 1_000;

    private final SingleChronicleQueue queue;
    private final JournalFiles files;
    private final UnsafeBuffer target = new UnsafeBuffer(0, 0);
    private ExcerptAppender appender;
    private File forcedFile;
    private FileChannel forcedChannel;

    /// @param blockBytes how much of a file is mapped at a time; at least four times the largest record
    /// @throws JournalFault when the disk has no room
    public ChronicleJournal(Path directory, int blockBytes) {
        this(directory, blockBytes, System.err::println, SystemTimeProvider.INSTANCE);
    }

    /// @param warnings told once where no blocks can be reserved
    /// @param clock    names the daily files; no record's time comes from it
    ChronicleJournal(Path directory, int blockBytes, Consumer<String> warnings, TimeProvider clock) {
        if (Files.isDirectory(directory)) {
            JournalFolder.check(directory);
            JournalFolder.dropBegun(directory);
        }
        files = new JournalFiles(directory, blockBytes, warnings, clock);
        queue = builder(directory, blockBytes).timeProvider(files).build();
        files.open(queue);
    }

    static SingleChronicleQueueBuilder builder(Path directory, int blockBytes) {
        return SingleChronicleQueueBuilder.single(directory.toFile())
                .rollCycle(RollCycles.FAST_DAILY)
                .blockSize(blockBytes)
                .timeoutMS(LOCK_TIMEOUT_MS);
    }

    @Override
    public void append(EventSlot slot) {
        if (appender == null) {
            appender = queue.createAppender();
            // The starting thread writes `started`, then one consumer thread takes over: never two at a time.
            appender.singleThreadedCheckDisabled(true);
        }
        int length = slot.length();
        files.makeRoom(length);
        try (DocumentContext document = appender.writingDocument()) {
            Bytes<?> bytes = document.wire().bytes();
            long position = bytes.writePosition();
            bytes.ensureCapacity(position + length);
            target.wrap(bytes.addressForWrite(position), length);
            target.putBytes(0, slot.buffer(), 0, length);
            bytes.writeSkip(length);
            files.writtenTo(position + length);
        }
    }

    @Override
    public boolean nearlyFull() {
        return files.nearlyFull();
    }

    @Override
    public void force() {
        if (appender == null) {
            return;
        }
        try {
            File file = appender.currentFile();
            if (!file.equals(forcedFile)) {
                closeChannel();
                forcedChannel = FileChannel.open(file.toPath(), StandardOpenOption.WRITE);
                forcedFile = file;
            }
            forcedChannel.force(false);
        } catch (IOException refused) {
            throw new JournalFault("cannot force the journal to disk: " + refused.getMessage(), refused);
        }
    }

    private void closeChannel() throws IOException {
        if (forcedChannel != null) {
            forcedChannel.close();
            forcedChannel = null;
        }
    }

    @Override
    public void close() {
        try {
            closeChannel();
        } catch (IOException refused) {
            throw new JournalFault("cannot close the journal: " + refused.getMessage(), refused);
        } finally {
            if (appender != null) {
                appender.close();
            }
            queue.close();
            files.close();
        }
    }

    ChronicleQueue queue() {
        return queue;
    }
}
