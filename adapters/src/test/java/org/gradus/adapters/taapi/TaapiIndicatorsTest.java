package org.gradus.adapters.taapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.gradus.adapters.checks.BarQuestion;
import org.gradus.adapters.checks.IndicatorComparison;
import org.gradus.adapters.checks.Instruments;
import org.gradus.adapters.service.FakeService;
import org.gradus.adapters.wire.HandPace;
import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.indicator.IndicatorSpec;
import org.gradus.engine.message.Derived;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TaapiIndicatorsTest {
    private static final long SECOND = 1_000_000_000L;
    private static final IndicatorSpec RSI = IndicatorSpec.rsi(14);
    private static final IndicatorSpec MACD = IndicatorSpec.macd(12, 26, 9);
    private static final int BARS = 300;

    private final List<String> told = new CopyOnWriteArrayList<>();
    private final HandPace pace = new HandPace();
    private final Candles candles = new Candles(BARS + 5);
    private FakeService service;
    private FakeTaapi server;

    @BeforeEach
    void opens() throws IOException {
        service = new FakeService();
        server = new FakeTaapi(candles, this::epochNs);
        service.server.setDispatcher(server);
        pace.pass(Candles.FIRST_NS + BARS * Candles.HOUR_NS + 10 * SECOND - epochNs());
    }

    @AfterEach
    void closes() {
        service.close();
    }

    private long epochNs() {
        return pace.epochMs() * 1_000_000;
    }

    private TaapiIndicators taapi(boolean bulk, int closedCandle) {
        TaapiClient client = new TaapiClient(service.http, service.rest(), FakeService.key(),
                TaapiClient.spacing(FakeTaapi.SPACING_NS), pace);
        return new TaapiIndicators(client, new TaapiRules("binance", Map.of("BTC/USD", "BTC/USDT"), closedCandle, bulk,
                5 * SECOND), pace, told::add);
    }

    private static BarQuestion question(IndicatorSpec spec, int bar) {
        return new BarQuestion(Instruments.BTC, Timeframe.H1, spec, Candles.FIRST_NS + bar * Candles.HOUR_NS);
    }

    /// What ours and theirs say to the last closed bar.
    private IndicatorComparison compared(TaapiIndicators taapi) {
        IndicatorComparison comparison = new IndicatorComparison(Instruments.BOTH, List.of(RSI, MACD), taapi,
                new IndicatorComparison.Bounds(1e-6, 1e-9, Candles.HOUR_NS), told::add);
        candles.bars().subList(0, BARS).forEach(bar -> comparison.closed(bar, epochNs()));
        comparison.look();
        for (int i = 0; i < 4; i++) {
            pace.pass(taapi.step());
        }
        comparison.look();
        return comparison;
    }

    @Test
    void agreesWithOurIndicatorsOnTheSameCandles() {
        IndicatorComparison comparison = compared(taapi(true, 1));
        assertEquals(1, server.askedNs.size());
        for (IndicatorSpec spec : List.of(RSI, MACD)) {
            IndicatorComparison.Figures figures = comparison.figures(spec.name() + " of BTC/USD, 1h");
            assertNotNull(figures);
            assertEquals(1, figures.compared());
            assertEquals(0, figures.beyond(), figures.toString());
        }
        assertEquals(2, told.size());
        assertTrue(told.getFirst().startsWith("rsi(14) of BTC/USD, 1h: ours "), told.getFirst());
        assertTrue(told.getFirst().endsWith("apart by 0.00 points"), told.getFirst());
    }

    @Test
    void agreesLikewiseWhenEachIsAskedForDirectly() {
        IndicatorComparison comparison = compared(taapi(false, 1));
        assertEquals(2, server.askedNs.size());
        assertTrue(server.askedNs.get(1) - server.askedNs.get(0) >= FakeTaapi.SPACING_NS);
        assertEquals(List.of("macd(12,26,9) of BTC/USD, 1h against TAAPI: 1 compared, 0 beyond the bound, "
                + "largest deviation 0.0000 % of the price", "rsi(14) of BTC/USD, 1h against TAAPI: 1 compared, "
                + "0 beyond the bound, largest deviation 0.00 points"), comparison.summary());
    }

    @Test
    void tellsEachDeviationBeyondTheBound() {
        TaapiIndicators taapi = taapi(true, 1);
        IndicatorComparison comparison = new IndicatorComparison(Instruments.BOTH, List.of(RSI), taapi,
                new IndicatorComparison.Bounds(1, 1e-9, 2 * Candles.HOUR_NS), told::add);
        for (Derived.BarClosed bar : candles.bars().subList(0, BARS)) {
            boolean other = bar.barsSeen() == BARS;
            comparison.closed(new Derived.BarClosed(0, bar.timeframe(), bar.startNs(), bar.endNs(), bar.open(),
                    bar.high(), bar.low(), other ? bar.close() / 2 : bar.close(), bar.volume(), bar.trades(),
                    bar.barsSeen(), List.of()), epochNs());
        }
        for (int i = 0; i < 4; i++) {
            comparison.look();
            pace.pass(taapi.step());
        }
        IndicatorComparison.Figures figures = comparison.figures("rsi(14) of BTC/USD, 1h");
        assertNotNull(figures);
        assertEquals(1, figures.beyond());
        assertTrue(figures.largest() > 1);
        assertTrue(told.getLast().endsWith("points, more than it should be"), told.toString());
    }

    @Test
    void neverAsksTwiceInFifteenSeconds() {
        TaapiIndicators taapi = taapi(true, 1);
        for (int i = 0; i < 40; i++) {
            taapi.values(question(i % 2 == 0 ? RSI : MACD, BARS - 1 - i));
            pace.pass(Math.min(taapi.step(), 4 * SECOND));
        }
        assertTrue(server.askedNs.size() > 5, server.askedNs.toString());
        for (int i = 1; i < server.askedNs.size(); i++) {
            assertTrue(server.askedNs.get(i) - server.askedNs.get(i - 1) >= FakeTaapi.SPACING_NS);
        }
        assertEquals(List.of(), told);
    }

    @Test
    void asksOnceForWhatItKnowsAndNotBeforeTheCandleHasSettled() {
        TaapiIndicators taapi = taapi(true, 1);
        BarQuestion settled = question(RSI, BARS - 1);
        BarQuestion forming = question(RSI, BARS);
        assertNull(taapi.values(settled));
        assertNull(taapi.values(forming));
        taapi.step();
        assertEquals(1, taapi.values(settled).size());
        pace.pass(60 * SECOND);
        taapi.step();
        assertEquals(1, server.askedNs.size());
        assertNull(taapi.values(forming));
        pace.pass(Candles.HOUR_NS);
        taapi.step();
        assertEquals(2, server.askedNs.size());
        assertNotNull(taapi.values(forming));
    }

    @Test
    void asksForEarlierCandlesByHowFarTheyLieBack() {
        TaapiIndicators taapi = taapi(true, 1);
        BarQuestion earlier = question(RSI, BARS - 4);
        taapi.values(earlier);
        taapi.step();
        assertNotNull(taapi.values(earlier));
    }

    @Test
    void believesNoAnswerForAnotherCandle() {
        TaapiIndicators taapi = taapi(true, 0);
        BarQuestion question = question(RSI, BARS - 1);
        taapi.values(question);
        for (int i = 0; i < 6; i++) {
            pace.pass(Math.max(taapi.step(), SECOND));
        }
        assertNull(taapi.values(question));
        assertEquals(2, server.askedNs.size());
        assertEquals(List.of("TAAPI answers for another candle than asked, rsi(14) of BTC/USD, 1h: look at "
                + "feeds.taapi.closed-candle"), told);
    }

    @Test
    void comesBackLaterAndLaterAfterARefusal() {
        server.askedNs.add(epochNs());
        TaapiIndicators taapi = taapi(true, 1);
        taapi.values(question(RSI, BARS - 1));
        taapi.step();
        assertEquals(2, server.askedNs.size());
        long refusedNs = epochNs();
        while (server.askedNs.size() == 2) {
            pace.pass(SECOND);
            taapi.step();
        }
        assertTrue(epochNs() - refusedNs >= FakeTaapi.SPACING_NS);
        assertNotNull(taapi.values(question(RSI, BARS - 1)));
        assertEquals(1, told.size());
        assertTrue(told.getFirst().startsWith("TAAPI: status 429"), told.getFirst());
    }

    @Test
    void doesNotAnswerWhatItCannotKnow() {
        TaapiIndicators taapi = taapi(true, 1);
        assertFalse(taapi.answers(new BarQuestion(Instruments.AAPL, Timeframe.H1, RSI, 0)));
        assertFalse(taapi.answers(question(IndicatorSpec.sma(20), 1)));
        assertNull(taapi.values(question(IndicatorSpec.sma(20), BARS - 1)));
        taapi.step();
        assertEquals(List.of(), server.askedNs);
    }

    @Test
    void asksOnAThreadOfItsOwn() throws InterruptedException {
        TaapiIndicators taapi = taapi(true, 1);
        BarQuestion question = question(RSI, BARS - 1);
        taapi.values(question);
        taapi.start();
        service.seen();
        List<Double> values = null;
        for (long untilNs = System.nanoTime() + 20 * SECOND; values == null && System.nanoTime() < untilNs;) {
            values = taapi.values(question);
        }
        taapi.close();
        assertNotNull(values);
        assertEquals(List.of(), told);
    }
}
