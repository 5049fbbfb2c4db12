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
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gradus.engine.journal.CheckedReader;
import org.gradus.engine.journal.JournalRepair;
import org.gradus.engine.runtime.JournalScan;
import org.gradus.tools.operator.FileRefusal;
import org.gradus.tools.operator.HaltMarker;
import org.gradus.tools.operator.OperatorSpool;

/// The folder of one run: journal, log, operator's commands, locks. One engine at a time; only the owner may look into
/// one that was made here.
public final class RunHome implements AutoCloseable {
    public static final String TRADING_LOG = "trading_logs.md";
    private static final String LOCK = "lock";
    private static final String JOURNAL = "journal";
    private static final int LONGEST_LOCK_BYTES = 32;
    /// What makes a disk's own folder look used when the disk is new.
    private static final String OF_A_FRESH_DISK = "lost+found";
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    private final Path folder;
    private final FileChannel lockFile;

    private RunHome(Path folder, FileChannel lockFile) {
        this.folder = folder;
        this.lockFile = lockFile;
    }

    /// Makes the folder when it is missing, and locks it. A folder that was there before keeps its mode: it may be
    /// somebody's, and other things may lie in it.
    ///
    /// @throws IllegalArgumentException when another engine runs there, or when it is no run's folder
    public static RunHome open(Path folder) {
        try {
            if (Files.notExists(folder)) {
                make(folder);
            }
            requireOurs(folder);
            RunHome home = new RunHome(folder, lock(folder));
            new OperatorSpool(operatorFolder(folder)).open();
            return home;
        } catch (IOException refused) {
            throw new UncheckedIOException("cannot use " + folder + " as run folder: " + FileRefusal.words(refused),
                    refused);
        }
    }

    private static void make(Path folder) throws IOException {
        Path parent = folder.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    }

    /// A mistyped folder must not become a run folder: journals and locks would be strewn among what lies there.
    private static void requireOurs(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException(folder + " is not a folder: choose another --home");
        }
        try (Stream<Path> found = Files.list(folder)) {
            List<String> names = found.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals(OF_A_FRESH_DISK)).toList();
            if (!names.isEmpty() && names.stream().noneMatch(name -> marks(folder.resolve(name)))) {
                throw new IllegalArgumentException(folder + " is not empty and not the folder of a run: choose "
                        + "another --home");
            }
        }
    }

    /// Whether a run has left it: its lock, its journal, or the halt marker of who wants none to trade there.
    private static boolean marks(Path file) {
        return switch (file.getFileName().toString()) {
            case LOCK -> lockOfOurs(file);
            case JOURNAL -> journalOfOurs(file);
            case HaltMarker.NAME -> true;
            default -> false;
        };
    }

    private static boolean lockOfOurs(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) < LONGEST_LOCK_BYTES
                    && Files.readString(file, StandardCharsets.ISO_8859_1).strip().matches("[0-9]*");
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static boolean journalOfOurs(Path folder) {
        String[] files = folder.toFile().list((_, name) -> name.endsWith(".cq4") || name.endsWith(".cq4t"));
        return files != null && files.length > 0;
    }

    private static FileChannel lock(Path folder) throws IOException {
        FileChannel channel = FileChannel.open(lockFile(folder), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = tryLock(channel);
        if (lock == null) {
            channel.close();
            throw new IllegalArgumentException("another engine is running in " + folder
                    + ": stop it, or choose another --home");
        }
        channel.truncate(0).write(ByteBuffer.wrap(
                Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
        return channel;
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
        return scan(folder).map(JournalScan::finished).orElse(false);
    }

    /// How the journal there stands; empty where there is none.
    static Optional<JournalScan> scan(Path folder) {
        if (!Files.isDirectory(journal(folder))) {
            return Optional.empty();
        }
        try (CheckedReader reader = new CheckedReader(journal(folder))) {
            return Optional.of(JournalScan.of(reader));
        }
    }

    private static boolean alive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    private static Path lockFile(Path folder) {
        return folder.resolve(LOCK);
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
        return folder.resolve(JOURNAL);
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
