package org.gradus.tools.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.gradus.engine.domain.AssetClass;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.domain.Mode;
import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.message.Gateway;
import org.gradus.engine.risk.RiskLimits;
import org.gradus.engine.runtime.EngineConfig;
import org.gradus.engine.runtime.EngineConfig.InstrumentConfig;
import org.gradus.engine.sim.MarketModel;
import org.gradus.engine.strategy.StrategyFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    private static final long SECOND_NS = 1_000_000_000L;

    @TempDir
    Path folder;

    @Test
    void readsTheGuardrailsOfTheDesign() {
        RiskLimits expected = new RiskLimits(
                percent("5"), percent("20"), percent("30"), percent("3"), percent("10"), percent("20"), 9, 4, 20,
                percent("3"),
                percent("5"), percent("10"), percent("2"), 5 * SECOND_NS, 60 * SECOND_NS, 300 * SECOND_NS,
                FixedPoint.parse("25000"), RiskLimits.DEFAULT_TAKER_FEE, FixedPoint.parse("500"), 600 * SECOND_NS,
                FixedPoint.parse("1000"), 300 * SECOND_NS,
                false, SECOND_NS, 5 * SECOND_NS, 300 * SECOND_NS, percent("2"), List.of(percent("5")), List.of());
        assertEquals(expected, new Sample(folder).load().engine().limits());
    }

    @Test
    void readsTheMarketOfTheSimulation() {
        EngineConfig config = new Sample(folder).load("seed=7").engine();
        assertEquals(MarketModel.pessimistic(7), config.market());
    }

    @Test
    void readsWhatIsTraded() {
        RunConfig run = new Sample(folder).load();
        Instrument bitcoin = new Instrument(0, "BTC/USD", AssetClass.CRYPTO, "BTC", "USD", FixedPoint.parse("0.01"), 1,
                FixedPoint.parse("10"), FixedPoint.parse("1000"), 8);
        EngineConfig config = run.engine();
        assertEquals(List.of(new InstrumentConfig(bitcoin, List.of())), config.instruments());
        assertEquals(List.of("sample", Mode.BACKTEST, 1, Gateway.SIMULATED, "USD", FixedPoint.parse("100000"), 0),
                List.of(config.name(), config.mode(), config.phase(), config.gateway(), config.currency(),
                config.cash(),
                        config.referenceInstrument()));
        assertEquals("{fast=10, slow=20}", config.strategies().getFirst().parameters().toString());
        assertEquals(List.of(new TapeSource.Csv("trades.csv", folder.resolve("trades.csv"), "BTC/USD", null)),
                run.tapes());
    }

    @ParameterizedTest
    @CsvSource({"config/demo.conf, 7", "config/crash.conf, 4"})
    void findsNothingWrongWithShippedConfigurations(String file, int strategies) {
        RunConfig run = shipped(file);
        assertEquals(strategies, run.engine().strategies().size());
        assertTrue(run.engine().strategies().stream().mapToLong(s -> s.budget()).sum() <= run.engine().limits()
                .totalExposure());
        assertEquals(run, settings().recordedRun(run.engine().resolvedText()));
    }

    @Test
    void recordsATextThatReadsBackAsTheSameConfiguration() {
        EngineConfig config = new Sample(folder).load().engine();
        EngineConfig again = settings().recorded(config.resolvedText());
        assertEquals(config, again);
        assertEquals(config.resolvedText(), again.resolvedText());
    }

    @Test
    void recordsEqualSettingsAsEqualTexts() {
        String text = new Sample(folder).load("risk.trade-size=5 %", "risk.daily.loss=0.03").engine().resolvedText();
        assertEquals(text, new Sample(folder).load("risk.trade-size=0.05", "risk.daily.loss=3.0e-2").engine()
                .resolvedText());
        assertTrue(text.contains("\"trade-size\":\"5 %\""), text);
        assertEquals(-1, text.indexOf('\n'));
    }

    @Test
    void readsTheSameInEveryLocaleAndTimeZone() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        String expected = shipped("config/crash.conf").engine().resolvedText();
        try {
            for (String tag : List.of("tr-TR", "ar-EG-u-nu-arab", "de-DE", "th-TH-u-ca-buddhist-nu-thai")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
                assertEquals(expected, shipped("config/crash.conf").engine().resolvedText(), tag);
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void setsKeysInsideListsByTheNameOfTheElement() {
        EngineConfig config = new Sample(folder)
                .load("strategies.trend.budget=1%", "strategies.0.parameters.fast=8",
                "instruments.\"BTC/USD\".tick=0.1",
                        "bars.timeframes=[1m,5m]").engine();
        assertEquals(percent("1"), config.strategies().getFirst().budget());
        assertEquals("8", config.strategies().getFirst().parameters().get("fast"));
        assertEquals(FixedPoint.parse("0.1"), config.instruments().getFirst().instrument().tick());
        assertEquals(List.of(Timeframe.M1, Timeframe.M5), config.bars().built());
    }

    @Test
    void keepsTheRunIdWhenOnlyTheMachineChanges() {
        Sample sample = new Sample(folder);
        int runId = sample.load().engine().runId();
        assertEquals(runId, sample.load("ring.topology=staged", "journal.force=true", "name=other").engine().runId());
        assertNotEquals(runId, sample.load("seed=2").engine().runId());
        assertNotEquals(runId, sample.load("risk.trade-size=4%").engine().runId());
        assertEquals(42, sample.load("run-id=42").engine().runId());
    }

    @Test
    void takesTapesFromTheCommandLineInsteadOfThoseInTheFile() {
        RunConfig run = new Sample(folder).settings().load("sample.conf", List.of(), List.of("trades_1h_2013.csv"));
        assertEquals(List.of(new TapeSource.Csv("trades_1h_2013.csv", folder.resolve("trades_1h_2013.csv"), "BTC/USD",
                null)), run.tapes());
        assertEquals(List.of(Timeframe.H1), run.engine().instruments().getFirst().barsFromFeed());
    }

    @Test
    void findsConfigurationsFromTheProjectToo() throws Exception {
        new Sample(folder).write("mine.conf", "include \"sample.conf\"\ncash = 5");
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Settings settings = new Settings(elsewhere, Sample.ROOT, _ -> List.of());
        assertEquals("demo", settings.load("config/demo.conf", List.of(), List.of()).engine().name());
        assertEquals(FixedPoint.parse("5"), settings()
                .load("mine.conf", List.of(), List.of()).engine().cash());
    }

    @Test
    void ignoresTheEnvironmentAndSystemProperties() {
        assertEquals(List.of("sample.conf:14: ${PATH} stands for a key that is nowhere set"),
                new Sample(folder).plus("currency = ${PATH}\n").faults());
    }

    private Settings settings() {
        return new Settings(folder, Sample.ROOT, new FactoryCatalog(StrategyFactory.builtIns()));
    }

    private RunConfig shipped(String file) {
        return settings().load(file, List.of(), List.of());
    }

    private static long percent(String text) {
        return Unit.RATIO.parse(text + "%");
    }
}
