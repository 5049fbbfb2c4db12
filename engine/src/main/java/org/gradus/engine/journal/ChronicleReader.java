package org.gradus.engine.journal;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.queue.ExcerptTailer;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueue;
import net.openhft.chronicle.wire.DocumentContext;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.gradus.engine.codec.RecordHeader;
import org.gradus.engine.codec.RecordSource;
import org.jspecify.annotations.Nullable;

/// Reads a journal record by record, from this or another process, while it is being written. Never writes to it. A
/// record is valid until the next call. Used by one thread.
public final class ChronicleReader implements RecordSource {
    private static final int BLOCK_BYTES = 64 << 20;
    /// For the head of a file that has just been begun; a damaged one never comes.
    private static final int HEAD_TIMEOUT_MS = 200;
    static final int LARGEST_RECORD = 4 << 20;

    private final Path directory;
    private final SingleChronicleQueue queue;
    private final ExcerptTailer tailer;
    private final UnsafeBuffer record = new UnsafeBuffer(0, 0);
    private DocumentContext document;
    /// Where the last record read ends in its file; 0 before the first.
    private long lastEnd;
    private long lastSequence;
    private @Nullable File lastFile;
    private long lastFileBytes;

    /// @throws JournalFault when there is no journal in the directory, or something else than one
    public ChronicleReader(Path directory) {
        this.directory = directory;
        JournalFolder.check(directory);
        try {
            queue = ChronicleJournal.builder(directory, BLOCK_BYTES).timeoutMS(HEAD_TIMEOUT_MS)
                .readOnly(true).build();
            tailer = queue.createTailer();
            tailer.singleThreadedCheckDisabled(true);
        } catch (RuntimeException | InternalError damaged) {
            throw new JournalFault("the journal " + directory
                + " cannot be opened: the head of one of its files, or of " + JournalFiles.TABLE + ", is damaged",
                damaged);
        }
    }

    @Override
    public boolean next() {
        release();
        try {
            document = tailer.readingDocument();
            if (!document.isPresent()) {
                release();
                return false;
            }
            take(document.wire().bytes());
            return true;
        } catch (RuntimeException | InternalError damaged) {
            throw damaged instanceof JournalFault fault ? fault : unreadable("it is no record", damaged);
        }
    }

    /// What is longer than any record, or than its file, must not be touched: it may not be mapped.
    private void take(Bytes<?> bytes) {
        long position = bytes.readPosition();
        long length = bytes.readRemaining();
        if (length < RecordHeader.SIZE || length > LARGEST_RECORD || position + length > fileBytes(position + length)) {
            throw unreadable("it claims " + length + " bytes", null);
        }
        lastEnd = position + length;
        record.wrap(bytes.addressForRead(position), (int) length);
        lastSequence = RecordHeader.sequence(record, 0);
    }

    private long fileBytes(long atLeast) {
        File file = tailer.currentFile();
        if (!file.equals(lastFile) || lastFileBytes < atLeast) {
            lastFile = file;
            lastFileBytes = file.length();
        }
        return lastFileBytes;
    }

    /// The library's own words are left to the cause: they tell of its insides.
    private JournalFault unreadable(String why, @Nullable Throwable damaged) {
        return new JournalFault("the journal " + directory + " cannot be read behind record " + lastSequence
            + ", byte " + lastEnd + " of " + fileName() + ": " + why, damaged);
    }

    private String fileName() {
        return lastFile == null ? "its first file" : lastFile.getName();
    }

    @Override
    public long unfinishedBytes() {
        return tail().bytes();
    }

    @Override
    public Optional<String> lostBehind() {
        return tail().end() == FileTail.End.LOST ? Optional.of("byte " + lastEnd + " of " + fileName()
            + " should begin record " + (lastSequence + 1) + " and does not, though later ones were written")
            : Optional.empty();
    }

    private FileTail tail() {
        Path file = lastFile == null ? JournalFolder.firstFile(directory) : lastFile.toPath();
        return file == null ? FileTail.clean(0) : FileTail.behind(file, lastEnd, lastBeginning(), lastSequence);
    }

    private long lastBeginning() {
        return JournalFiles.lastBeginning(queue, lastFile == null ? queue.firstCycle() : tailer.cycle());
    }

    private void release() {
        if (document != null) {
            document.close();
            document = null;
        }
    }

    @Override
    public DirectBuffer buffer() {
        return record;
    }

    @Override
    public int offset() {
        return 0;
    }

    @Override
    public void close() {
        release();
        tailer.close();
        queue.close();
    }
}
