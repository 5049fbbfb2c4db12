package org.gradus.engine.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gradus.engine.codec.RecordSource;

/// The journal on disk: a Chronicle Queue in a directory, and the last seal in a file beside it.
///
/// @param sealCopy   file outside the directory
/// @param blockBytes mapped at a time
public record ChronicleStore(Path directory, Path sealCopy, int blockBytes) implements JournalStore {
    @Override
    public boolean exists() {
        return Files.isDirectory(directory);
    }

    @Override
    public RecordSource read() {
        return new ChronicleReader(directory);
    }

    @Override
    public Journal write() {
        return new ChronicleJournal(directory, blockBytes);
    }

    @Override
    public void keepSeal(String line) {
        try {
            Files.writeString(sealCopy, line, StandardCharsets.US_ASCII);
        } catch (IOException refused) {
            throw new JournalFault("cannot keep the seal at " + sealCopy, refused);
        }
    }
}
