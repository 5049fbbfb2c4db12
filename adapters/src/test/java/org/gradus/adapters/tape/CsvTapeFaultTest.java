package org.gradus.adapters.tape;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.gradus.adapters.tape.TapeRig.BARS;
import static org.gradus.adapters.tape.TapeRig.QUOTES;
import static org.gradus.adapters.tape.TapeRig.TRADES;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTapeFaultTest {
    private static final String GOOD_TRADE = "1610064000000000000,39432.48,0.5,sell\n";
    private static final String LATER_TRADE = "1610064009000000000,39432.48,0.5,sell\n";
    private static final String GOOD_QUOTE = "1610064000000000000,100,1,101,1\n";
    private static final String LATER_QUOTE = "1610064009000000000,100,1,101,1\n";
    private static final String GOOD_BAR = "1617570000000,18,19,17,18.5,1000\n";
    private static final String LATER_BAR = "1617580800000,18,19,17,18.5,1000\n";

    @TempDir
    Path folder;
    private TapeRig rig;

    @BeforeEach
    void open() {
        rig = new TapeRig(folder);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "MALFORMED     | 1610064001000000000,39x32.48,0.5,sell",
        "MALFORMED     | 1610064001000000000,,0.5,sell",
        "MALFORMED     | 1610064001000000000,1.2.3,0.5,sell",
        "MALFORMED     | 1610064001000000000, 1.2,0.5,sell",
        "MALFORMED     | 1610064001000000000,\"1.2\",0.5,sell",
        "MALFORMED     | 1610064001000000000,NaN,0.5,sell",
        "MALFORMED     | 1610064001000000000,1,0.5,SELL",
        "MALFORMED     | 1610064001000000000,1,0.5,sel",
        "MALFORMED     | 1610064001000000000,1,0.5,",
        "MALFORMED     | 1610064001000000000,1,0.5",
        "MALFORMED     | 1610064001000000000",
        "MALFORMED     | 1610064001000000000,1,0.5,sell,",
        "MALFORMED     | 1610064001000000000,1,0.5,sell,7",
        "MALFORMED     | ,1,0.5,sell",
        "MALFORMED     | 1610064001000000000.0,1,0.5,sell",
        "MALFORMED     | -1610064001000000000,1,0.5,sell",
        "MALFORMED     | 1610064001000,1,0.5,sell",
        "MALFORMED     | 4102444800000000000,1,0.5,sell",
        "MALFORMED     | 631151999999999999,1,0.5,sell",
        "MALFORMED     | 99999999999999999999,1,0.5,sell",
        "MALFORMED     | 1610064001000000000,1.0000000001,0.5,sell",
        "NEGATIVE      | 1610064001000000000,-1,0.5,sell",
        "NEGATIVE      | 1610064001000000000,1,-0.5,sell",
        "ZERO_PRICE    | 1610064001000000000,0.000,0.5,sell",
        "ZERO_SIZE     | 1610064001000000000,1,0,sell",
        "ZERO_SIZE     | 1610064001000000000,1,0.000000009,sell",
        "OVERFLOW      | 1610064001000000000,9223372036.854775808,0.5,sell",
        "OVERFLOW      | 1610064001000000000,99999999999,0.5,sell",
        "OVERFLOW      | 1610064001000000000,1,92233720369,sell",
        "OUT_OF_ORDER  | 1610063999999999999,1,0.5,sell",
    })
    void refusesABadTradeInItsPlace(String fault, String row) {
        assertEquals(List.of("good", "3 " + fault + " @1610064000 " + row, "good"),
                faults(TRADES + GOOD_TRADE + row + "\n" + LATER_TRADE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "CROSSED_QUOTE | 1610064001000000000,101.01,1,101,1",
        "ZERO_PRICE    | 1610064001000000000,0,1,101,1",
        "ZERO_PRICE    | 1610064001000000000,100,1,0,1",
        "ZERO_SIZE     | 1610064001000000000,100,0,101,1",
        "ZERO_SIZE     | 1610064001000000000,100,1,101,0",
        "NEGATIVE      | 1610064001000000000,-100,1,101,1",
        "MALFORMED     | 1610064001000000000,100,1,101",
        "OUT_OF_ORDER  | 1610063999999999999,100,1,101,1",
        "DUPLICATE     | 1610064000000000000,100,1,101,1",
    })
    void refusesABadQuoteInItsPlace(String fault, String row) {
        assertEquals(List.of("good", "3 " + fault + " @1610064000 " + row, "good"),
                faults(QUOTES + GOOD_QUOTE + row + "\n" + LATER_QUOTE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "BAD_BAR       | 1617573600000,18,17,19,18,1000",
        "BAD_BAR       | 1617573600000,20,19,17,18,1000",
        "BAD_BAR       | 1617573600000,18,19,17,16,1000",
        "DUPLICATE     | 1617570000000,18,19,17,18.5,1000",
        "OUT_OF_ORDER  | 1617566400000,18,19,17,18.5,1000",
        "NEGATIVE      | 1617573600000,18,19,17,18.5,-1000",
        "ZERO_PRICE    | 1617573600000,18,19,0,18.5,1000",
        "OVERFLOW      | 1617573600000,18,19,17,18.5,92233720369",
        "MALFORMED     | 1617573600000,18,19,17,18.5",
        "MALFORMED     | 1617573600000,18,19,17,18.5,1e",
        "MALFORMED     | 1617573600,18,19,17,18.5,1000",
    })
    void refusesABadBarInItsPlace(String fault, String row) {
        assertEquals(List.of("good", "3 " + fault + " @1617573600 " + row, "good"),
                faults(BARS + GOOD_BAR + row + "\n" + LATER_BAR));
    }

    @Test
    void acceptsABarThatCorrectsARefusedOne() {
        assertEquals(List.of("good", "3 BAD_BAR @1617573600 1617573600000,18,17,19,18,1", "good", "good"),
                faults(BARS + GOOD_BAR + "1617573600000,18,17,19,18,1\n1617573600000,18,19,17,18,1\n" + LATER_BAR));
    }

    @Test
    void takesTwoPrintsAlikeForTwoTradesAndAChangedQuoteForANewOne() {
        assertEquals(List.of("good", "good"), faults(TRADES + GOOD_TRADE + GOOD_TRADE));
        assertEquals(List.of("good", "good", "good"), faults(QUOTES + GOOD_QUOTE + "1610064000000000000,100,2,101,1\n"
                + GOOD_QUOTE));
    }

    @Test
    void refusesATimeThatLeapsAheadUnlessTheNextRowGoesOnFromThere() {
        String leap = "1644624000000000001,39432.48,0.5,sell";
        assertEquals(List.of("good", "3 TIME_LEAP @1610064000 " + leap, "good"),
                faults(TRADES + GOOD_TRADE + leap + "\n" + LATER_TRADE));
        assertEquals(List.of("good", "3 TIME_LEAP @1610064000 " + leap, "good", "5 OUT_OF_ORDER @1644624000 "
                + LATER_TRADE.strip()), faults(TRADES + GOOD_TRADE + leap + "\n" + leap + "\n" + LATER_TRADE));
        assertEquals(List.of("good", "good"), faults(TRADES + GOOD_TRADE + "1644624000000000000,1,1,buy\n"));
    }

    @Test
    void givesARefusedRowNoSayInTime() {
        assertEquals(List.of("good", "3 ZERO_PRICE @1610064000 4100000000000000000,0,1,buy", "good"),
                faults(TRADES + GOOD_TRADE + "4100000000000000000,0,1,buy\n" + LATER_TRADE));
    }

    @Test
    void placesFaultsBeforeTheFirstGoodRowAtItsTime() {
        assertEquals(List.of("3 MALFORMED @1617573600 what?", "4 BAD_BAR @1617573600 1700000000000,1,1,2,1,1", "good",
                "7 DUPLICATE @1617573600 " + GOOD_BAR.strip(), "good"),
                faults(BARS + "\nwhat?\n1700000000000,1,1,2,1,1\n\n" + GOOD_BAR + GOOD_BAR + LATER_BAR));
    }

    @Test
    void placesFaultsOfAFileWithoutAnyGoodRowAtTheEarliestTime() {
        assertEquals(List.of("2 MALFORMED @631152000 what?"), faults(TRADES + "what?\n"));
    }

    @Test
    void quotesNoMoreThanTheBeginningOfALongLine() {
        for (int length : new int[] {201, 4_096, 4_097, 262_143, 262_144, 262_145, 1_000_000}) {
            String row = "9".repeat(length);
            assertEquals(List.of("good", "3 MALFORMED @1610064000 " + "9".repeat(200), "good"),
                    faults(TRADES + GOOD_TRADE + row + "\n" + LATER_TRADE), "length " + length);
        }
    }

    @Test
    void refusesARowThatIsTooLongEvenIfItsFieldsCouldBeRead() {
        String row = GOOD_TRADE.strip().replace("39432", "0".repeat(5_000) + "39432");
        assertEquals(List.of("good", "3 MALFORMED @1610064000 " + row.substring(0, 200), "good"),
                faults(TRADES + GOOD_TRADE + row + "\r\n" + LATER_TRADE));
    }

    @Test
    void takesBytesThatAreNoText() {
        byte[] binary = (TRADES + GOOD_TRADE + "\0\u00FF\u00FE,1\n" + LATER_TRADE).getBytes(ISO_8859_1);

        assertEquals(List.of("good", "3 MALFORMED @1610064000 \0\uFFFD\uFFFD,1", "good"),
                TapeRig.faults(TapeRig.crypto(rig.write("t.csv", binary))));
    }

    private List<String> faults(String content) {
        return TapeRig.faults(TapeRig.crypto(rig.write("tape.csv", content)));
    }
}
