package org.gradus.engine.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.gradus.engine.journal.ChronicleReader;
import org.gradus.engine.message.Journaled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A journal whose writer was killed in the middle of a record.
class TornJournalTest {
    /// Before a record's bytes, until all of them are there.
    private static final int NO_LENGTH_YET = 0;
    private static final int HALF_A_RECORD = 100;

    @TempDir
    private Path home;

    @Test
    void aWholeJournalIsNotTorn() {
        EngineRig rig = crashed();
        assertEquals(0, scan(rig).unfinishedBytes());
        assertTrue(scan(rig).cutShort());
    }

    @Test
    void aRecordThatWasNeverFinishedIsToldAndItsPlaceTaken() throws IOException {
        EngineRig rig = crashed();
        List<Journaled> whole = rig.records();
        tear(rig);
        JournalScan torn = scan(rig);
        assertEquals(Integer.BYTES + HALF_A_RECORD, torn.unfinishedBytes());
        assertEquals(whole.getLast().sequence(), torn.lastSequence());
        rig.runToEnd();
        assertEquals(0, scan(rig).unfinishedBytes());
        assertEquals(whole, rig.records().subList(0, whole.size()));
    }

    private EngineRig crashed() {
        EngineRig rig = new EngineRig(home);
        try (SimulatedEngine engine = rig.open()) {
            EngineRig.runUntil(engine, e -> e.nextSequence() > 200);
        }
        return rig;
    }

    private static JournalScan scan(EngineRig rig) {
        try (ChronicleReader reader = new ChronicleReader(rig.journal())) {
            return JournalScan.of(reader);
        }
    }

    /// Puts the beginning of a record behind the last one.
    private static void tear(EngineRig rig) throws IOException {
        try (FileChannel file = FileChannel.open(queueFile(rig), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.allocate((int) file.size()).order(ByteOrder.LITTLE_ENDIAN);
            file.read(bytes, 0);
            int end = bytes.position();
            while (bytes.get(end - 1) == 0) {
                end--;
            }
            ByteBuffer half = ByteBuffer.allocate(Integer.BYTES + HALF_A_RECORD).order(ByteOrder.LITTLE_ENDIAN);
            half.putInt(NO_LENGTH_YET).put(new byte[HALF_A_RECORD - 1]).put((byte) 7).rewind();
            file.write(half, endOfLastDocument(bytes, end));
        }
    }

    private static Path queueFile(EngineRig rig) throws IOException {
        try (Stream<Path> files = Files.list(rig.journal())) {
            return files.filter(file -> file.toString().endsWith(".cq4")).findFirst().orElseThrow();
        }
    }

    /// Documents stand one behind the other from the beginning: four bytes of length and flags, then as many, aligned
    /// to four.
    private static long endOfLastDocument(ByteBuffer bytes, int end) {
        int at = 0;
        while (at < end && bytes.getInt(at) != 0) {
            at += Integer.BYTES + (bytes.getInt(at) & 0x3FFF_FFFF) + Integer.BYTES - 1 & -Integer.BYTES;
        }
        return at;
    }
}
