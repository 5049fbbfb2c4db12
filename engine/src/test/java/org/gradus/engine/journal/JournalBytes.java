package org.gradus.engine.journal;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gradus.engine.codec.RecordHeader;

/// A journal on disk as the bytes of its records, to be compared with another.
public final class JournalBytes {
    private JournalBytes() {
    }

    public static List<ByteBuffer> of(Path journalDirectory) {
        List<ByteBuffer> records = new ArrayList<>();
        try (ChronicleReader reader = new ChronicleReader(journalDirectory)) {
            while (reader.next()) {
                byte[] bytes = new byte[RecordHeader.length(reader.buffer(), reader.offset())];
                reader.buffer().getBytes(reader.offset(), bytes);
                records.add(ByteBuffer.wrap(bytes));
            }
        }
        return records;
    }
}
