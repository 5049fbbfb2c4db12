package org.gradus.engine.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.agrona.DirectBuffer;
import org.gradus.engine.codec.EventSlot;
import org.gradus.engine.codec.RecordHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The journal on a disk that another process fills up.
class BlockReserveTest {
    private static final int BLOCK_BYTES = 1 << 20;
    private static final int RECORD_BYTES = 4_000;
    private static final int DISK_MEBIBYTES = 16;
    private static final long DAY_MS = 86_400_000L;
    private static final long ASKED_AGAIN_MS = 2_000;

    @TempDir
    private Path folder;

    private long appended;

    @Test
    void theBlocksAheadOfTheWriterAreReserved() throws IOException {
        try (FullDisk disk = FullDisk.mount(folder, DISK_MEBIBYTES); ChronicleJournal journal = journal()) {
            append(journal, 1);
            long used = (DISK_MEBIBYTES << 20) - folder.toFile().getUsableSpace();
            assertTrue(used > BLOCK_BYTES, "only " + used + " bytes are taken");
            assertFalse(journal.nearlyFull());
            disk.fillUpTo(0);
            append(journal, 50);
        }
    }

    @Test
    void aFullDiskIsToldWhileThereIsRoomAndThenRefusedWithoutARecordBroken() {
        try (FullDisk disk = FullDisk.mount(folder, DISK_MEBIBYTES)) {
            long told = 0;
            try (ChronicleJournal journal = journal()) {
                append(journal, 10);
                disk.fillUpTo(0);
                while (!journal.nearlyFull()) {
                    append(journal, 1);
                }
                told = appended;
                assertThrows(JournalFault.class, () -> append(journal, 10_000));
                assertTrue(appended - told > 100, "only " + (appended - told) + " records had room after the warning");
                JournalFault again = assertThrows(JournalFault.class, () -> append(journal, 1));
                assertEquals("the disk has no room for the next 1024 KiB of the journal " + folder.resolve("journal")
                    + ": free some space and start again", again.getMessage());
            }
            assertEquals(appended, readBack());
            assertThrows(JournalFault.class, this::journal, "no room to begin with");
            disk.makeSpace();
            try (ChronicleJournal journal = journal()) {
                append(journal, 1_000);
                assertFalse(journal.nearlyFull());
            }
            assertEquals(appended, readBack());
        }
    }

    @Test
    void aDiskWithSpaceAgainGoesOnAsIfNothingHadBeen() {
        try (FullDisk disk = FullDisk.mount(folder, DISK_MEBIBYTES); ChronicleJournal journal = journal()) {
            append(journal, 1);
            disk.fillUpTo(0);
            while (!journal.nearlyFull()) {
                append(journal, 1);
            }
            disk.makeSpace();
            append(journal, 1_000);
            assertFalse(journal.nearlyFull());
        }
    }

    @Test
    void aDayThatComesWhileTheDiskIsFullIsWrittenIntoTheOldFile() {
        AtomicLong clock = new AtomicLong(DAY_MS * 20_000);
        try (FullDisk disk = FullDisk.mount(folder, DISK_MEBIBYTES); ChronicleJournal journal = journal(clock)) {
            append(journal, 10);
            disk.fillUpTo(0);
            clock.addAndGet(DAY_MS);
            append(journal, 10);
            assertTrue(journal.nearlyFull());
            assertEquals(List.of("20241004F.cq4"), files());
            disk.makeSpace();
            clock.addAndGet(ASKED_AGAIN_MS);
            append(journal, 10);
            assertFalse(journal.nearlyFull());
            assertEquals(List.of("20241004F.cq4", "20241005F.cq4"), files());
            disk.fillUpTo(0);
            append(journal, 50);
            assertEquals(appended, readBack());
        }
    }

    @Test
    void aFullDiskRefusesANewJournalInOneSentence() {
        try (FullDisk disk = FullDisk.mount(folder, DISK_MEBIBYTES)) {
            disk.fillUpTo(1_500_000);
            JournalFault fault = assertThrows(JournalFault.class, this::journal);
            assertTrue(fault.getMessage().contains("free some space"), fault.getMessage());
        }
    }

    @Test
    void whereNothingCanBeReservedOneWarningIsGivenAndTheJournalGoesOn() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        List<String> warnings = new ArrayList<>();
        try (BlockReserve reserve = new BlockReserve(file, 0, BLOCK_BYTES, warnings::add,
            (from, to) -> FileBlocks.Answer.UNSUPPORTED)) {
            for (long position = 0; position < 10L * BLOCK_BYTES; position += RECORD_BYTES) {
                reserve.makeRoom(RECORD_BYTES);
                reserve.writtenTo(position);
            }
            assertFalse(reserve.refused());
        }
        assertEquals(1, warnings.size(), warnings::toString);
    }

    private ChronicleJournal journal(AtomicLong clock) {
        return new ChronicleJournal(folder.resolve("journal"), BLOCK_BYTES, System.err::println, clock::get);
    }

    private List<String> files() {
        return Stream.of(folder.resolve("journal").toFile().list()).filter(name -> name.endsWith(".cq4")).sorted()
            .toList();
    }

    private ChronicleJournal journal() {
        return new ChronicleJournal(folder.resolve("journal"), BLOCK_BYTES);
    }

    private void append(ChronicleJournal journal, int records) {
        EventSlot slot = EventSlot.ofCapacity(RECORD_BYTES);
        for (int i = 0; i < records; i++) {
            slot.begin(appended + 1, 1, 0, 0);
            slot.append(RECORD_BYTES - RecordHeader.SIZE - Integer.BYTES);
            journal.append(slot);
            appended++;
        }
    }

    private long readBack() {
        long last = 0;
        try (ChronicleReader reader = new ChronicleReader(folder.resolve("journal"))) {
            while (reader.next()) {
                DirectBuffer buffer = reader.buffer();
                assertEquals(last + 1, RecordHeader.sequence(buffer, reader.offset()));
                last++;
            }
        }
        return last;
    }
}
