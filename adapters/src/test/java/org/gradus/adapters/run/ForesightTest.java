package org.gradus.adapters.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.gradus.adapters.tape.TapeSpec;
import org.gradus.engine.codec.RecordHeader;
import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.runtime.EngineConfig;
import org.gradus.engine.runtime.EngineConfig.InstrumentConfig;
import org.gradus.engine.runtime.EngineConfig.Topology;
import org.gradus.engine.runtime.TestConfigs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Nothing a tape holds is felt before its time: what comes later may be missing or different, the records before are
/// the same to the byte.
class ForesightTest {
    private static final int ROWS = 3_000;
    private static final int CUT = 1_900;
    /// `stopped` and the seal behind it.
    private static final int ENDING = 2;
    private static final long DAY_NS = 24 * TestConfigs.HOUR_NS;
    private static final long START_MS = 1_609_459_200_000L;
    private static final long DAY_MS = DAY_NS / 1_000_000;

    @TempDir
    private Path folder;
    private int runs;

    private List<String> demo;

    @BeforeEach
    void takesTheFirstRowsOfTheDemo() throws IOException {
        try (var lines = Files.lines(DemoTape.FILE)) {
            demo = lines.limit(1 + ROWS).toList();
        }
    }

    @Test
    void aTruncatedTapeGivesAnExactPrefix() throws IOException {
        List<ByteBuffer> whole = trades(demo);
        List<ByteBuffer> cut = trades(demo.subList(0, 1 + CUT));
        int common = cut.size() - ENDING;
        assertTrue(common > CUT, () -> "only " + common + " records");
        assertEquals(whole.subList(0, common), cut.subList(0, common));
        assertNotEquals(whole.get(common), cut.get(common));
    }

    @Test
    void aPriceChangedInOneRowChangesNothingBeforeIt() throws IOException {
        List<String> changed = new ArrayList<>(demo);
        String[] fields = demo.get(CUT).split(",");
        changed.set(CUT, fields[0] + "," + (Double.parseDouble(fields[1]) + 3) + "," + fields[2]);
        List<ByteBuffer> before = trades(demo);
        List<ByteBuffer> after = trades(changed);
        int first = firstDifference(before, after);
        assertEquals(CUT + 1, RecordHeader.sourcePosition(bytes(before.get(first)), 0));
        assertEquals(CUT + 1, RecordHeader.sourcePosition(bytes(after.get(first)), 0));
    }

    @Test
    void aDailyBarIsNotFeltBeforeItsCloseBesideFiveMinuteBars() throws IOException {
        List<ByteBuffer> before = bars("40100");
        List<ByteBuffer> after = bars("47900");
        int first = firstDifference(before, after);
        assertTrue(first > 500, () -> "only " + first + " records before it");
        assertEquals(START_MS * 1_000_000 + 3 * DAY_NS, RecordHeader.timeNs(bytes(before.get(first)), 0));
    }

    private static int firstDifference(List<ByteBuffer> left, List<ByteBuffer> right) {
        int at = 1;
        while (left.get(at).equals(right.get(at))) {
            at++;
        }
        return at;
    }

    private static UnsafeBuffer bytes(ByteBuffer record) {
        return new UnsafeBuffer(record.array());
    }

    private List<ByteBuffer> trades(List<String> rows) throws IOException {
        Path file = Files.write(folder.resolve("trades.csv"), rows);
        return run(TestConfigs.demo(), List.of(new TapeSpec(file, "BTC/USD", null)));
    }

    /// Four days of five-minute bars and of daily ones; the third day closes as told.
    private List<ByteBuffer> bars(String thirdClose) throws IOException {
        List<String> small = new ArrayList<>(List.of("timestamp_ms,open,high,low,close,volume"));
        List<String> large = new ArrayList<>(small);
        for (int i = 0; i < 4 * 288; i++) {
            long price = 40_000 + 37L * i % 211;
            small.add(START_MS + i * 300_000L + "," + price + "," + (price + 5) + "," + (price - 5) + "," + price
                    + ",3");
        }
        for (int day = 0; day < 4; day++) {
            large.add(START_MS + day * DAY_MS + ",40000,48000,39000," + (day == 2 ? thirdClose : "40200") + ",900");
        }
        Path smallFile = Files.write(folder.resolve("bars_5m_.csv"), small);
        Path largeFile = Files.write(folder.resolve("bars_1d_.csv"), large);
        InstrumentConfig fed = new InstrumentConfig(TestConfigs.crypto(0, "BTC/USD", "BTC", 8),
                List.of(Timeframe.M5, Timeframe.D1));
        EngineConfig config = TestConfigs.with(List.of(fed), TestConfigs.strategies(List.of("BTC/USD"), Timeframe.D1),
                "");
        return run(config, List.of(new TapeSpec(smallFile, "BTC/USD", Timeframe.M5),
                new TapeSpec(largeFile, "BTC/USD", Timeframe.D1)));
    }

    private List<ByteBuffer> run(EngineConfig config, List<TapeSpec> files) {
        Path home = folder.resolve("run" + runs++);
        DemoTape.run(config, files, home, Topology.DIRECT, Long.MAX_VALUE);
        return DemoTape.records(home);
    }
}
