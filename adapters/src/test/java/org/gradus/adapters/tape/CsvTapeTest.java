package org.gradus.adapters.tape;

import static org.gradus.adapters.tape.TapeRig.BARS;
import static org.gradus.adapters.tape.TapeRig.QUOTES;
import static org.gradus.adapters.tape.TapeRig.SPY;
import static org.gradus.adapters.tape.TapeRig.TRADES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.gradus.engine.domain.Timeframe;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTapeTest {
    private static final String TWO_TRADES = TRADES + """
            1610064000278000000,39432.48,0.000263,sell
            1610064000278000001,39439.4,12,buy
            """;
    private static final List<String> TWO_TRADES_READ = List.of(
            "TRADE 0:2 instrument=3 time=1610064000278000000 venueTime=1610064000278000000"
                    + " price=39432480000000 size=26300 aggressor=2",
            "TRADE 0:3 instrument=3 time=1610064000278000001 venueTime=1610064000278000001"
                    + " price=39439400000000 size=1200000000 aggressor=1");

    @TempDir
    Path folder;
    private TapeRig rig;

    @BeforeEach
    void open() {
        rig = new TapeRig(folder);
    }

    @Test
    void readsTrades() {
        assertEquals(TWO_TRADES_READ, rig.events(TWO_TRADES));
        assertEquals(List.of("TRADE 0:2 instrument=3 time=1610064000278000000 venueTime=1610064000278000000"
                + " price=1 size=1 aggressor=0"), rig.events(TRADES + "1610064000278000000,1e-9,1e-8,unknown\n"));
    }

    @Test
    void readsQuotesAlsoLockedOnes() {
        assertEquals(List.of(
                "QUOTE 0:2 instrument=3 time=1610064001076000000 venueTime=1610064001076000000"
                        + " bid=39432990000000 bidSize=310000 ask=39433620000000 askSize=6685100",
                "QUOTE 0:3 instrument=3 time=1610064001076000000 venueTime=1610064001076000000"
                        + " bid=39433000000000 bidSize=200000000 ask=39433000000000 askSize=100000000"),
                rig.events(QUOTES + """
                        1610064001076000000,39432.99,0.0031,39433.62,0.066851
                        1610064001076000000,39433,2,39433,1
                        """));
    }

    @Test
    void readsBitstampTradesInSecondsAndCutsTheirSizes() {
        assertEquals(List.of("TRADE 0:2 instrument=3 time=1385337600000000000 venueTime=1385337600000000000"
                + " price=800010000000 size=129263319 aggressor=0"),
                rig.events("timestamp,price,amount\n1385337600,800.010000000000,1.29263319999999999\n"));
    }

    @Test
    void placesBarsAtTheirEndAlsoOffTheGridAndWithoutVolume() {
        assertEquals(List.of(
                "BAR 0:2 instrument=3 time=1617573600000000000 venueTime=1617573600000000000 H1"
                        + " start=1617570000000000000 end=1617573600000000000 open=18031600000 high=18183400000"
                        + " low=17990800000 close=18173600000 volume=7823151000000",
                "BAR 0:3 instrument=3 time=1617577294000000000 venueTime=1617577294000000000 H1"
                        + " start=1617573694000000000 end=1617577294000000000 open=1000000000 high=1000000000"
                        + " low=1000000000 close=1000000000 volume=0"),
                rig.events(BARS + """
                        1617570000000,18.0316,18.1834,17.9908,18.1736,78231.51
                        1617573694000,1,1,1,1,0
                        """));
    }

    @Test
    void placesStockDaysAtTheCloseOfTheNewYorkSession() {
        TapeSpec days = new TapeSpec(rig.write("SPY_1d_x.csv", BARS + """
                1383886800000,1,1,1,1,9
                1404100800000,1,1,1,1,9
                """), "SPY", null);
        TapeSpec hours = new TapeSpec(rig.write("SPY_1h_x.csv", BARS + "1383937200000,1,1,1,1,9\n"), "SPY", null);

        List<TapeFile> files = TapeFiles.of(List.of(days, hours), List.of(SPY));

        String prices = " open=1000000000 high=1000000000 low=1000000000 close=1000000000 volume=9";
        assertEquals(List.of(
                "BAR 0:2 instrument=4 time=1383944400000000000 venueTime=1383944400000000000 D1"
                        + " start=1383886800000000000 end=1383944400000000000" + prices,
                "BAR 0:3 instrument=4 time=1404158400000000000 venueTime=1404158400000000000 D1"
                        + " start=1404100800000000000 end=1404158400000000000" + prices), TapeRig.read(files.get(0)));
        assertEquals(List.of("BAR 1:2 instrument=4 time=1383940800000000000 venueTime=1383940800000000000 H1"
                + " start=1383937200000000000 end=1383940800000000000" + prices), TapeRig.read(files.get(1)));
    }

    @Test
    void readsGzipWhateverItsName() {
        assertEquals(TWO_TRADES_READ, TapeRig.read(TapeRig.crypto(rig.write("t.csv.gz", TapeRig.gzip(TWO_TRADES)))));
        assertEquals(TWO_TRADES_READ, TapeRig.read(TapeRig.crypto(rig.write("t.csv", TapeRig.gzip(TWO_TRADES)))));
        assertEquals(TWO_TRADES_READ, TapeRig.read(TapeRig.crypto(rig.write("u.csv.gz", TWO_TRADES))));
    }

    @Test
    void readsEveryKindOfLineEndAndAMarkAtTheBeginning() {
        assertEquals(TWO_TRADES_READ, rig.events(TWO_TRADES.replace("\n", "\r\n")));
        assertEquals(TWO_TRADES_READ, rig.events("\uFEFF" + TWO_TRADES));
        assertEquals(TWO_TRADES_READ, rig.events(TWO_TRADES.stripTrailing()));
        assertEquals(TWO_TRADES_READ, rig.events(TWO_TRADES.stripTrailing() + "\r"));
    }

    @Test
    void skipsBlankLinesButCountsThem() {
        String spaced = TWO_TRADES.replace("sell\n", "sell\n\n \t\r\n");

        assertEquals(List.of(TWO_TRADES_READ.get(0), TWO_TRADES_READ.get(1).replace("0:3", "0:5")), rig.events(spaced));
        assertEquals(List.of(TWO_TRADES_READ.get(0).replace("0:2", "0:4"),
                TWO_TRADES_READ.get(1).replace("0:3", "0:5")), rig.events("\r\n\n" + TWO_TRADES));
    }

    @Test
    void hasNoEventsWithoutRowsAndStaysAtItsEnd() {
        try (CsvTape tape = new CsvTape(TapeRig.crypto(rig.write("t.csv", TRADES)))) {
            assertFalse(tape.advance());
            assertFalse(tape.advance());
        }
        assertEquals(List.of(), rig.events(TRADES.stripTrailing()));
    }

    @Test
    void readsTheSameInAnyLocaleAndTimeZone() {
        Path days = rig.write("SPY_1d.csv", BARS + "1383886800000,1.5,2,1,1,9\n1383973200000,1,1,1,1,bad\n");
        TapeFile file = new TapeFile(days, SPY, Timeframe.D1, 0, BarClose.NEW_YORK_SESSION);
        List<String> here = TapeRig.read(file);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.of("tr", "TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertEquals(here, TapeRig.read(file));
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertEquals(here, TapeRig.read(file));
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }
}
