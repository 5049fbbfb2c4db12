package org.gradus.tools.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.gradus.adapters.checks.FeedRules;
import org.gradus.adapters.feeds.FeedsPlan;
import org.gradus.adapters.finnhub.FinnhubEndpoints;
import org.gradus.adapters.strategy.UserStrategies;
import org.gradus.adapters.taapi.TaapiClient;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.domain.Timeframe;
import org.junit.jupiter.api.Test;

class FeedsSettingsTest {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final Settings SETTINGS = new Settings(Sample.ROOT, Sample.ROOT,
            new FactoryCatalog(new UserStrategies(Sample.ROOT, Sample.ROOT)));

    private static RunConfig load(String file, String... sets) {
        return SETTINGS.load(file, List.of(sets), List.of());
    }

    private static FeedsPlan paper(String... sets) {
        FeedsPlan feeds = load("config/paper.conf", sets).feeds();
        assertNotNull(feeds);
        return feeds;
    }

    private static List<String> faults(String... sets) {
        return assertThrows(InvalidConfig.class, () -> load("config/paper.conf", sets)).faults().stream()
                .map(fault -> fault.key() + ": " + fault.problem()).toList();
    }

    @Test
    void asksNobodyUnlessItIsToldTo() {
        FeedsPlan feeds = paper();
        assertFalse(feeds.finnhub().enabled());
        assertFalse(feeds.taapi().enabled());
        assertEquals(new FeedRules(FixedPoint.parse("0.01"), 5 * SECOND_NS, 60 * SECOND_NS), feeds.rules());
        assertEquals(FinnhubEndpoints.USUAL, feeds.finnhub().endpoints());
        assertEquals(TaapiClient.USUAL, feeds.taapi().address());
        assertEquals(List.of(Timeframe.H1), feeds.taapi().timeframes());
        assertEquals(15 * SECOND_NS, feeds.taapi().spacingNs());
    }

    @Test
    void isNoMatterOfTheSimulatedMarket() {
        assertNull(load("config/demo.conf").feeds());
    }

    @Test
    void takesInstrumentsNamesAndAddresses() {
        FeedsPlan feeds = paper("feeds.finnhub.enabled=true", "feeds.finnhub.fed=[BTC/USD]",
                "feeds.finnhub.symbols.\"ETH/USD\"=COINBASE:ETH-USD", "feeds.taapi.url=http://127.0.0.1:8080");
        assertEquals(List.of("BTC/USD"), feeds.finnhub().fed());
        assertEquals(Map.of("ETH/USD", "COINBASE:ETH-USD"), feeds.finnhub().symbols());
        assertEquals(URI.create("http://127.0.0.1:8080"), feeds.taapi().address());
    }

    @Test
    void refusesWhatCannotBe() {
        assertEquals(List.of("feeds.finnhub.fed: expected [] while Finnhub is not enabled: nobody would feed them"),
                faults("feeds.finnhub.fed=[BTC/USD]"));
        assertEquals(List.of("feeds.finnhub.fed: no instrument DOGE/USD, expected one of BTC/USD, ETH/USD"),
                faults("feeds.finnhub.enabled=true", "feeds.finnhub.fed=[DOGE/USD]"));
        assertEquals(List.of("feeds.taapi.url: expected taapi, or an address on this machine such as "
                + "http://127.0.0.1:8080"), faults("feeds.taapi.url=https://example.org"));
        assertEquals(List.of("feeds.taapi.timeframes: expected some of bars.timeframes"),
                faults("feeds.taapi.timeframes=[1d]"));
    }

    @Test
    void isRecordedWithTheRun() {
        RunConfig config = load("config/paper.conf", "feeds.disagreement=2 %", "feeds.taapi.enabled=true");
        assertEquals(config.feeds(), SETTINGS.recordedRun(config.engine().resolvedText()).feeds());
    }
}
