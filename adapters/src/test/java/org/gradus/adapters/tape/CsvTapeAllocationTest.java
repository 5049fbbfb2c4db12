package org.gradus.adapters.tape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.tape.Tape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTapeAllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int ROWS = 60_000;
    /// The compiler itself allocates a little on our thread until it has settled.
    private static final int PASSES_MAX = 12;

    @Test
    void allocatesNothingForGoodRows(@TempDir Path folder) {
        TapeRig rig = new TapeRig(folder);
        StringBuilder trades = new StringBuilder(TapeRig.TRADES);
        StringBuilder quotes = new StringBuilder(TapeRig.QUOTES);
        StringBuilder bars = new StringBuilder(TapeRig.BARS);
        for (int i = 0; i < ROWS; i++) {
            long timeMs = 1_300_000_000_000L + i * 60_000L;
            trades.append(timeMs).append("000000,39432.480000000000,0.00026300000000001,sell\n");
            quotes.append(timeMs).append("000000,39432.99,0.0031,39433.62,0.066851\n");
            bars.append(timeMs).append(",18.0316,18.1834,17.9908,18.1736,78231.51\n");
        }
        List<TapeFile> files = List.of(file(rig.write("trades.csv", trades.toString()), 0),
                file(rig.write("quotes.csv.gz", TapeRig.gzip(quotes.toString())), 1),
                file(rig.write("bars.csv", bars.toString()), 2));

        long least = allocatedFor(files);
        for (int pass = 1; pass < PASSES_MAX && least > 0; pass++) {
            least = Math.min(least, allocatedFor(files));
        }
        assertEquals(0, least, "bytes in the best pass over " + 3 * ROWS + " rows");
    }

    /// Leaves out the opening and the end: both allocate, once a file.
    private static long allocatedFor(List<TapeFile> files) {
        try (Tape tape = TapeFiles.open(files)) {
            advance(tape, 3_000);
            long before = THREADS.getCurrentThreadAllocatedBytes();
            advance(tape, 3 * ROWS - 6_000);
            long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
            advance(tape, 3_000);
            assertFalse(tape.advance());
            return allocated;
        }
    }

    private static TapeFile file(Path path, int source) {
        return new TapeFile(path, TapeRig.BITCOIN, Timeframe.M1, source, BarClose.INTERVAL);
    }

    private static void advance(Tape tape, int events) {
        for (int i = 0; i < events; i++) {
            assertTrue(tape.advance());
        }
    }
}
