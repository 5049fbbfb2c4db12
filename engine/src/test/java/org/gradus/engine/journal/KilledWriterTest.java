package org.gradus.engine.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.gradus.engine.codec.EventSlot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a writer killed at any moment leaves in the journal's files, put there by hand: nobody calls it damaged, no
/// record that was appended is missing, and the next writer goes on behind it.
class KilledWriterTest {
    private static final int BLOCK_BYTES = 1 << 20;
    private static final long DAY_MS = 86_400_000L;
    private static final int BEGUN_HEAD = 0x8000_0000;
    private static final int RECORDS = 20;
    private static final int BODY_BYTES = 300;
    private static final int LENGTH = 0x3FFF_FFFF;

    @TempDir
    private Path folder;

    private RecordChain chain = new RecordChain(0);
    private long nowMs = 20_000 * DAY_MS;
    private long appended;
    private Path directory;
    private Path file;

    @BeforeEach
    void writesSomeRecords() {
        directory = folder.resolve("journal");
        file = directory.resolve("20241004F.cq4");
        write(RECORDS, BODY_BYTES);
    }

    @Test
    void aRecordBegunAndNotFinishedIsNoDamageAndLeavesNothingBehind() throws IOException {
        unfinished(1_000, (byte) 7);
        assertEquals(Integer.BYTES + 1_000, unfinishedBytes());
        try (ChronicleJournal journal = journal()) {
            assertEquals(0, unfinishedBytes(), "cleared before anything is written");
            append(journal, BODY_BYTES / 2);
        }
        assertWhole();
        byte[] bytes = Files.readAllBytes(file);
        assertArrayEquals(new byte[2_000], Arrays.copyOfRange(bytes, end(bytes), end(bytes) + 2_000));
    }

    @Test
    void aPageOfTheIndexBegunAndNotFinishedIsNoDamage() throws IOException {
        unfinished(33_000, (byte) 0);
        byte[] bytes = Files.readAllBytes(file);
        bytes[end(bytes) + 30_000] = 1;
        Files.write(file, bytes);
        assertEquals(30_004, unfinishedBytes(), "up to the last word that is there");
        write(1, BODY_BYTES);
        assertWhole();
    }

