package org.gradus.engine.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import net.openhft.chronicle.core.time.TimeProvider;
import net.openhft.chronicle.queue.impl.single.PrecreatedFiles;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueue;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueStore;
import org.jspecify.annotations.Nullable;

/// The queue's daily files as its writer sees them. The library begins a new file when its clock says so: this is that
/// clock, and it lets a new day come only when the new file's first blocks are reserved. Owned by the writing thread;
/// only [#nearlyFull()] is for others.
final class JournalFiles implements TimeProvider, AutoCloseable {
    static final String ENDING = ".cq4";
    static final String TABLE = "metadata.cq4t";
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd'F'", Locale.ROOT);
    private static final long DAY_MS = TimeUnit.DAYS.toMillis(1);
    /// Between two attempts to begin the file of a day that has come.
    private static final long ASK_AGAIN_MS = 1_000;

    private final Path directory;
    private final int blockBytes;
    private final Consumer<String> warnings;
    private @Nullable SingleChronicleQueue queue;
    private volatile @Nullable BlockReserve reserve;
    private volatile boolean noRoomForToday;
    private final TimeProvider clock;
    private long nowMs;
    private long fileMs;
    private long nextFileMs;

    /// @param clock says which day it is
    JournalFiles(Path directory, int blockBytes, Consumer<String> warnings, TimeProvider clock) {
        this.clock = clock;
        nowMs = clock.currentTimeMillis();
        this.directory = directory;
        this.blockBytes = blockBytes;
        this.warnings = warnings;
    }

    /// Clears away what the last writer began and never finished, and reserves what the queue's table and the first
    /// records need.
    void open(SingleChronicleQueue opened) {
        queue = opened;
        try {
            Path last = directory.resolve(name(opened.lastCycle()));
            if (Files.exists(last)) {
                FileTail.clear(last, lastBeginning(opened, opened.lastCycle()));
            }
            reserveTable();
            begin(nowMs);
        } catch (JournalFault noRoom) {
            opened.close();
            throw noRoom;
        }
    }

    private void reserveTable() {
        Path table = directory.resolve(TABLE);
        try (FileBlocks blocks = new FileBlocks(table)) {
            if (blocks.reserve(0, Files.size(table)) == FileBlocks.Answer.NO_SPACE) {
                throw new JournalFault("the disk has no room for " + table + ": free some space and start again");
            }
        } catch (IOException refused) {
            throw new JournalFault("cannot use " + table + ": " + refused.getMessage(), refused);
        }
    }

    /// Before each record.
    ///
    /// @throws JournalFault when there is no room for it; nothing has been written then
    void makeRoom(int length) {
        long now = clock.currentTimeMillis();
        if (now >= nextFileMs) {
            tryToBegin(now);
        } else if (!noRoomForToday) {
            nowMs = now;
        }
        reserve.makeRoom(length);
    }

    /// A disk without room for a new file lets the old one go on, as far as that has room.
    private void tryToBegin(long now) {
        try {
            begin(now);
            noRoomForToday = false;
        } catch (JournalFault noRoom) {
            noRoomForToday = true;
            nextFileMs = now + ASK_AGAIN_MS;
        }
    }

    private void begin(long now) {
        int cycle = Math.max((int) (now / DAY_MS), queue.lastCycle());
        BlockReserve before = reserve;
        reserve = new BlockReserve(file(cycle), lastBeginning(queue, cycle), blockBytes, warnings);
        nowMs = now;
        fileMs = cycle * DAY_MS;
        nextFileMs = fileMs + DAY_MS;
        if (before != null) {
            before.close();
        }
    }

    /// A file made ahead has a name of its own; the library renames it when it begins the day.
    private Path file(int cycle) {
        Path there = directory.resolve(name(cycle));
        Path ahead = PrecreatedFiles.preCreatedFile(there.toFile()).toPath();
        try {
            if (!Files.exists(there) && !Files.exists(ahead)) {
                Files.createFile(ahead);
            }
        } catch (IOException refused) {
            throw new JournalFault("cannot begin the journal's file " + ahead + ": " + refused.getMessage(), refused);
        }
        return Files.exists(there) ? there : ahead;
    }

    private static String name(int cycle) {
        return NAME.format(LocalDate.ofEpochDay(cycle)) + ENDING;
    }

    /// Where the file's last record begins, as the library noted; 0 where there is no such file.
    static long lastBeginning(SingleChronicleQueue queue, int cycle) {
        SingleChronicleQueueStore store = queue.storeForCycle(cycle, 0, false, null);
        if (store == null) {
            return 0;
        }
        try {
            return store.writePosition();
        } finally {
            queue.closeStore(store);
        }
    }

    void writtenTo(long position) {
        reserve.writtenTo(position);
    }

    boolean nearlyFull() {
        BlockReserve now = reserve;
        return noRoomForToday || now != null && now.refused();
    }

    /// Never before the newest file: a clock set back must not take the writer to an older one, whose end is behind it.
    @Override
    public long currentTimeMillis() {
        return Math.max(nowMs, fileMs);
    }

    @Override
    public void close() {
        BlockReserve last = reserve;
        if (last != null) {
            last.close();
        }
    }
}
