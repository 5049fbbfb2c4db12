package org.gradus.tools.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.gradus.engine.codec.RecordList;
import org.gradus.engine.message.Journaled;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {
    private static final List<Journaled> RECORDS = SampleRun.records();
    private static final byte[] BYTES = RecordList.bytes(RECORDS);

    @TempDir
    private Path folder;
    private Path log;

    @BeforeEach
    void chooseAFile() {
        log = folder.resolve("trading_logs.md");
    }

    @Test
    void tellsAWholeRunInTheseWords() throws IOException {
        write(RECORDS, true);
        try (InputStream expected = LogTailTest.class.getResourceAsStream("sample-run.md")) {
            assertEquals(new String(expected.readAllBytes(), UTF_8), Files.readString(log));
        }
    }

    @Test
    void goesOnBehindAnyRecordWithoutDoublingOrLosingAnything() throws IOException {
        String whole = whole();
        for (int count = 0; count <= RECORDS.size(); count++) {
            Files.deleteIfExists(log);
            write(RECORDS.subList(0, count), true);
            write(RECORDS, count == 0);
            assertEquals(whole, Files.readString(log), "stopped behind record " + count);
        }
    }

    @Test
    void goesOnWhereverACrashCutTheFile() throws IOException {
        String whole = whole();
        byte[] bytes = whole.getBytes(UTF_8);
        int firstEntry = whole.substring(0, whole.indexOf("### ")).getBytes(UTF_8).length;
        for (int length = firstEntry; length < bytes.length; length += 41) {
            Files.write(log, Arrays.copyOf(bytes, length));
            write(RECORDS, false);
            assertEquals(whole, Files.readString(log), "cut to " + length + " bytes");
        }
    }

    @Test
    void startsANewSectionForAnotherRunAndKeepsTheOldOne() throws IOException {
        String whole = whole();
        write(RECORDS, true);
        assertEquals(whole + whole.substring(whole.indexOf("\n## Run")), Files.readString(log));
    }

    @Test
    void keepsWhatStandsBeforeTheFirstSection() throws IOException {
        Files.writeString(log, "# A title\n\n> ### Record 99 · an example\n");
        write(RECORDS, true);
        assertEquals("# A title\n\n> ### Record 99 · an example\n", Files.readString(log).split("(?=\n## Run)", 2)[0]);
        String once = Files.readString(log);
        write(RECORDS, false);
        assertEquals(once, Files.readString(log));
    }

    @Test
    void refusesToShareTheFile() throws IOException {
        try (LogFile _ = new LogFile(log)) {
            assertEquals("another engine writes " + log + ": stop it first",
                    assertThrows(IllegalArgumentException.class, () -> new LogFile(log)).getMessage());
        }
    }

    private String whole() throws IOException {
        write(RECORDS, true);
        return Files.readString(log);
    }

    private void write(List<Journaled> records, boolean begins) throws IOException {
        new LogTail(records == RECORDS ? RecordList.of(BYTES) : RecordList.of(records), log, begins,
                "var/demo", _ -> "no more bars").close();
    }
}
