package org.gradus.adapters.tape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gradus.engine.domain.AssetClass;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.tape.Tape;
import org.gradus.engine.tape.TapeEvent;
import org.junit.jupiter.api.Test;

/// Real history of many years and venues. The table of files that comes with it says how many rows each has.
class MarketFilesTest {
    private static final Path ROOT = Path.of(System.getProperty("gradus.root", "."));
    private static final Path FOLDER = ROOT.resolve("../shared/data").normalize();
    private static final Path DEMO = ROOT.resolve("adapters/target/tapes/bitstamp_trades_from_20131125_usd.csv");
    private static final Pattern TABLE_ROW = Pattern.compile(
            "\\| `([^`]+\\.csv(?:\\.gz)?)` \\|[^|]*\\|[^|]*\\| ([0-9,]+) \\|.*");

    @Test
    void readsEveryRowOfEveryFile() throws IOException {
        Path table = FOLDER.resolve("README.md");
        assumeTrue(Files.exists(table), "no market history at " + FOLDER);
        Map<String, String> expected = new TreeMap<>();
        Map<String, String> read = new TreeMap<>();
        for (String line : Files.readAllLines(table)) {
            Matcher row = TABLE_ROW.matcher(line);
            if (row.matches()) {
                String name = row.group(1);
                expected.put(name, row.group(2).replace(",", "") + " good, faults []");
                read.put(name, summary(FOLDER.resolve(name)));
            }
        }
        assertEquals(filesIn(FOLDER), List.copyOf(expected.keySet()));
        // Six years without a bar: the first one behind them is not believed before the second.
        expected.replace("QQQ_1d_1999-03-10_2019-12-31.csv", "3649 good, faults [FAULT 0:1443 instrument=0"
                + " time=1101848400000000000 venueTime=1101848400000000000 TIME_LEAP"
                + " detail=1300852800000,55.2,55.86,54.82,55.72,54175787]");
        assertEquals(expected, read);
    }

    @Test
    void findsTheZeroSizesOfTheDemoTape() {
        assumeTrue(Files.exists(DEMO), "the build has not unpacked " + DEMO);

        List<String> faults = new ArrayList<>();
        assertEquals(99_982, goodRows(DEMO, faults));
        assertEquals(18, faults.size());
        assertEquals(List.of(), faults.stream().filter(fault -> !fault.contains(" ZERO_SIZE ")).toList());
    }

    private static String summary(Path file) {
        List<String> faults = new ArrayList<>();
        long good = goodRows(file, faults);
        return good + " good, faults " + faults;
    }

    /// Also checks that time never goes back and that a file is one kind of event.
    private static long goodRows(Path file, List<String> faults) {
        long good = 0;
        long lastNs = Long.MIN_VALUE;
        long lastLine = 1;
        try (Tape tape = TapeFiles.open(TapeFiles.of(List.of(spec(file)), List.of(instrument(file))))) {
            while (tape.advance()) {
                TapeEvent event = tape.event();
                assertEquals(lastLine + 1, event.position(), file::toString);
                assertEquals(Math.max(lastNs, event.timeNs()), event.timeNs(), file::toString);
                lastNs = event.timeNs();
                lastLine = event.position();
                if (event.kind() == TapeEvent.Kind.FAULT) {
                    faults.add(event.toString());
                } else {
                    good++;
                }
            }
        }
        return good;
    }

    private static TapeSpec spec(Path file) {
        return new TapeSpec(file, symbol(file), null);
    }

    private static String symbol(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.indexOf('_'));
    }

    /// Stocks have symbols without a quote currency. Four decimals hold the volumes of the cheapest coins.
    private static Instrument instrument(Path file) {
        String symbol = symbol(file);
        boolean bars = file.getFileName().toString().matches("[^_]+_[0-9]+[mhd]_.*");
        AssetClass assetClass = symbol.contains("-") ? AssetClass.CRYPTO : AssetClass.STOCK;
        return TapeRig.instrument(0, symbol, assetClass, bars ? 4 : 8);
    }

    private static List<String> filesIn(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches(".*_[0-9-]+\\.csv(\\.gz)?")).sorted().toList();
        }
    }
}
