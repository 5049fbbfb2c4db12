package org.gradus.tools.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.gradus.engine.journal.CheckedReader;
import org.gradus.engine.journal.JournalRepair;
import org.gradus.engine.runtime.JournalScan;
import org.gradus.tools.operator.OperatorSpool;

/// The folder of one run: journal, log, operator's commands, locks. One engine at a time; only the owner may look in.
public final class RunHome implements AutoCloseable {
    public static final String TRADING_LOG = "trading_logs.md";

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
            new OperatorSpool(operatorFolder(folder)).open();
            FileChannel channel = FileChannel.open(lockFile(folder), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new IllegalArgumentException("another engine is running in " + folder
                    + ": stop it, or choose another --home");
            }
            channel.truncate(0).write(ByteBuffer.wrap(
                Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return new RunHome(folder, channel);
        } catch (IOException refused) {
            throw new UncheckedIOException("cannot use " + folder + " as run folder: " + refused.getMessage(), refused);
        }
    }

    /// The process that runs an engine there, as far as its lock file says; empty when none does.
    public static Optional<Long> runner(Path folder) {
        try {
            String pid = Files.readString(lockFile(folder), StandardCharsets.US_ASCII).strip();
            return pid.matches("[0-9]{1,18}") ? Optional.of(Long.parseLong(pid)).filter(RunHome::alive)
                : Optional.empty();
        } catch (IOException noLock) {
            return Optional.empty();
        }
    }

    /// Whether the run there has come to its end: the next start is another run.
    public static boolean finished(Path folder) {
        if (!Files.isDirectory(journal(folder))) {
            return false;
        }
        try (CheckedReader reader = new CheckedReader(journal(folder))) {
            return JournalScan.of(reader).finished();
        }
    }

    private static boolean alive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    private static Path lockFile(Path folder) {
        return folder.resolve("lock");
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

    /// The log in words of runs that keep it with their journal.
    public Path tradingLog() {
        return folder.resolve(TRADING_LOG);
    }

    public static Path operatorFolder(Path folder) {
        return folder.resolve("operator");
    }

    /// Free space on the disk under the folder.
    public long freeBytes() {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException refused) {
            throw new UncheckedIOException("cannot ask for the free space under " + folder, refused);
        }
    }

    /// Drops a tail that the disk or a power cut has damaged behind the last seal; the journal as it was is kept aside.
    ///
    /// @return what was done, in words; empty when nothing was damaged
    public Optional<String> repair(int blockBytes) {
        if (!Files.isDirectory(journal())) {
            return Optional.empty();
        }
        try {
            Path aside = Files.createDirectories(folder.resolve("archive")).resolve("damaged-"
                + System.currentTimeMillis());
            return new JournalRepair(journal(), keptSeal(), blockBytes).repair(aside);
        } catch (IOException refused) {
            throw new UncheckedIOException("cannot repair the journal: " + refused.getMessage(), refused);
        }
    }

    /// Moves the journal of a finished run aside.
    public void archive(String name) {
        try {
            Path archive = folder.resolve("archive").resolve(name);
            Files.createDirectories(archive);
            Files.move(journal(), archive.resolve("journal"));
            moveInto(archive, keptSeal());
            moveInto(archive, tradingLog());
        } catch (IOException refused) {
            throw new UncheckedIOException("cannot archive the finished run: " + refused.getMessage(), refused);
        }
    }

    private static void moveInto(Path archive, Path file) throws IOException {
        if (Files.exists(file)) {
            Files.move(file, archive.resolve(file.getFileName()));
        }
    }

    @Override
    public void close() {
        try {
            lockFile.truncate(0);
            lockFile.close();
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }
}