    @Test
    void whatIsLeftOfALongRecordBehindAShorterOneIsNoDamage() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, end(bytes) + 500, end(bytes) + 4_000, (byte) -1);
        Files.write(file, bytes);
        assertEquals(4_000, unfinishedBytes());
        write(RECORDS, BODY_BYTES);
        assertWhole();
    }

    @Test
    void aRecordWhoseEndTheFileDoesNotKnowOfYetIsReadAndGoneOnBehind() throws IOException {
        byte[] before = Files.readAllBytes(file);
        write(1, BODY_BYTES);
        byte[] bytes = Files.readAllBytes(file);
        System.arraycopy(before, 0, bytes, 0, headBytes(before));
        Files.write(file, bytes);
        assertEquals(0, unfinishedBytes());
        write(RECORDS, BODY_BYTES);
        assertWhole();
    }

    @Test
    void aDaysFileWhoseHeadWasBegunOnlyIsTakenUp() throws IOException {
        nowMs += DAY_MS;
        byte[] begun = new byte[BLOCK_BYTES];
        ByteBuffer.wrap(begun).order(ByteOrder.LITTLE_ENDIAN).putInt(0, BEGUN_HEAD);
        Arrays.fill(begun, Integer.BYTES, 500, (byte) 3);
        Files.write(directory.resolve("20241005F.cq4"), begun);
        assertEquals(0, unfinishedBytes());
        write(RECORDS, BODY_BYTES);
        assertWhole();
        assertNothingPutAside();
    }

    @Test
    void theFirstFileWhoseHeadWasBegunOnlyIsTakenUp() throws IOException {
        byte[] begun = new byte[BLOCK_BYTES];
        ByteBuffer.wrap(begun).order(ByteOrder.LITTLE_ENDIAN).putInt(0, BEGUN_HEAD);
        Arrays.fill(begun, Integer.BYTES, 500, (byte) 3);
        Files.write(file, begun);
        appended = 0;
        chain = new RecordChain(0);
        assertEquals(500, unfinishedBytes());
        write(RECORDS, BODY_BYTES);
        assertWhole();
        assertNothingPutAside();
    }

    @Test
    void aWholeRecordBehindAGapIsLostEvenIfTheFileDoesNotKnowOfIt() throws IOException {
        byte[] before = Files.readAllBytes(file);
        write(3, BODY_BYTES);
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, end(before), end(before) + 100, (byte) 0);
        System.arraycopy(before, 0, bytes, 0, headBytes(before));
        Files.write(file, bytes);
        try (ChronicleReader reader = new ChronicleReader(directory)) {
            assertEquals(RECORDS, Stream.generate(reader::next).takeWhile(next -> next).count());
            assertTrue(reader.lostBehind().orElseThrow().contains("should begin record " + (RECORDS + 1)));
            assertEquals(0, reader.unfinishedBytes());
        }
        byte[] damaged = bytes.clone();
        FileTail.clear(file, 0);
        assertArrayEquals(damaged, Files.readAllBytes(file), "not the writer's to clear");
    }

    @Test
    void aClockSetBackDoesNotTakeTheWriterToAnOlderFile() {
        nowMs += 3 * DAY_MS;
        write(RECORDS, BODY_BYTES);
        nowMs -= 2 * DAY_MS;
        write(RECORDS, BODY_BYTES);
        assertWhole();
    }

    private ChronicleJournal journal() {
        return new ChronicleJournal(directory, BLOCK_BYTES, System.err::println, () -> nowMs);
    }

    private void write(int records, int bodyBytes) {
        try (ChronicleJournal journal = journal()) {
            for (int i = 0; i < records; i++) {
                append(journal, bodyBytes);
            }
        }
    }

    private void append(ChronicleJournal journal, int bodyBytes) {
        EventSlot slot = EventSlot.ofCapacity(2 * BODY_BYTES);
        slot.begin(++appended, 1, 0, 0);
        slot.buffer().setMemory(slot.messageOffset(), bodyBytes, (byte) 5);
        slot.append(bodyBytes);
        chain.seal(slot);
        journal.append(slot);
    }

    /// Puts the beginning of a record behind the last one, as the library does: no length stands before it yet.
    private void unfinished(int length, byte value) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int from = end(bytes) + Integer.BYTES;
        Arrays.fill(bytes, from, from + length, value);
        Files.write(file, bytes);
    }

    /// Reads all as every command does, which throws where something is damaged.
    private long unfinishedBytes() {
        try (CheckedReader reader = new CheckedReader(directory)) {
            assertEquals(appended, Stream.generate(reader::next).takeWhile(next -> next).count());
            return reader.unfinishedBytes();
        }
    }

    /// The library waits for a head that never comes, and then puts its file aside: ours is gone before.
    private void assertNothingPutAside() {
        assertTrue(Stream.of(directory.toFile().list()).noneMatch(name -> name.endsWith(".discard")));
    }

    private void assertWhole() {
        assertEquals(0, unfinishedBytes());
        try (ChronicleReader reader = new ChronicleReader(directory)) {
            assertEquals(Optional.empty(), new JournalVerifier().verify(reader, Optional.empty()));
        }
    }

    private static int headBytes(byte[] bytes) {
        return Integer.BYTES + (ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(0) & LENGTH);
    }

    /// Where the next document begins.
    private static int end(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int at = 0;
        while (buffer.getInt(at) > 0) {
            at += Integer.BYTES + (buffer.getInt(at) & LENGTH) + Integer.BYTES - 1 & -Integer.BYTES;
        }
        return at;
    }
}
