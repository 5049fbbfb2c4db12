package org.gradus.adapters.venue.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.gradus.adapters.venue.MarketListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Tapes played into a market.
class TapePumpTest {
    private static final long PATIENCE_S = 20;
    private static final long MINUTE_NS = Timestamps.MINUTE_NS;
    private static final long T = Timestamps.epochNs(Instant.parse("2023-11-14T22:00:00Z"));

    @TempDir
    private Path folder;
    private final Market market = new Market(MadeQuotes.USUAL);
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();

    private Reel reel(String name, String... lines) throws IOException {
        Path file = Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
        return Reel.of(TapeNames.read(List.of(file.toString())));
    }

    private static String trade(long timeNs, String price) {
        return timeNs + "," + price + ",2,sell";
    }

    private Reel trades() throws IOException {
        return reel("BTC-USD_trades.csv", "timestamp_ns,price,size,side", trade(T, "103"),
                trade(T + 10 * MINUTE_NS, "101"), trade(T + 20 * MINUTE_NS, "102"));
    }

    private List<Candle> bars(String timeframe, long fromNs, long toNs) {
        SymbolMarket coin = market.symbol("BTC/USD");
        return coin.candles(BarFrame.parse(timeframe, coin.zone()).orElseThrow(), fromNs, toNs, 99);
    }

    @Test
    void remembersWhatIsPastAndPlaysTheRestInItsTimeAndSaysWhenItEnds() throws Exception {
        Reel reel = trades();
        TapeTime time = TapeTime.ofTape(reel, 15 * MINUTE_NS);
        try (TapePump pump = new TapePump(reel, market, time.shiftNs(), said::add)) {
            pump.warmUp(List.of(), time.shiftNs(), time.presentNs());
            assertEquals(new BigDecimal("101"), market.symbol("BTC/USD").lastPrint().price());
            market.listen(new Ears());
            assertEquals("trade 101", heard.remove());
            assertEquals("quote 100.98 101.02", heard.remove());
            pump.start(new MarketClock(System::nanoTime, time.presentNs(), 3_000));
            assertEquals("trade 102", heard());
            assertEquals("quote 101.98 102.02", heard());
            assertTrue(said.poll(PATIENCE_S, TimeUnit.SECONDS).startsWith("the tape has ended at 2023-11-14T22:2"));
            assertEquals("quote 101.98 102.02", heard());
        }
    }

    private String heard() throws InterruptedException {
        return heard.poll(PATIENCE_S, TimeUnit.SECONDS);
    }

    @Test
    void aQuietMinuteOfACoinHasTheMiddleOfItsQuote() throws Exception {
        Reel reel = trades();
        try (TapePump pump = new TapePump(reel, market, 0, said::add)) {
            pump.warmUp(List.of(), 0, T + 10 * MINUTE_NS);
        }
        List<Candle> bars = bars("1Min", T, T + 10 * MINUTE_NS);
        assertEquals(11, bars.size());
        assertEquals(new BigDecimal("2"), bars.getFirst().volume());
        for (Candle quiet : bars.subList(1, 10)) {
            assertEquals(new BigDecimal("103"), quiet.close());
            assertEquals(0, quiet.trades());
            assertEquals(BigDecimal.ZERO, quiet.averagePrice());
        }
        assertEquals(new BigDecimal("101"), bars.getLast().close());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, TapeTime.USUAL, 15 * 60_000_000_000L})
    void isMovedToNowAlongItsGrid(long warmUpNs) throws Exception {
        Reel reel = reel("BTC-USD_1h_x.csv", "timestamp_ms,open,high,low,close,volume",
                T / 1_000_000 + ",1,1,1,1,1", (T + 600 * MINUTE_NS) / 1_000_000 + ",1,1,1,1,1");
        long nowNs = Timestamps.epochNs(Instant.parse("2026-11-25T21:37:11.123Z"));
        TapeTime time = TapeTime.ofWall(reel, warmUpNs, nowNs);
        assertEquals(nowNs, time.presentNs());
        assertEquals(0, Math.floorMod(time.shiftNs(), 60 * MINUTE_NS));
        long pastNs = nowNs - (T + time.shiftNs());
        long wantedNs = warmUpNs == TapeTime.USUAL ? 660 * MINUTE_NS / 4 : warmUpNs;
        assertTrue(warmUpNs == 0 ? pastNs <= 0 && pastNs > -60 * MINUTE_NS
                : pastNs >= wantedNs && pastNs < wantedNs + 60 * MINUTE_NS, () -> pastNs + " ns");
    }

    @Test
    void barsOfAFileAreServedAsTheyAreAndPutTogether() throws Exception {
        List<String> lines = new ArrayList<>(List.of("timestamp_ms,open,high,low,close,volume"));
        for (int i = 0; i < 48; i++) {
            lines.add((T + i * 60 * MINUTE_NS) / 1_000_000 + "," + (101 + i) + "," + (111 + i) + "," + (91 + i) + ","
                    + (102 + i) + ",1.5");
        }
        Reel reel = reel("BTC-USD_1h_x.csv", lines.toArray(String[]::new));
        try (TapePump pump = new TapePump(reel, market, 0, said::add)) {
            pump.warmUp(List.of(), 0, T + 48 * 60 * MINUTE_NS);
        }
        assertEquals(48, bars("1Hour", T, T + 4 * Timestamps.DAY_NS).size());
        List<Candle> days = bars("1Day", T - Timestamps.DAY_NS, T + 9 * Timestamps.DAY_NS);
        assertEquals(List.of(2, 24, 22), days.stream().map(Candle::trades).toList());
        assertEquals(new BigDecimal("103"), days.get(1).open());
        assertEquals(new BigDecimal("136"), days.get(1).high());
        assertEquals(new BigDecimal("93"), days.get(1).low());
        assertEquals(new BigDecimal("127"), days.get(1).close());
        assertEquals(new BigDecimal("36.0"), days.get(1).volume());
        assertEquals(List.of(), bars("1Min", T, T + 4 * Timestamps.DAY_NS));
    }

    @Test
    void historyBeforeTheTapeIsThereToBeAskedFor() throws Exception {
        Reel past = reel("BTC-USD_1d_x.csv", "timestamp_ms,open,high,low,close,volume",
                (T - 46 * 60 * MINUTE_NS) / 1_000_000 + ",7,9,5,8,1", (T + 500 * MINUTE_NS) / 1_000_000 + ",1,1,1,1,1");
        Reel reel = trades();
        try (TapePump pump = new TapePump(reel, market, 0, said::add)) {
            pump.warmUp(List.of(past), 0, T + 10 * MINUTE_NS);
        }
        assertEquals(List.of(new BigDecimal("8"), new BigDecimal("101")),
                bars("1Day", T - 3 * Timestamps.DAY_NS, T).stream().map(Candle::close).toList());
    }

    /// Hears quotes and trades.
    private final class Ears implements MarketListener {
        @Override
        public void onQuote(Quote quote) {
            heard.add("quote " + quote.bid() + " " + quote.ask());
        }

        @Override
        public void onTrade(Trade trade) {
            heard.add("trade " + trade.price());
        }

        @Override
        public void onBar(Bar bar) {
            heard.add("bar " + bar.close());
        }

        @Override
        public void onTime(long nowNs) {
            assertTrue(nowNs > 0);
        }
    }
}
