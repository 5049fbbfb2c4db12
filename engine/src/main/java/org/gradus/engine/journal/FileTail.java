package org.gradus.engine.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import net.openhft.chronicle.wire.Wires;

/// What stands in a queue file behind its last whole record.
enum FileTail {
    /// Nothing, or the end of the file, or a record that came meanwhile.
    CLEAN,
    /// A record that was begun and never finished, or is being written.
    TORN,
    /// Something behind a gap, which no reader will ever get to.
    LOST;

    private static final int CHUNK_BYTES = 1 << 20;

    /// @param position  where the last record ends, or 0 when there is none
    /// @param beginning where the file itself says that its last record begins; asked before the file is looked at
    /// @throws JournalFault when the file cannot be read
    static FileTail behind(Path file, long position, long beginning) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long at = aligned(position);
            int header = header(channel, at);
            while (Wires.isReadyMetaData(header) && !Wires.isEndOfFile(header)) {
                at = aligned(at + Integer.BYTES + Wires.lengthOf(header));
                header = header(channel, at);
            }
            if (header != 0) {
                return Wires.isNotComplete(header) && !Wires.isEndOfFile(header) ? TORN : CLEAN;
            }
            // What was written since the header was read is no loss.
            return beginning < at && onlyZeros(channel, at) || header(channel, at) != 0 ? CLEAN : LOST;
        } catch (IOException refused) {
            throw new JournalFault("cannot read " + file + ": " + refused.getMessage(), refused);
        }
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

    private static boolean onlyZeros(FileChannel channel, long from) throws IOException {
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK_BYTES);
        for (long at = from; channel.read(chunk.clear(), at) > 0; at += chunk.limit()) {
            chunk.flip();
            if (chunk.mismatch(ByteBuffer.allocate(chunk.limit())) >= 0) {
                return false;
            }
        }
        return true;
    }
}
