package org.gradus.adapters.tape;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.gradus.adapters.tape.TapeRig.TRADES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.gradus.engine.tape.TapeException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTapeDamageTest {
    @TempDir
    Path folder;
    private TapeRig rig;
    private String tape;
    private List<String> whole;

    @BeforeEach
    void open() {
        rig = new TapeRig(folder);
        StringBuilder text = new StringBuilder(TRADES);
        Random random = new Random(7);
        for (int i = 0; i < 60; i++) {
            text.append(1_610_064_000_000_000_000L + i * 1_000_000L).append(',').append(30_000 + random.nextInt(9_999))
                    .append('.').append(random.nextInt(100)).append(",0.").append(1 + random.nextInt(9))
                    .append(random.nextBoolean() ? ",buy\n" : ",sell\n");
        }
        tape = text.toString();
        whole = rig.events(tape);
        assertEquals(60, whole.size());
    }

    @Test
    void deliversExactlyTheWholeRowsBeforeTheEndOfATruncatedGzip() throws IOException {
        byte[] gzip = TapeRig.gzip(tape);
        int read = 0;
        for (int length = 2; length < gzip.length; length++) {
            byte[] cut = Arrays.copyOf(gzip, length);
            String text = decompressed(cut);
            if (text.length() < TRADES.length()) {
                continue;
            }
            List<String> events = TapeRig.read(TapeRig.crypto(rig.write("cut.csv.gz", cut)));
            int rows = events.size() - 1;
            assertEquals(whole.subList(0, rows), events.subList(0, rows), "length " + length);
            assertEquals(truncation(text, rows), events.get(rows), "length " + length);
            assertEquals(text.chars().filter(c -> c == '\n').count() - 1, rows, "length " + length);
            read++;
        }
        assertTrue(read > gzip.length / 2, "only " + read + " of " + gzip.length + " lengths read");
    }

    @Test
    void endsATruncatedPlainFileWithAFaultForTheRestOfALine() {
        byte[] plain = tape.getBytes(UTF_8);
        for (int length = TRADES.length(); length < plain.length; length++) {
            List<String> events = TapeRig.read(TapeRig.crypto(rig.write("cut.csv", Arrays.copyOf(plain, length))));
            int rows = (int) tape.substring(0, length).chars().filter(c -> c == '\n').count() - 1;
            assertEquals(whole.subList(0, rows), events.subList(0, rows), "length " + length);
            String rest = tape.substring(0, length).substring(tape.lastIndexOf('\n', length - 1) + 1);
            if (rest.isEmpty()) {
                assertEquals(rows, events.size(), "length " + length);
            } else if (rest.endsWith("buy") || rest.endsWith("sell")) {
                assertEquals(whole.subList(0, rows + 1), events, "length " + length);
            } else {
                assertTrue(events.get(rows).startsWith("FAULT")
                        && events.get(rows).endsWith(" TRUNCATED detail=" + rest), "length " + length);
                assertEquals(rows + 1, events.size(), "length " + length);
            }
        }
    }

    @Test
    void refusesALastRowThatEndsInsideItsLastNumber() {
        String first = "timestamp,price,amount\n1385337600,800.01,0.10000000\n";
        String last = "1385337613,800.05,0.27838049";
        assertTrue(rig.events(first + last).get(1).startsWith("TRADE"), "a whole row needs no line break");
        for (int length = 1; length < last.length(); length++) {
            String rest = last.substring(0, length);
            List<String> events = rig.events(first + rest);
            assertEquals(2, events.size(), rest);
            assertTrue(events.get(1).endsWith(" TRUNCATED detail=" + rest), events.get(1));
        }
    }

    @Test
    void endsACorruptGzipWithAFaultAfterTheRowsBeforeIt() {
        byte[] gzip = TapeRig.gzip(tape);
        byte[] wrongSum = gzip.clone();
        wrongSum[gzip.length - 8] ^= 1;
        List<String> events = TapeRig.read(TapeRig.crypto(rig.write("sum.csv.gz", wrongSum)));
        assertEquals(whole, events.subList(0, 60));
        assertEquals("FAULT 0:62 instrument=3 time=1610064000059000000 venueTime=1610064000059000000 TRUNCATED"
                + " detail=the checksum of the file is wrong", events.get(60));
        assertEquals(61, events.size());
    }

    @Test
    void keepsTheLastRowOfACorruptGzipWhereNoLineBreakFollowsIt() {
        byte[] wrongSum = TapeRig.gzip(tape.stripTrailing());
        wrongSum[wrongSum.length - 8] ^= 1;
        List<String> events = TapeRig.read(TapeRig.crypto(rig.write("sum.csv.gz", wrongSum)));
        assertEquals(60, events.size());
        String last = tape.stripTrailing().substring(tape.stripTrailing().lastIndexOf('\n') + 1);
        assertTrue(events.getLast().endsWith("detail=the checksum of the file is wrong; left over: " + last),
                events.getLast());
    }

    /// The last byte of the compressed rows has bits that nobody reads.
    @Test
    void survivesAnyFlippedBitAndNeverHidesDamage() {
        byte[] gzip = TapeRig.gzip(tape);
        for (int bit = 10 * 8; bit < gzip.length * 8; bit++) {
            byte[] flipped = gzip.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertTrue(refusedOrTruncatedOrWhole(flipped), "bit " + bit);
        }
    }

    private boolean refusedOrTruncatedOrWhole(byte[] gzip) {
        try {
            List<String> events = TapeRig.read(TapeRig.crypto(rig.write("bit.csv.gz", gzip)));
            return events.equals(whole) || events.getLast().contains(" TRUNCATED detail=");
        } catch (TapeException e) {
            return true;
        }
    }

    private String truncation(String text, int rows) {
        long timeNs = 1_610_064_000_000_000_000L + Math.max(0, rows - 1) * 1_000_000L;
        String rest = text.substring(text.lastIndexOf('\n') + 1);
        return "FAULT 0:" + (rows + 2) + " instrument=3 time=" + (rows == 0 ? 631_152_000_000_000_000L : timeNs)
                + " venueTime=" + (rows == 0 ? 631_152_000_000_000_000L : timeNs) + " TRUNCATED detail="
                + (rest.isEmpty() ? "the file breaks off here" : rest);
    }

    private static String decompressed(byte[] gzip) {
        StringBuilder text = new StringBuilder();
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            for (int next = in.read(); next >= 0; next = in.read()) {
                text.append((char) next);
            }
        } catch (IOException e) {
            // What came before the cut is what counts.
            return text.toString();
        }
        return text.toString();
    }
}
