package org.gradus.tools.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.gradus.adapters.strategy.UserStrategies;
import org.gradus.engine.domain.AssetClass;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.domain.Mode;
import org.gradus.engine.message.Gateway;
import org.junit.jupiter.api.Test;

class AlpacaSettingsTest {
    private static final Settings SETTINGS = new Settings(Sample.ROOT, Sample.ROOT,
            new FactoryCatalog(new UserStrategies(Sample.ROOT, Sample.ROOT)));

    private static RunConfig paper(String... sets) {
        return SETTINGS.load("config/paper.conf", List.of(sets), List.of());
    }

    private static List<String> faults(String file, String... sets) {
        return assertThrows(InvalidConfig.class, () -> SETTINGS.load(file, List.of(sets), List.of())).faults().stream()
                .map(fault -> fault.key() + ": " + fault.problem()).toList();
    }

    @Test
    void theShippedPaperConfigurationTradesAtAlpacasOwnAddresses() {
        RunConfig config = paper();
        assertEquals(List.of(Mode.PAPER, Gateway.ALPACA), List.of(config.engine().mode(), config.engine().gateway()));
        AlpacaRun alpaca = config.alpaca();
        assertNotNull(alpaca);
        assertEquals("", alpaca.trading() + alpaca.data() + alpaca.streams());
        assertEquals(FixedPoint.ONE / 100, config.engine().tolerance().cash());
        assertTrue(config.engine().journal().force());
    }

    @Test
    void theShippedLiveConfigurationIsRefusedBelowPhaseThree() {
        List<String> faults = faults("config/live.conf");
        assertEquals(1, faults.size(), faults::toString);
        assertTrue(faults.getFirst().startsWith("phase: mode live is refused below phase 3"), faults.getFirst());
        assertNotNull(SETTINGS.load("config/live.conf", List.of("phase=3"), List.of()).alpaca());
    }

    @Test
    void liveMoneyWantsAForcedJournalAndAPerson() {
        assertEquals(List.of("journal.force: expected true for mode live",
                "operator.script.resume-after: expected 0 s for mode live: a latch waits for a person"),
                faults("config/live.conf", "phase=3", "journal.force=false", "operator.script.resume-after=1 h"));
    }

    @Test
    void anotherVenueIsOnThisMachine() {
        assertEquals("http://127.0.0.1:8484", paper("alpaca.trading-url=http://127.0.0.1:8484").alpaca().trading());
        List<String> faults = faults("config/paper.conf", "alpaca.trading-url=http://example.org");
        assertEquals(1, faults.size());
        assertTrue(faults.getFirst().contains("unencrypted on this machine only"), faults.getFirst());
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        List<String> faults = faults("config/paper.conf", "alpaca.encoding=xml", "alpaca.requests.reserved=500",
                "alpaca.streams.longest-pause=1 ms", "alpaca.reconcile.evry=1 s", "alpaca.health.clock-skew=1");
        assertEquals(5, faults.size(), faults::toString);
    }

    @Test
    void whatWasRecordedIsReadBack() {
        RunConfig config = paper("run-id=77", "cash=99999.5");
        assertEquals(config.engine(), SETTINGS.recorded(config.engine().resolvedText()));
    }

    @Test
    void aRecordingOfBeforeTheHoursOfStocksIsReadWithNone() {
        String text = paper("run-id=77").engine().resolvedText();
        String older = text.replaceFirst(",?\"hours\":\\{[^}]*}", "").replace("{,", "{");
        assertNotEquals(text, older);
        assertEquals(0, SETTINGS.recordedRun(older).alpaca().entryMarginNs());
    }

    @Test
    void aRecordingOfBeforeStopsWereGivenUpIsReadWithTheLongestTime() {
        String text = paper("run-id=77").engine().resolvedText();
        String older = text.replaceFirst(",?\"place\":\"[^\"]*\"", "").replace("{,", "{");
        assertNotEquals(text, older);
        assertEquals(Duration.ofDays(30).toNanos(), SETTINGS.recorded(older).limits().stopPlaceNs());
    }

    @Test
    void theShippedStocksTradeOnPaper() {
        RunConfig config = SETTINGS.load("config/stocks.conf", List.of(), List.of());
        assertTrue(config.engine().instruments().stream()
                .allMatch(each -> each.instrument().assetClass() == AssetClass.STOCK));
        assertEquals(900_000_000_000L, config.alpaca().entryMarginNs());
    }

    @Test
    void aRunAtAVenueTakesNoTape() {
        List<String> faults = faults("config/paper.conf", "tapes=[]");
        assertEquals(List.of("tapes: a run at a venue takes its market from there: expected none"), faults);
    }
}
