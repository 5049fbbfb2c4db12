package org.gradus.engine.journal;

import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import net.openhft.chronicle.wire.Wires;
import org.agrona.concurrent.UnsafeBuffer;
import org.gradus.engine.codec.RecordHeader;

/// What stands in a queue file behind its last whole record. The library puts a document's length before it when all
/// of it is written, and until then there is a zero: a killed process leaves bytes behind a zero, those of one record
/// or of one page of the library's index, but never a whole record behind them.
///
/// @param at    where the next record begins
/// @param bytes from there to the end of what was begun; 0 unless torn
record FileTail(End end, long at, long bytes) {
    /// How a file ends.
    enum End {
        /// Behind its last record is nothing, or the end of the file, or a record that came meanwhile.
        CLEAN,
        /// Something was begun and never finished, or is being written.
        TORN,
        /// A whole record stands behind a gap, where no reader will ever get to.
        LOST
    }

    private static final int CHUNK_BYTES = 1 << 20;
    /// The library's length of a record and our header: what a record is known by.
    private static final int KNOWN_BYTES = Integer.BYTES + RecordHeader.SIZE;

    /// @param position  where the last record ends, or 0 when there is none
    /// @param beginning where the file itself says that its last record begins; asked before the file is looked at
    /// @param sequence  of the last record
    /// @throws JournalFault when the file cannot be read
    static FileTail behind(Path file, long position, long beginning, long sequence) {
        try (FileChannel channel = FileChannel.open(file, READ)) {
            return behind(channel, position, beginning, sequence);
        } catch (IOException refused) {
            throw new JournalFault("cannot read " + file + ": " + refused.getMessage(), refused);
        }
    }

    /// Whether the file's head was begun and never finished; nothing was written behind it then.
    static boolean begunOnly(Path file) {
        FileTail tail = behind(file, 0, 0, 0);
        return tail.at == 0 && tail.end == End.TORN;
    }

    /// Puts zeros where something was begun and never finished, so that nothing of it is left behind the shorter record
    /// that may come in its place. For the file's writer, before it writes.
    ///
    /// @param beginning where the file itself says that its last record begins
    static void clear(Path file, long beginning) {
        try (FileChannel channel = FileChannel.open(file, READ, WRITE)) {
            FileTail tail = behind(channel, beginning, beginning, 0);
            for (long done = 0; done < tail.bytes; done += CHUNK_BYTES) {
                channel.write(ByteBuffer.allocate((int) Math.min(CHUNK_BYTES, tail.bytes - done)), tail.at + done);
            }
        } catch (IOException refused) {
            throw new JournalFault("cannot clear the end of " + file + ": " + refused.getMessage(), refused);
        }
    }

    private static FileTail behind(FileChannel channel, long position, long beginning, long sequence)
            throws IOException {
        long at = aligned(position);
        int header = header(channel, at);
        while (Wires.isReady(header)) {
            at = aligned(at + Integer.BYTES + Wires.lengthOf(header));
            header = header(channel, at);
        }
        FileTail tail;
        if (beginning > 0 && beginning >= at) {
            tail = new FileTail(End.LOST, at, 0);
        } else {
            tail = Wires.isEndOfFile(header) ? clean(at) : search(channel, at, sequence);
        }
        // What was written since the header was read is no loss.
        return header(channel, at) == header ? tail : clean(at);
    }

    static FileTail clean(long at) {
        return new FileTail(End.CLEAN, at, 0);
    }

    private static long aligned(long position) {
        return position + Integer.BYTES - 1 & -Integer.BYTES;
    }

    /// Zero behind the end.
    private static int header(FileChannel channel, long at) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        channel.read(bytes, at);
        return bytes.getInt(0);
    }

    /// Reads through our own channel: a mapped hole that a full disk cannot fill would be a fault of the machine.
    private static FileTail search(FileChannel channel, long at, long sequence) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(CHUNK_BYTES + KNOWN_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer zeros = ByteBuffer.allocate(CHUNK_BYTES);
        UnsafeBuffer chunk = new UnsafeBuffer(bytes);
        long size = channel.size();
        long end = at;
        for (long from = at; from < size; from += CHUNK_BYTES) {
            chunk.setMemory(0, chunk.capacity(), (byte) 0);
            channel.read(bytes.clear(), from);
            // Nearly all of it is reserved and empty: many bytes are compared at once.
            int begun = bytes.slice(0, CHUNK_BYTES).mismatch(zeros);
            for (int i = begun < 0 ? CHUNK_BYTES : begun & -Integer.BYTES; i < CHUNK_BYTES; i += Integer.BYTES) {
                if (bytes.getInt(i) != 0) {
                    if (isRecord(chunk, i, size - from, sequence)) {
                        return new FileTail(End.LOST, at, 0);
                    }
                    end = from + i + Integer.BYTES;
                }
            }
        }
        return new FileTail(end == at ? End.CLEAN : End.TORN, at, end - at);
    }

    /// A record's length stands twice, the library's and our own; nothing else is taken for one.
    private static boolean isRecord(UnsafeBuffer chunk, int at, long available, long sequence) {
        int header = chunk.getInt(at, ByteOrder.LITTLE_ENDIAN);
        int record = at + Integer.BYTES;
        int length = Wires.lengthOf(header);
        return Wires.isReadyData(header) && length >= RecordHeader.SIZE && length <= available - record
            && RecordHeader.length(chunk, record) == length
            && RecordHeader.version(chunk, record) == RecordHeader.VERSION
            && RecordHeader.sequence(chunk, record) > sequence;
    }
}
