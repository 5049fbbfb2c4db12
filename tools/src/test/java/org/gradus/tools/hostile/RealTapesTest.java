package org.gradus.tools.hostile;

import static org.gradus.engine.domain.FixedPoint.parse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gradus.adapters.tape.TapeSpec;
import org.gradus.engine.domain.AssetClass;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.runtime.EngineConfig;
import org.gradus.engine.runtime.EngineConfig.InstrumentConfig;
import org.gradus.engine.runtime.TestConfigs;
import org.gradus.engine.strategy.StrategyFactory;
import org.gradus.tools.hostile.AuditedRun.Circumstances;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Exports of runs on recorded bars, quotes and stock prints hold under audit.
class RealTapesTest {
    private static final Path FILES = Path.of(System.getProperty("gradus.root"), "../shared/data");

    @TempDir
    private Path home;

    @Test
    void barsOfTwoInstrumentsHold() {
        EngineConfig config = Scenes.builtIns(List.of(fed(0, "BTC/USD", "BTC"), fed(1, "ETH/USD", "ETH")),
                Timeframe.M5, Timeframe.M15, TestConfigs.HOUR_NS);
        AuditedRun run = audited(config, 8_000, tape("BTC-USDT_5m_2021-01-01_2021-12-31.csv.gz", "BTC/USD"),
                tape("ETH-USDT_5m_2021-01-01_2021-12-31.csv.gz", "ETH/USD"));
        assertTrue(run.submitted("entry") > 20 && run.submitted("exit") > 5, () -> "" + run.orders());
    }

    @Test
    void barsOffTheirGridHold() {
        EngineConfig config = Scenes.builtIns(List.of(new InstrumentConfig(TestConfigs.crypto(0, "BTC/USD", "BTC", 8),
                List.of(Timeframe.H1))), Timeframe.H1, Timeframe.H4, 3 * TestConfigs.HOUR_NS);
        AuditedRun run = audited(config, 30_000, tape("BTC-USDT_1h_2017-08-17_2022-12-31.csv.gz", "BTC/USD"));
        assertTrue(run.holding("\"start_ns\":\"1518168494000000000\"") == 1, "the venue came back at 09:28:14");
    }

    @Test
    void tradesAndQuotesOfAStockHold() {
        Instrument stock = new Instrument(0, "BAC", AssetClass.STOCK, "BAC", "USD", parse("0.01"), parse("1"),
                parse("1"), parse("100000"), 0);
        EngineConfig config = Scenes.builtIns(List.of(new InstrumentConfig(stock, List.of())), Timeframe.M1,
                Timeframe.M5, 60 * TestConfigs.SECOND_NS);
        AuditedRun run = audited(config, 60_000, tape("BAC_trades_2013-10-08_2013-10-08.csv.gz", "BAC"),
                tape("BAC_quotes_2013-10-08_2013-10-09.csv.gz", "BAC"));
        assertTrue(run.holding("\"type\":\"quote\"") > 1_000, "no quotes");
    }

    private static InstrumentConfig fed(int id, String symbol, String base) {
        return new InstrumentConfig(TestConfigs.crypto(id, symbol, base, 8), List.of(Timeframe.M5));
    }

    private static TapeSpec tape(String file, String symbol) {
        return new TapeSpec(FILES.resolve(file), symbol, null);
    }

    private AuditedRun audited(EngineConfig config, long records, TapeSpec... tapes) {
        assumeTrue(Arrays.stream(tapes).allMatch(tape -> Files.exists(tape.path())), "the recorded tapes are not here");
        List<String> names = Arrays.stream(tapes).map(tape -> tape.path().getFileName().toString()).toList();
        AuditedRun.run(config, names, StrategyFactory.builtIns(), Scenes.files(config, List.of(tapes)), home,
                Circumstances.NONE.until(records));
        AuditedRun run = AuditedRun.of(home, StrategyFactory.builtIns(), config);
        assertEquals(Map.of(), run.firstFindings());
        return run;
    }
}
