package org.gradus.adapters.tape;

import static org.gradus.adapters.tape.TapeRig.BITCOIN;
import static org.gradus.adapters.tape.TapeRig.SPY;
import static org.gradus.adapters.tape.TapeRig.TRADES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.tape.MergedTape;
import org.gradus.engine.tape.TapeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TapeFilesTest {
    private static final List<Instrument> INSTRUMENTS = List.of(BITCOIN, SPY);

    @Test
    void matchesFilesToInstrumentsAndNumbersThem() {
        List<TapeSpec> specs = List.of(spec("x.csv", "SPY", Timeframe.D1), spec("y.csv", "BTC/USDT", Timeframe.D1),
                spec("z.csv", "SPY", Timeframe.H1), spec("w.csv", "BTC/USDT", null));

        assertEquals(List.of(
                new TapeFile(Path.of("x.csv"), SPY, Timeframe.D1, 0, BarClose.NEW_YORK_SESSION),
                new TapeFile(Path.of("y.csv"), BITCOIN, Timeframe.D1, 1, BarClose.INTERVAL),
                new TapeFile(Path.of("z.csv"), SPY, Timeframe.H1, 2, BarClose.INTERVAL),
                new TapeFile(Path.of("w.csv"), BITCOIN, null, 3, BarClose.INTERVAL)), TapeFiles.of(specs, INSTRUMENTS));
    }

    @Test
    void takesTheTimeframeFromTheNameUnlessItIsGiven() {
        assertEquals(Timeframe.H1, timeframe("BTC-USDT_1h_2017-08-17_2022-12-31.csv.gz", null));
        assertEquals(Timeframe.D1, timeframe("BTC-USDT_1d.csv", null));
        assertEquals(Timeframe.M15, timeframe("BTC_USDT_15m_x.csv", null));
        assertEquals(Timeframe.M1, timeframe("a_1m_b_1h_c.csv", null));
        assertEquals(Timeframe.H4, timeframe("BTC-USDT_1h_2017.csv", Timeframe.H4));
        assertEquals(null, timeframe("BTC-USDT_trades_2017.csv", null));
        assertEquals(null, timeframe("BTC-USDT_1hour_2017.csv", null));
        assertEquals(null, timeframe("1h_2017.csv", null));
    }

    @Test
    void refusesASymbolThatIsNoInstrument() {
        assertEquals("a.csv: there is no instrument \"BTC-USDT\", expected one of [BTC/USDT, SPY]",
                assertThrows(TapeException.class,
                        () -> TapeFiles.of(List.of(spec("a.csv", "BTC-USDT", null)), INSTRUMENTS)).getMessage());
    }

    @Test
    void opensFilesAsOneTapeThatCanBeResumed(@TempDir Path folder) {
        TapeRig rig = new TapeRig(folder);
        Path first = rig.write("a.csv", TRADES + row(1) + row(3) + "bad\n" + row(5));
        Path second = rig.write("b.csv", TRADES + row(1) + row(4));
        List<TapeSpec> specs = List.of(new TapeSpec(first, "SPY", null), new TapeSpec(second, "SPY", null));
        List<TapeFile> files = TapeFiles.of(specs, INSTRUMENTS);

        assertEquals(List.of("0:2", "1:2", "0:3", "0:4", "1:3", "0:5"), places(TapeFiles.open(files)));
        MergedTape resumed = TapeFiles.open(files);
        resumed.skipTo(new long[] {4, 2});
        assertEquals(List.of("1:3", "0:5"), places(resumed));
    }

    @Test
    void opensAllFilesOrNone(@TempDir Path folder) {
        Path good = new TapeRig(folder).write("a.csv", TRADES);
        List<TapeFile> files = TapeFiles.of(List.of(new TapeSpec(good, "SPY", null), spec("none.csv", "SPY", null)),
                INSTRUMENTS);

        assertThrows(TapeException.class, () -> TapeFiles.open(files));
    }

    private static String row(int second) {
        return "161006400" + second + "000000000,100,1,buy\n";
    }

    private static List<String> places(MergedTape tape) {
        List<String> places = new ArrayList<>();
        try (tape) {
            while (tape.advance()) {
                places.add(tape.event().source() + ":" + tape.event().position());
            }
        }
        return places;
    }

    private static TapeSpec spec(String name, String symbol, Timeframe timeframe) {
        return new TapeSpec(Path.of(name), symbol, timeframe);
    }

    private static Timeframe timeframe(String name, Timeframe given) {
        return TapeFiles.of(List.of(spec(name, "BTC/USDT", given)), INSTRUMENTS).getFirst().timeframe();
    }
}
