package org.gradus.engine.journal;

import java.nio.file.Files;
import java.nio.file.Path;
import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.queue.ExcerptTailer;
import net.openhft.chronicle.queue.TailerDirection;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueue;
import net.openhft.chronicle.wire.DocumentContext;
import net.openhft.chronicle.wire.Wires;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.gradus.engine.codec.RecordHeader;
import org.gradus.engine.codec.RecordSource;
import org.jspecify.annotations.Nullable;

/// Reads a journal record by record, from this or another process, while it is being written. Never writes to it. A
/// record is valid until the next call. Used by one thread.
public final class ChronicleReader implements RecordSource {
    private static final int BLOCK_BYTES = 64 << 20;

    private final SingleChronicleQueue queue;
    private final ExcerptTailer tailer;
    private final UnsafeBuffer record = new UnsafeBuffer(0, 0);
    private DocumentContext document;
    /// The file of the last record read and where that ends in it.
    private @Nullable Bytes<?> lastBytes;
    private long lastEnd;

    /// @throws JournalFault when there is no journal in the directory
    public ChronicleReader(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new JournalFault("no journal at " + directory);
        }
        queue = ChronicleJournal.builder(directory, BLOCK_BYTES).readOnly(true).build();
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
        lastBytes = bytes;
        lastEnd = bytes.readPosition() + bytes.readRemaining();
        record.wrap(bytes.addressForRead(bytes.readPosition()), (int) bytes.readRemaining());
        return true;
    }

    /// The number of the journal's last record, found from its end; 0 when it has none. The reader stands at the end
    /// then.
    public long lastSequence() {
        release();
        tailer.direction(TailerDirection.BACKWARD).toEnd();
        long last = next() ? RecordHeader.sequence(record, 0) : 0;
        release();
        tailer.direction(TailerDirection.FORWARD).toEnd();
        return last;
    }

    @Override
    public boolean tornAtEnd() {
        if (lastBytes == null) {
            return false;
        }
        long at = aligned(lastEnd);
        int header = lastBytes.readVolatileInt(at);
        while (Wires.isReadyMetaData(header)) {
            at = aligned(at + Integer.BYTES + Wires.lengthOf(header));
            header = lastBytes.readVolatileInt(at);
        }
        return header != 0 && Wires.isNotComplete(header) && !Wires.isEndOfFile(header);
    }

    private static long aligned(long position) {
        return position + Integer.BYTES - 1 & -Integer.BYTES;
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
