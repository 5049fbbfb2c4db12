package org.gradus.adapters.alpaca.data;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.gradus.adapters.alpaca.access.AlpacaEndpoints;
import org.gradus.adapters.alpaca.rest.Venue;
import org.gradus.engine.domain.Timeframe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryDownloadTest {
    private static final LocalDate DAY = LocalDate.of(2024, 8, 8);
    private static final HistoryQuery TRADES =
            new HistoryQuery("BTC/USD", HistoryKind.TRADES, null, DAY, DAY.plusDays(1), "");
    private static final HistoryQuery HOURS =
            new HistoryQuery("BTC/USD", HistoryKind.BARS, Timeframe.H1, DAY, DAY.plusDays(400), "");

    @TempDir
    Path folder;

    private final Venue venue = new Venue();
    private final List<String> progress = new ArrayList<>();
    private HistoryDownload download;

    HistoryDownloadTest() throws IOException {
    }

    @AfterEach
    void close() {
        if (download != null) {
            download.close();
        }
        venue.close();
    }

    private HistoryVenue serves(HistoryVenue history) {
        venue.server.setDispatcher(history);
        download = new HistoryDownload(AlpacaEndpoints.PAPER.withData(venue.rest()), Optional.empty(),
                (done, rows, at) -> progress.add("%.3f %d %s".formatted(done, rows, at)), venue.pace);
        return history;
    }

    /// Several at one time, over the ends of pages.
    private static List<String> trades() {
        return IntStream.range(0, 11).mapToObj(i -> "{\"t\":\"2024-08-08T23:59:5" + i / 4 + ".000000001Z\",\"p\":"
                + (60_000 + i) + ".50,\"s\":0.10,\"i\":" + i + ",\"tks\":\"" + (i % 2 == 0 ? "B" : "S") + "\"}")
                .toList();
    }

    private static List<String> hours(int count) {
        Instant start = Instant.parse("2024-08-08T00:00:00Z");
        return IntStream.range(0, count).mapToObj(i -> "{\"t\":\"" + start.plusSeconds(3_600L * i)
                + "\",\"o\":60000,\"h\":60001.5,\"l\":5.9e4,\"c\":60000.10,\"v\":0,\"n\":0,\"vw\":0}").toList();
    }

    private Path fetched(HistoryQuery query) {
        return download.fetch(query, folder, false).file().orElseThrow();
    }

    private List<String> left() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void writesTradesAsATapeAcrossPages() throws IOException {
        HistoryVenue history = serves(new HistoryVenue("trades", "BTC/USD", 3, trades()));
        Path file = fetched(TRADES);
        assertEquals("BTC-USD_trades_2024-08-08_2024-08-08.csv", file.getFileName().toString());
        List<String> lines = Files.readAllLines(file);
        assertEquals("timestamp_ns,price,size,side", lines.get(0));
        assertEquals("1723161590000000001,60000.5,0.1,buy", lines.get(1));
        assertEquals("1723161592000000001,60010.5,0.1,buy", lines.get(11));
        assertEquals(12, lines.size());
        assertEquals(List.of(file.getFileName().toString()), left());
        assertEquals(4, history.targets.size());
        assertEquals("/v1beta3/crypto/us/trades?symbols=BTC%2FUSD&start=2024-08-08T00%3A00%3A00Z"
                + "&end=2024-08-09T23%3A59%3A59.999999999Z&limit=10000&sort=asc", history.targets.getFirst());
    }

    @Test
    void sendsNoKeysForCrypto() {
        HistoryVenue history = serves(new HistoryVenue("trades", "BTC/USD", 30, trades()));
        fetched(TRADES);
        assertEquals(List.of("null"), history.keys);
    }

    @Test
    void writesStockQuotesWithKeysAndFeed() throws IOException {
        HistoryVenue history = new HistoryVenue("quotes", "AAPL", 3, List.of("{\"t\":\"2024-08-08T15:00:00Z\","
                + "\"bx\":\"V\",\"bp\":190.11,\"bs\":300,\"ax\":\"V\",\"ap\":190.13,\"as\":200,\"c\":[\"R\"]}"));
        venue.server.setDispatcher(history);
        download = new HistoryDownload(AlpacaEndpoints.PAPER.withData(venue.rest()), Optional.of(Venue.keys()),
                (done, rows, at) -> { }, venue.pace);
        Path file = fetched(new HistoryQuery("AAPL", HistoryKind.QUOTES, null, DAY, DAY, "iex"));
        assertEquals(List.of("timestamp_ns,bid_price,bid_size,ask_price,ask_size",
                "1723129200000000000,190.11,300,190.13,200"), Files.readAllLines(file));
        assertTrue(history.targets.getFirst().startsWith("/v2/stocks/quotes?feed=iex&symbols=AAPL&"));
        assertEquals(List.of(Venue.KEY_ID), history.keys);
    }

    @Test
    void goesOnAfterAnInterruptionWithinAnyRowWithoutALossOrARepeat() throws IOException {
        serves(new HistoryVenue("trades", "BTC/USD", 3, trades()));
        Path file = fetched(TRADES);
        byte[] whole = Files.readAllBytes(file);
        Path part = folder.resolve("BTC-USD_trades_2024-08-08_2024-08-09.csv.part");
        for (int cut = 0; cut <= whole.length; cut += 29) {
            Files.delete(file);
            Files.write(part, Arrays.copyOf(whole, cut));
            assertArrayEquals(whole, Files.readAllBytes(fetched(TRADES)), "cut at byte " + cut);
        }
    }

    @Test
    void keepsWhatItHadWhenTheVenueFailsAndGoesOnFromThere() throws IOException {
        HistoryVenue history = serves(new HistoryVenue("bars", "BTC/USD", 4, hours(10)));
        history.goodRequests.set(1);
        assertThrows(HistoryFailed.class, () -> fetched(HOURS));
        assertEquals(List.of("BTC-USD_1h_2024-08-08_2025-09-12.csv.part"), left());
        history.goodRequests.set(Integer.MAX_VALUE);
        assertEquals(11, Files.readAllLines(fetched(HOURS)).size());
        assertTrue(history.targets.getLast().contains("start=2024-08-08T03%3A00%3A00Z"));
        assertEquals(List.of("BTC-USD_1h_2024-08-08_2024-08-08.csv"), left());
    }

    @Test
    void writesBarsInMillisecondsAndPlainDecimals() throws IOException {
        serves(new HistoryVenue("bars", "BTC/USD", 4, hours(2)));
        assertEquals(List.of("timestamp_ms,open,high,low,close,volume",
                "1723075200000,60000,60001.5,59000,60000.1,0", "1723078800000,60000,60001.5,59000,60000.1,0"),
                Files.readAllLines(fetched(HOURS)));
        assertEquals(List.of("0.000 2 2024-08-08T01:00:00Z"), progress);
    }

    @Test
    void leavesOutTheBarThatStillForms() throws IOException {
        serves(new HistoryVenue("bars", "BTC/USD", 100, hours(24)));
        LocalDate today = LocalDate.ofInstant(Instant.ofEpochMilli(venue.pace.epochMs()), ZoneOffset.UTC);
        Instant hour = Instant.ofEpochSecond(venue.pace.epochMs() / 3_600_000 * 3_600);
        List<String> rows = List.of(hours(1).getFirst().replace("2024-08-08T00:00:00Z",
                hour.minusSeconds(3_600).toString()), hours(1).getFirst().replace("2024-08-08T00:00:00Z",
                hour.toString()));
        download.close();
        serves(new HistoryVenue("bars", "BTC/USD", 100, rows));
        Path file = fetched(new HistoryQuery("BTC/USD", HistoryKind.BARS, Timeframe.H1, today.minusDays(1),
                today.plusDays(9), ""));
        List<String> lines = Files.readAllLines(file);
        assertEquals(2, lines.size());
        assertTrue(lines.getLast().startsWith(hour.minusSeconds(3_600).toEpochMilli() + ","));
    }

    @Test
    void packsWhatIsLargeOrAskedFor() throws IOException {
        serves(new HistoryVenue("bars", "BTC/USD", 10_000, hours(24)));
        Path file = download.fetch(HOURS, folder, true).file().orElseThrow();
        assertEquals("BTC-USD_1h_2024-08-08_2024-08-08.csv.gz", file.getFileName().toString());
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            assertEquals(25, new String(in.readAllBytes(), US_ASCII).lines().count());
        }
        assertEquals(1, left().size());
    }

    @Test
    void leavesNothingBehindWhereThereIsNothing() throws IOException {
        serves(new HistoryVenue("bars", "BTC/USD", 4, List.of()));
        assertEquals(new HistoryDownload.Outcome(Optional.empty(), 0), download.fetch(HOURS, folder, false));
        assertEquals(List.of(), left());
    }

    @Test
    void refusesAPartFileThatIsNoneOfItsOwn() throws IOException {
        serves(new HistoryVenue("trades", "BTC/USD", 3, trades()));
        Path part = folder.resolve("BTC-USD_trades_2024-08-08_2024-08-09.csv.part");
        for (String content : List.of("my letters\n", "timestamp_ns,price,size,side\nx,1\n")) {
            Files.writeString(part, content);
            HistoryFailed failed = assertThrows(HistoryFailed.class, () -> fetched(TRADES));
            assertTrue(failed.getMessage().contains("remove it"), failed.getMessage());
            assertEquals(content, Files.readString(part));
        }
    }

    @Test
    void refusesRowsThatGoBackInTime() {
        serves(new HistoryVenue("trades", "BTC/USD", 30, trades().reversed()));
        assertThrows(HistoryFailed.class, () -> fetched(TRADES));
        assertFalse(Files.exists(folder.resolve("BTC-USD_trades_2024-08-08_2024-08-08.csv")));
    }

    @Test
    void readsTimeframesInTheVenuesWordsAndOurs() {
        assertEquals(Timeframe.H1, HistoryQuery.timeframe("1hour"));
        assertEquals(Timeframe.M15, HistoryQuery.timeframe("15Min"));
        assertEquals(Timeframe.D1, HistoryQuery.timeframe("1d"));
        assertThrows(IllegalArgumentException.class, () -> HistoryQuery.timeframe("60Min"));
    }
}
