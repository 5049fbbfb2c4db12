package org.gradus.engine.journal;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.SYNC;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
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
        return new CheckedReader(directory);
    }

    @Override
    public Journal write() {
        return new ChronicleJournal(directory, blockBytes);
    }

    @Override
    public void compareKept(long lastSequence, KeptSeal lastSeal) {
        KeptSeal.read(sealCopy).ifPresent(kept -> {
            kept.requireReached(lastSequence, directory, sealCopy);
            if (kept.sequence() == lastSeal.sequence() && !kept.equals(lastSeal)) {
                throw new JournalFault("record " + kept.sequence() + " of the journal " + directory
                    + " is not the seal that " + sealCopy + " keeps: the journal was rewritten. " + KeptSeal.ADVICE);
            }
        });
    }

    @Override
    public void keepSeal(String line) {
        try {
            forceNewestFiles();
            Path next = sealCopy.resolveSibling(sealCopy.getFileName() + ".next");
            Files.writeString(next, line, StandardCharsets.US_ASCII, CREATE, TRUNCATE_EXISTING, WRITE, SYNC);
            Files.move(next, sealCopy, ATOMIC_MOVE, REPLACE_EXISTING);
        } catch (IOException refused) {
            throw new JournalFault("cannot keep the seal at " + sealCopy + ": " + refused.getMessage(), refused);
        }
    }

    /// The seal's own record stands in the newest; the one before may have been left with its end unforced when the
    /// queue went on to a new file.
    private void forceNewestFiles() throws IOException {
        List<Path> newest;
        try (Stream<Path> files = Files.list(directory)) {
            newest = files.filter(file -> file.toString().endsWith(".cq4")).sorted(Comparator.reverseOrder()).limit(2)
                .toList();
        }
        for (Path each : newest) {
            try (FileChannel file = FileChannel.open(each, WRITE)) {
                file.force(false);
            }
        }
    }
}
