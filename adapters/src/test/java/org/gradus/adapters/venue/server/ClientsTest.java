package org.gradus.adapters.venue.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.gradus.adapters.venue.exchange.VenueRules;
import org.gradus.adapters.venue.market.MadeQuotes;
import org.gradus.adapters.venue.market.TapeNames;
import org.gradus.adapters.venue.market.TapeTime;
import org.junit.jupiter.api.Test;

/// Clients of Alpaca that others have written trade at the venue as they are: the official npm client of today and the
/// one before it, ccxt, and Maven's alpaca-java. Skipped, and told why, where they cannot be fetched.
class ClientsTest {
    private static final Path ROOT = Path.of(System.getProperty("gradus.root", "."));
    private static final Path SOURCES = ROOT.resolve("adapters/src/test/clients");
    private static final Path WORK = ROOT.resolve("adapters/target/clients");
    private static final Path TAPE = ROOT.resolve("adapters/target/tapes/bitstamp_trades_from_20131125_usd.csv");
    private static final Pattern NO_NETWORK = Pattern.compile(
            "ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|E40[0-9]|E50[0-9]|Could not (resolve|transfer|find)"
            + "|Cannot access|Unknown host", Pattern.CASE_INSENSITIVE);
    private static final long PATIENCE_S = 180;
    private static final double SPEED = 60;

    /// What a process printed and how it ended.
    private record Ended(int code, String text) {
    }

    @Test
    void theOfficialClientOfTodayTrades() throws Exception {
        assertEquals("""
                account: ["ACTIVE","USD","string"]
                asset: "BTC/USD"
                clock: "boolean"
                clocks: ["XNYS","XLON"]
                watchlist: ["AAPL"]
                bars: 10
                snapshot: ["dailyBar","latestQuote","latestTrade","minuteBar","prevDailyBar"]
                latest bar: "number"
                exchanges: "IEX"
                orderbook: 1
                market order: ["pending_new","fill","BTC/USD"]
                position: ["BTCUSD"]
                one position: "BTCUSD"
                resting order: [1,true]
                refusal: [422,42210000]
                close all: [200]
                quote: ["BTC/USD","number"]
                trade: ["BTC/USD","number"]
                test stream: "FAKEPACA"
                """, node("npm4.mjs"));
    }

    @Test
    void theOfficialClientOfYesterdayTrades() throws Exception {
        assertEquals("""
                account: ["ACTIVE","USD","string"]
                asset: "BTC/USD"
                clock: "boolean"
                watchlist: ["BTC/USD","AAPL"]
                bars: 5
                snapshot: ["number","number","number"]
                orderbook: 1
                market order: ["pending_new","fill","BTC/USD"]
                position: ["BTCUSD"]
                one position: "BTCUSD"
                resting order: [1,true]
                refusal: [422,42210000]
                close all: [200]
                quote: ["number",true]
                trade: ["BTC/USD","number"]
                test stream: "FAKEPACA"
                """, node("npm3.mjs"));
    }

    @Test
    void ccxtTrades() throws Exception {
        assertEquals("""
                time: true
                markets: ["BTC/USD",true,0.01]
                balance: true
                bars: 5
                ticker: "number"
                trades: 5
                orderbook: 1
                market order: ["BTC/USD","BTC/USD",true]
                resting order: [1,"canceled"]
                refusal: "InvalidOrder"
                my trades: true
                watched ticker: "number"
                watched trade: "BTC/USD"
                tickers: ["BTC/USD"]
                watched bar: 6
                watched orderbook: true
                """, node("ccxt.mjs"));
    }

    @Test
    void alpacaJavaTrades() throws Exception {
        Files.createDirectories(WORK);
        Path classPath = WORK.resolve("alpaca-java.classpath").toAbsolutePath();
        Path project = SOURCES.resolve("alpaca-java").toAbsolutePath();
        fetched(run(Map.of(), "mvn", "-B", "-q", "-f", project.toString(), "dependency:build-classpath",
                "-Dmdep.outputFile=" + classPath));
        assertEquals("""
                account: USD
                asset: BTC/USD
                clock: true
                bars: 5
                snapshot: true
                authorized: true
                market order: fill
                position: BTCUSD
                one position: BTCUSD
                resting order: 1 canceled
                close all: 200
                data authorized: true
                quote: q
                trade: t
                """, atVenue(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                Files.readString(classPath), project.resolve("AlpacaJava.java").toString()));
    }

    private static String node(String script) throws Exception {
        install();
        return atVenue("node", script);
    }

    /// Fetches what the lock file says, unless that is there already.
    private static synchronized void install() throws Exception {
        Files.createDirectories(WORK);
        Path installed = WORK.resolve("node_modules/.package-lock.json");
        Path lock = SOURCES.resolve("package-lock.json");
        boolean fresh = Files.exists(installed) && Files.exists(WORK.resolve("package-lock.json"))
                && Files.mismatch(lock, WORK.resolve("package-lock.json")) < 0;
        try (var sources = Files.list(SOURCES)) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                Files.copy(source, WORK.resolve(source.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        if (!fresh) {
            fetched(run(Map.of(), "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"));
        }
    }

    private static void fetched(Ended fetching) {
        if (fetching.code != 0 && NO_NETWORK.matcher(fetching.text).find()) {
            abort("the client cannot be fetched: " + fetching.text);
        }
        assertEquals(0, fetching.code, fetching.text);
    }

    private static String atVenue(String... command) throws Exception {
        assumeTrue(Files.exists(TAPE), "the build has not unpacked " + TAPE);
        VenueSettings.Playback playback = new VenueSettings.Playback(TapeNames.read(List.of("BTC/USD=" + TAPE)),
                List.of(), true, SPEED, TapeTime.USUAL, MadeQuotes.USUAL);
        VenueSettings settings = VenueSettings.byHand(VenueRig.KEYS).with(playback);
        List<String> said = new ArrayList<>();
        try (Venue venue = new Venue(settings, TradingSide.Maker.exchange(VenueRules.paper(1)), said::add)) {
            Ended ended = run(Map.of("VENUE_ADDRESS", venue.address().toString(), "VENUE_KEY", VenueRig.KEY.keyId(),
                    "VENUE_SECRET", VenueRig.KEY.secret()), command);
            assertEquals(List.of(), said);
            return ended.text.lines().filter(line -> !line.startsWith("SLF4J")).map(line -> line + "\n")
                    .reduce("", String::concat);
        }
    }

    private static Ended run(Map<String, String> environment, String... command) throws Exception {
        Path output = Files.createTempFile(WORK, "output", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command).directory(WORK.toFile()).redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process;
        try {
            process = builder.start();
        } catch (IOException missing) {
            abort("there is no " + command[0] + ": " + missing.getMessage());
            return new Ended(1, "");
        }
        boolean ended = process.waitFor(PATIENCE_S, TimeUnit.SECONDS);
        process.destroyForcibly();
        String text = Files.readString(output);
        Files.delete(output);
        return new Ended(ended ? process.exitValue() : 1, text);
    }
}
