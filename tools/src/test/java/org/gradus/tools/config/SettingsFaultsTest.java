package org.gradus.tools.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFaultsTest {
    @TempDir
    Path folder;
    private Sample sample;

    @BeforeEach
    void writeTheSample() {
        sample = new Sample(folder);
    }

    @Test
    void findsNothingWrongWithTheSample() {
        assertEquals(List.of(), sample.faults());
    }

    @Test
    void tellsEverythingThatIsWrongInOneListWithFileAndLine() {
        assertEquals(List.of(
                "sample.conf:2: mode = lively: expected one of demo, backtest, paper, live",
                "sample.conf:5: instruments.0.lot: missing, expected a quantity from 0.000000001 to 1000000, "
                + "like 1000 or 0.0001",
                "sample.conf:14: risk.trade-size = 150 %: expected a ratio from 0.0000001 % to 100 %, like 5 % or 0.05",
                "sample.conf:15: risk.stops.cover = 90: expected a duration with its unit from 0 s to 720 h, like 90 "
                + "s, 250 ms or 24 h",
                "sample.conf:16: ring.slotz: unknown key, did you mean slots?",
                "sample.conf:17: journal.force = maybe: expected true or false"),
                sample.write("sample.conf", Sample.TEXT.replace("backtest", "lively").replace("lot = 0.000000001,", "")
                + """
                        risk.trade-size = 150 %
                        risk.stops.cover = 90
                        ring.slotz = 8
                        journal.force = maybe
                        """).faults());
    }

    @Test
    void leavesAStopTheTimeToBePlaced() {
        assertEquals(List.of("--set: risk.stops.place = 60 s: expected a duration with its unit from 2 m to 720 h, "
                + "like 24 h"), sample.faults("risk.stops.place=60 s"));
    }

    @Test
    void namesTheIncludedFileForItsFaults() {
        sample.write("base.conf", "phase = 9\n");
        assertEquals("base.conf:1: phase = 9: expected a whole number from 1 to 4", sample.faults().stream()
                .filter(fault -> fault.contains("phase =")).findFirst().orElseThrow());
    }

    @Test
    void refusesBudgetsBeyondTheTotalExposure() {
        assertEquals(List.of(
                "sample.conf:9: strategies = [ … ]: the budgets sum to 30 %, expected at most risk.total-exposure, "
                + "which is 20 %"),
                sample.with("5 %", "30 %").faults());
    }

    @Test
    void refusesAReserveThatLeavesNothingForEntries() {
        assertEquals(List.of(
                "sample.conf:14: risk.rate.reserved = 9: leaves nothing for entries: expected less than per-minute, "
                + "which is 9"),
                sample.plus("risk.rate.reserved = 9\n").faults());
    }

    @Test
    void refusesSymbolsThatAreNoInstruments() {
        assertEquals(List.of(
                "sample.conf:3: reference = ETH/USD: no such instrument, expected none or one of BTC/USD",
                "sample.conf:10: strategies.0.symbols = [ … ]: no instrument DOGE/USD, expected some of BTC/USD"),
                sample.write("sample.conf", Sample.TEXT.replace("reference = BTC", "reference = ETH")
                        .replace("symbols = [BTC/USD]", "symbols = [BTC/USD, DOGE/USD]")).faults());
    }

    @Test
    void wantsToBeToldWhichTapeMakesTheBars() {
        assertEquals(List.of(
                "sample.conf:5: instruments.0.bars-from-feed: there are tapes with bars and tapes with trades or "
                + "quotes: "
                        + "expected bars-from-feed = [1h] to take the bars, or [] to build them from trades"),
                sample.faults(List.of(), List.of("trades.csv", "trades_1h_2013.csv")));
        assertEquals(List.of(),
                sample.faults(List.of("instruments.0.bars-from-feed=[]"), List.of("trades.csv", "trades_1h_2013.csv")));
    }

    @Test
    void refusesAGraceOfPartsOfASecond() {
        assertEquals(List.of("--set: bars.grace = 1500 ms: expected whole seconds"),
                sample.faults("bars.grace=1500 ms"));
    }

    @Test
    void refusesARingThatIsNoPowerOfTwo() {
        assertEquals(List.of("--set: ring.slots = 3000: expected a power of two, like 2048"),
                sample.faults("ring.slots=3000"));
    }

    @Test
    void refusesTimeframesThatStrategiesCannotGet() {
        assertEquals(List.of("sample.conf:10: strategies.0.timeframe = 5m: expected one of 1m, 1h"),
                sample.faults("bars.timeframes=[1m,1h]"));
        assertEquals(List.of(
                "--set: bars.timeframes = [ … ]: expected some of 1m, 5m, 15m, 1h, 4h, 1d, each once, from short to "
                + "long"),
                sample.faults("bars.timeframes=[5m,1m]"));
    }

    @Test
    void refusesKindsAndParametersThatNoStrategyHas() {
        assertEquals(List.of(
                "sample.conf:12: strategies.0.parameters.fast = 0: expected a whole number from 1 to 200",
                "sample.conf:12: strategies.0.parameters.slwo = 20: no such parameter of macd-trend"),
                sample.with("fast = 10, slow = 20", "fast = 0, slwo = 20").faults());
        assertEquals(List.of("--set: strategies.0.kind = magic: unknown strategy magic"),
                sample.faults("strategies.trend.kind=magic"));
        assertEquals(List.of(
                "sample.conf:12: strategies.0.parameters = { … }: macd: slow period must be 31 to 10000 bars, is 20"),
                sample.with("fast = 10", "fast = 30").faults());
    }

    @Test
    void looksAtAStrategyEvenWhenItsTimeframeIsWrong() {
        assertEquals(List.of(
                "sample.conf:10: strategies.0.kind = macd-trnd: unknown strategy macd-trnd, did you mean macd-trend?",
                "sample.conf:10: strategies.0.timeframe = 7m: expected one of 1m, 5m, 15m, 1h",
                "sample.conf:11: strategies.0.budget = 5: expected a ratio from 0 % to 100 %, like 5 % or 0.05"),
                sample.write("sample.conf", Sample.TEXT.replace("kind = macd-trend", "kind = macd-trnd")
                        .replace("timeframe = 5m", "timeframe = 7m").replace("5 %", "5")).faults()
                        .stream().sorted().toList());
    }

    @Test
    void refusesTwoOfOneName() {
        assertEquals(List.of("--set: strategies.1.name = trend: there are two strategies of this name"), sample.faults(
                "strategies=[{name=trend,kind=macd-trend,symbols=[BTC/USD],timeframe=5m,budget=1%},"
                        + "{name=trend,kind=macd-trend,symbols=[BTC/USD],timeframe=1m,budget=1%}]"));
    }

    @Test
    void refusesSecretsWithoutShowingThem() {
        assertEquals(List.of(
                "--set: alpaca.secretKey: looks like a secret; secrets come from the environment only and are never "
                + "written to a file",
                "sample.conf:14: alpaca.key-id: looks like a secret; secrets come from the environment only and are "
                + "never written to a file",
                "sample.conf:15: risk.password: looks like a secret; secrets come from the environment only and are "
                + "never written to a file"),
                sample.plus("alpaca.key-id = PKABC\nrisk.password = hunter2\n").faults("alpaca.secretKey=hunter2"));
    }

    @Test
    void tradesEachModeAtItsOwnGateway() {
        assertEquals(List.of("base.conf: gateway = simulated: expected alpaca for mode paper"),
                sample.faults("mode=paper").stream()
                        .filter(fault -> fault.contains("gateway")).map(SettingsFaultsTest::withoutLine).toList());
        assertEquals(List.of("--set: gateway = alpaca: expected simulated for mode backtest"),
                sample.faults("gateway=alpaca").stream().filter(fault -> fault.contains("gateway")).toList());
    }

    private static String withoutLine(String fault) {
        return fault.replaceFirst("^.*/base\\.conf:\\d+", "base.conf");
    }

    @Test
    void refusesTapesThatAreNotThere() {
        assertEquals(List.of("--tape: tapes.0.file = none.csv: no such file: " + folder.resolve("none.csv"),
                "--tape: tapes.1.symbol = ETH/USD: no such instrument, expected one of BTC/USD"),
                sample.faults(List.of(), List.of("none.csv", "ETH/USD=trades.csv")));
    }

    @Test
    void tellsTapesThatAreNoFilesFromThoseThatAreNotThere() {
        assertEquals(List.of("--tape: tapes.0.file = " + folder + ": not a regular file: " + folder),
                sample.faults(List.of(), List.of(folder.toString())));
    }

    @Test
    void namesOnlyInstrumentsThatHaveANameAsAChoice() {
        sample.plus("""
                instruments += { asset-class = crypto, tick = 0.01, lot = 0.000000001,
                  minimum-notional = 10, maximum-quantity = 1000, size-decimals = 8 }
                """);
        List<String> faults = sample.faults(List.of("strategies.trend.symbols=[DOGE]"), List.of("ETH/USD=trades.csv"));
        assertTrue(faults.contains("--tape: tapes.0.symbol = ETH/USD: no such instrument, expected one of BTC/USD"),
                faults::toString);
        assertTrue(faults.contains("--set: strategies.0.symbols = [ … ]: no instrument DOGE, expected some of "
                + "BTC/USD"), faults::toString);
    }

    @Test
    void tellsAMissingFeeOnce() {
        List<String> faults = sample.write("sample.conf", "").faults().stream().filter(fault -> fault.contains(
                "market.fees.taker")).toList();
        assertEquals(List.of("sample.conf: market.fees.taker: missing, expected a ratio from 0.0000001 % to 10 %, "
                + "like 5 % or 0.05"), faults);
    }

    @Test
    void refusesOverridesThatLeadNowhere() {
        assertEquals(List.of(
                "--set: nonsense: expected key=value",
                "--set: risk.trade-size.more = 1: there is nothing below 5 % to set more in",
                "--set: strategies.macd.budget = 1%: there is no macd, expected one of trend",
                "--set: risk.trade-sise: unknown key, did you mean trade-size?"),
                sample.faults("nonsense", "risk.trade-size.more=1", "strategies.macd.budget=1%", "risk.trade-sise=1%"));
    }

    @Test
    void refusesFilesThatCannotBeRead() {
        assertEquals(List.of("sample.conf: cannot include \"absent.conf\": no such file beside this one or in "
                + Sample.ROOT.resolve("config")), sample.write("sample.conf", "\ninclude \"absent.conf\"\n").faults());
        assertEquals(1, sample.write("sample.conf", "a = {\n b = [1,\n").faults().size());
    }

    @Test
    void refusesASectionThatIsNone() {
        assertEquals(List.of("sample.conf:14: ring = 5: expected { … } with keys in it",
                "sample.conf:15: risk = 5: expected { … } with keys in it"),
                sample.plus("ring = 5\nrisk = 5\n").faults());
    }

    @Test
    void namesTheLineOfTheSectionThatLacksAKey() {
        assertEquals(List.of("sample.conf:16: risk.veto.window: missing, expected a duration with its unit from 0 s to "
                + "720 h, like 90 s, 250 ms or 24 h"),
                sample.plus("\nrisk {\n  veto { window = null }\n}\n").faults());
    }

    @Test
    void tellsWhatElseIsWrongBesideAReferenceThatLeadsNowhere() {
        assertEquals(List.of("sample.conf:14: ${nowhere.at-all} stands for a key that is nowhere set",
                "sample.conf:15: ${nothing} stands for a key that is nowhere set",
                "sample.conf:16: journal.force = maybe: expected true or false"),
                sample.plus("risk.trade-size = ${nowhere.at-all}\nring = ${nothing}\njournal.force = maybe\n")
                        .faults());
    }

    @Test
    void resolvesReferencesThatLeadSomewhere() {
        assertEquals(List.of("sample.conf:14: half: unknown key"),
                sample.plus("half = 2 %\nrisk.trade-size = ${half}\n").faults());
    }

    @Test
    void saysThatFilesIncludeEachOther() {
        sample.write("again.conf", "include \"again.conf\"\n");
        List<String> faults = sample.write("sample.conf", "include \"again.conf\"\n").faults();
        assertEquals(1, faults.size());
        assertTrue(faults.getFirst().endsWith("a file includes itself, or another one that includes it again"),
                faults::toString);
    }

    @Test
    void wantsTheSymbolOfATapeOnTheCommandLineWhereThereAreSeveralInstruments() {
        sample.plus("""
                instruments += { symbol = ETH/USD, asset-class = crypto, tick = 0.01, lot = 0.000000001,
                  minimum-notional = 10, maximum-quantity = 1000, size-decimals = 8 }
                """);
        assertEquals(List.of("--tape: tapes.0.symbol: missing, expected one of BTC/USD, ETH/USD (on the command line "
                + "--tape SYMBOL=FILE), for there are several instruments"),
                sample.faults(List.of(), List.of("trades.csv")));
    }

    @Test
    void refusesARunWithoutTapesOrStrategies() {
        assertEquals(List.of("--set: tapes = [ … ]: expected at least one tape: a run needs a market to run on",
                "--set: strategies = [ … ]: expected at least one strategy"), sample.faults("tapes=[]",
                "strategies=[]"));
    }

    @Test
    void refusesNamesOfStrategiesThatNoCommandLineCanTake() {
        for (String name : List.of("my trend", "Trend", "a/b", "x".repeat(41), "-x")) {
            assertEquals(List.of("sample.conf:10: strategies.0.name = " + name + ": expected at most 40 lower-case "
                    + "letters, digits, dots, dashes and underscores: it names the strategy in journal, log and --set"),
                    sample.with("name = trend", "name = \"" + name + "\"").faults());
        }
    }

    @Test
    void namesTheLineOfAJarThatIsMissingAndOfAClassThatIsNoStrategy() {
        assertEquals(List.of("sample.conf:10: strategies.0.jar = mine.jar: no such file: "
                + folder.resolve("mine.jar")),
                sample.with("kind = macd-trend,", "kind = mine.Own, jar = mine.jar,").faults());
        assertEquals(List.of("sample.conf:10: strategies.0.kind = java.lang.Object: java.lang.Object is no strategy: "
                        + "expected a class that implements org.gradus.engine.strategy.Strategy"),
                sample.with("kind = macd-trend,", "kind = java.lang.Object,").faults().stream()
                        .map(fault -> fault.split(", or a ta4j one")[0]).toList());
    }
}
