package org.gradus.tools.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/// The folder of one run: journal, log, operator's commands, locks. One engine at a time; only the owner may look in.
public final class RunHome implements AutoCloseable {
    private final Path folder;
    private final FileChannel lockFile;

    private RunHome(Path folder, FileChannel lockFile) {
        this.folder = folder;
        this.lockFile = lockFile;
    }

    /// Makes the folder when it is missing, and locks it.
    ///
    /// @throws IllegalArgumentException when another engine runs there
    public static RunHome open(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            Files.createDirectories(operatorFolder(folder));
            FileChannel channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new IllegalArgumentException("another engine is running in " + folder
                    + ": stop it, or choose another --home");
            }
            return new RunHome(folder, channel);
        } catch (IOException refused) {
            throw new UncheckedIOException("cannot use " + folder + " as run folder: " + refused.getMessage(), refused);
        }
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            return null;
        }
    }

    public Path folder() {
        return folder;
    }

    public Path journal() {
        return journal(folder);
    }

    public static Path journal(Path folder) {
        return folder.resolve("journal");
    }

    /// The last seal, kept outside the journal.
    public Path keptSeal() {
        return keptSeal(folder);
    }

    public static Path keptSeal(Path folder) {
        return folder.resolve("last-seal");
    }

    public static Path operatorFolder(Path folder) {
        return folder.resolve("operator");
    }

    /// Moves the journal of a finished run aside.
    public void archive(String name) {
        try {
            Path archive = folder.resolve("archive").resolve(name);
            Files.createDirectories(archive);
            Files.move(journal(), archive.resolve("journal"));
            if (Files.exists(keptSeal())) {
                Files.move(keptSeal(), archive.resolve("last-seal"));
            }
        } catch (IOException refused) {
            throw new UncheckedIOException("cannot archive the finished run: " + refused.getMessage(), refused);
        }
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }
}
