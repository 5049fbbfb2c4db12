package org.gradus.engine.journal;

import java.nio.file.Files;
import java.nio.file.Path;
import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.queue.ExcerptTailer;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueue;
import net.openhft.chronicle.wire.DocumentContext;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.gradus.engine.codec.RecordSource;

/// Reads a journal record by record, from this or another process, while it is being written. Never writes to it. A
/// record is valid until the next call. Used by one thread.
public final class ChronicleReader implements RecordSource {
    private static final int BLOCK_BYTES = 64 << 20;

    private final SingleChronicleQueue queue;
    private final ExcerptTailer tailer;
    private final UnsafeBuffer record = new UnsafeBuffer(0, 0);
    private DocumentContext document;

    /// @throws JournalFault when there is no journal in the directory
    public ChronicleReader(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new JournalFault("no journal at " + directory);
        }
        queue = ChronicleJournal.open(directory, BLOCK_BYTES, true);
        tailer = queue.createTailer();
        tailer.singleThreadedCheckDisabled(true);
    }

    @Override
    public boolean next() {
        release();
        document = tailer.readingDocument();
        if (!document.isPresent()) {
            release();
            return false;
        }
        Bytes<?> bytes = document.wire().bytes();
        record.wrap(bytes.addressForRead(bytes.readPosition()), (int) bytes.readRemaining());
        return true;
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
