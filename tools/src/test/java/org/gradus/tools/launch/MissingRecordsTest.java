package org.gradus.tools.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gradus.engine.codec.EventSlot;
import org.gradus.engine.codec.RecordHeader;
import org.gradus.engine.journal.ChronicleJournal;
import org.gradus.engine.journal.ChronicleReader;
import org.gradus.tools.launch.Commands.Answer;
import org.gradus.tools.run.RunHome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A journal whose files are gone, and one that was cut off before the seal kept outside it: whoever reads it says so.
class MissingRecordsTest {
    private static final int ROOM = 1 << 20;
    private static final int KEPT = 100;
    private static final List<List<String>> READERS = List.of(List.of("journal", "replay"),
        List.of("journal", "export"), List.of("journal", "export", "--format", "csv"), List.of("journal", "tail"),
        List.of("status"), List.of("status", "--json"));

    @TempDir
    private Path folder;
    private RunSample sample;
    private Path file;

    @BeforeEach
    void runsAnEngine() throws IOException {
        sample = new RunSample(folder, "20 m");
        assertEquals(0, sample.say("run", sample.config().toString(), "--until", "150").code());
        try (Stream<Path> files = Files.list(RunHome.journal(sample.home))) {
            file = files.filter(each -> each.toString().endsWith(".cq4")).findFirst().orElseThrow();
        }
    }

    @Test
    void aJournalWithoutRecordsIsToldInOneLine() throws IOException {
        Files.delete(file);
        for (List<String> reader : READERS) {
            String told = lastLine(reader);
            assertTrue(told.startsWith("gradus: the journal ") && told.contains(" holds no record, but ")
                && told.contains(" keeps the seal of record "), told);
        }
        Files.delete(RunHome.keptSeal(sample.home));
        for (List<String> reader : READERS) {
            String told = lastLine(reader);
            assertTrue(told.startsWith("gradus: the journal ") && told.endsWith(" holds no record"), told);
        }
    }

    @Test
    void aJournalCutBeforeTheKeptSealIsShownAndTold() throws IOException {
        cut();
        for (List<String> reader : READERS) {
            Answer answer = sample.say(reader.toArray(String[]::new));
            assertTrue(answer.text().lines().count() > 1, answer::text);
            String told = lastLine(reader);
            assertTrue(told.contains(" ends at record 100, but ") && told.contains("its tail was cut off"), told);
        }
        assertTrue(sample.say("journal", "replay").text().contains("the same: "), "it does its work all the same");
    }

    @Test
    void anUnreadableCopyOfTheSealIsToldBehindTheRecords() throws IOException {
        Files.writeString(RunHome.keptSeal(sample.home), "junk\n");
        for (List<String> reader : READERS) {
            assertTrue(sample.say(reader.toArray(String[]::new)).text().lines().count() > 1, reader::toString);
            String told = lastLine(reader);
            assertTrue(told.startsWith("gradus: the kept seal "), told);
        }
    }

    @Test
    void theStatusOfAStoppedEngineShowsDamageInTheMiddle() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[documentAt(bytes, 100) + 60] ^= 1;
        Files.write(file, bytes);
        String told = lastLine(List.of("status"));
        assertTrue(told.contains("is damaged behind record "), told);
    }

    private String lastLine(List<String> words) {
        Answer answer = sample.say(words.toArray(String[]::new));
        assertEquals(1, answer.code(), () -> words + ": " + answer.text());
        return answer.text().lines().toList().getLast();
    }

    /// The same journal, ended behind its first records.
    private void cut() throws IOException {
        Path to = folder.resolve("cut");
        try (ChronicleReader reader = new ChronicleReader(RunHome.journal(sample.home));
             ChronicleJournal journal = new ChronicleJournal(to, ROOM)) {
            EventSlot slot = EventSlot.ofCapacity(ROOM);
            for (int i = 0; i < KEPT && reader.next(); i++) {
                slot.load(reader.buffer(), reader.offset(), RecordHeader.length(reader.buffer(), reader.offset()));
                journal.append(slot);
            }
        }
        Files.move(RunHome.journal(sample.home), folder.resolve("whole"));
        Files.move(to, RunHome.journal(sample.home));
    }

    private static int documentAt(byte[] bytes, int number) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int at = 0;
        for (int i = 0; i < number; i++) {
            at += Integer.BYTES + (buffer.getInt(at) & 0x3FFF_FFFF) + Integer.BYTES - 1 & -Integer.BYTES;
        }
        return at;
    }
}
