package org.gradus.engine.journal;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.SYNC;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

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
            Path next = sealCopy.resolveSibling(sealCopy.getFileName() + ".next");
            Files.writeString(next, line, StandardCharsets.US_ASCII, CREATE, TRUNCATE_EXISTING, WRITE, SYNC);
            Files.move(next, sealCopy, ATOMIC_MOVE, REPLACE_EXISTING);
        } catch (IOException refused) {
            throw new JournalFault("cannot keep the seal at " + sealCopy, refused);
        }
    }
}
