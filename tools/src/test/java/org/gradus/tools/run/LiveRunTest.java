package org.gradus.tools.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import org.gradus.adapters.strategy.UserStrategies;
import org.gradus.adapters.venue.AccountKey;
import org.gradus.adapters.venue.Keys;
import org.gradus.adapters.venue.Reply;
import org.gradus.adapters.venue.exchange.VenueRules;
import org.gradus.adapters.venue.market.MadeQuotes;
import org.gradus.adapters.venue.market.TapeNames;
import org.gradus.adapters.venue.server.TradingSide;
import org.gradus.adapters.venue.server.Venue;
import org.gradus.adapters.venue.server.VenueSettings;
import org.gradus.engine.codec.RecordCodec;
import org.gradus.engine.domain.ClientOrderId;
import org.gradus.engine.journal.CheckedReader;
import org.gradus.engine.journal.ChronicleReader;
import org.gradus.engine.message.Decision;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.Journaled;
import org.gradus.engine.message.OrderAction;
import org.gradus.engine.runtime.Replay;
import org.gradus.tools.config.FactoryCatalog;
import org.gradus.tools.config.RunConfig;
import org.gradus.tools.config.Settings;
import org.gradus.tools.launch.Commands;
import org.gradus.tools.venue.EagerBuyer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A whole run over real HTTP and WebSockets at a venue in this process, on a tape in its own time.
class LiveRunTest {
    private static final Path ROOT = Path.of(System.getProperty("gradus.root"));
    private static final long START_S = 1_723_000_000L - 1_723_000_000L % 86_400;
    /// Six minutes of ours at the highest speed, however busy the machine.
    private static final int MINUTES = 360;
    private static final double SPEED = 60;
    private static final long PATIENCE_NS = 60_000_000_000L;
    private static final Map<String, String> KEYS =
            Map.of("ALPACA_PAPER_KEY_ID", "PKTEST", "ALPACA_PAPER_SECRET_KEY", "hush-hush-secret");

    @TempDir
    private Path folder;
    private final UserStrategies strategies = new UserStrategies(ROOT, ROOT);
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final List<String> trace = new CopyOnWriteArrayList<>();
    private volatile boolean clockless;
    private volatile boolean longAgo;
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

    /// Prices swing far enough for the strategy to trade.
    private Path tape() throws IOException {
        StringBuilder rows = new StringBuilder("timestamp,price,amount\n");
        for (int second = 0; second < MINUTES * 60; second += 2) {
            double price = 50_000 + 300 * Math.sin(second * 2 * Math.PI / 600);
            rows.append(START_S + second).append(',').append(Math.round(price * 100) / 100.0).append(",1\n");
        }
        return Files.writeString(folder.resolve("swing.csv"), rows);
    }

    private Venue venue() throws IOException {
        return venue(1);
    }

    private Venue venue(double speed) throws IOException {
        Keys keys = new Keys(List.of(new AccountKey("PKTEST", "hush-hush-secret")));
        VenueSettings.Playback playback = new VenueSettings.Playback(
                TapeNames.read(List.of("BTC/USD=" + tape())), List.of(), false, speed, 60_000_000_000L,
                MadeQuotes.USUAL);
        return new Venue(VenueSettings.byHand(keys).with(playback), traced(TradingSide.Maker.exchange(
                VenueRules.paper(1))), said -> { });
    }

    /// Keeps what each request asked, as it came: address and body.
    private TradingSide.Maker traced(TradingSide.Maker maker) {
        return (settings, clock, updates, faults) -> {
            TradingSide side = maker.make(settings, clock, updates, faults);
            return new TradingSide(call -> {
                trace.add(call.method() + " " + call.path() + " " + call.query() + " " + call.body());
                return clockless && call.path().equals("/v2/clock") ? new Reply(404, null)
                        : longAgo && call.path().equals("/v2/clock") ? longAgo(side.api().handle(call))
                        : side.api().handle(call);
            }, side.market());
        };
    }

    /// Of a venue that began its tape anew.
    private static Reply longAgo(Reply clock) {
        return new Reply(200, ((ObjectNode) clock.body()).put("timestamp", "2013-11-26T09:30:00.5-05:00"));
    }

    private Path configFile() throws IOException {
        return Files.writeString(folder.resolve("swing.conf"), """
                include "paper.conf"
                instruments = [ { symbol = BTC/USD, asset-class = crypto, tick = 0.01, lot = 0.000000001,
                    minimum-notional = 10, maximum-quantity = 1000, size-decimals = 9, bars-from-feed = [] } ]
                alpaca.clock = venue
                journal { force = false, block = 1 MiB, free-mark = 0 B, reserve = 0 B }
                strategies = [ { name = swing, kind = macd-trend, symbols = [BTC/USD], timeframe = 1m, budget = 5 %,
                    parameters { fast = 2, slow = 4, signal = 2 } } ]
                """);
    }

    private RunConfig load(Path file, List<String> sets) {
        return new Settings(folder, ROOT, new FactoryCatalog(strategies)).load(file.toString(), sets, List.of());
    }

    /// Runs until the venue is up so many times in the journal, and stops as a signal does.
    private boolean run(RunHome home, Venue venue, int ups) throws Exception {
        LiveRun run = liveRun(home, venue);
        FutureTask<Boolean> running = started(run);
        while (!running.isDone() && ups(home) < ups) {
            LockSupport.parkNanos(50_000_000L);
        }
        run.stop();
        return running.get();
    }

    private static FutureTask<Boolean> started(LiveRun run) {
        FutureTask<Boolean> running = new FutureTask<>(run::run);
        Thread.ofPlatform().start(running);
        return running;
    }

    private LiveRun liveRun(RunHome home, Venue venue) throws IOException {
        return liveRun(home, venue, configFile(), 1);
    }

    private LiveRun liveRun(RunHome home, Venue venue, Path file, double speed) {
        List<String> address = List.of("alpaca.trading-url=" + venue.address(), "alpaca.data-url=" + venue.address());
        RunConfig config = FirstStart.complete(load(file, address), home, KEYS, out, settled -> {
            List<String> all = new ArrayList<>(address);
            all.addAll(settled);
            return load(file, all);
        });
        return new LiveRun(config, strategies, home, speed, Until.END, out, KEYS);
    }

    private static long ups(RunHome home) {
        return !Files.isDirectory(home.journal()) ? 0 : records(home).stream()
                .filter(each -> each.input() instanceof Input.VenueUp).count();
    }

    private static List<Journaled> records(RunHome home) {
        List<Journaled> records = new ArrayList<>();
        RecordCodec codec = new RecordCodec();
        try (CheckedReader reader = new CheckedReader(home.journal())) {
            while (reader.next()) {
                records.add(codec.read(reader.buffer(), reader.offset()));
            }
        }
        return records;
    }

    @Test
    @Timeout(180)
    void followsAVenueInItsOwnTimeAndTakesTheRunUpAgain() throws Exception {
        try (Venue venue = venue(); RunHome home = RunHome.open(folder.resolve("home"))) {
            assertTrue(run(home, venue, 1),
                    () -> printed.toString(StandardCharsets.UTF_8));
            assertTrue(run(home, venue, 2),
                    () -> printed.toString(StandardCharsets.UTF_8));
            List<Journaled> records = records(home);
            assertEquals(2, records.stream().filter(each -> each.input() instanceof Input.Started).count());
            assertEquals(1, records.stream().map(Journaled::input).filter(Input.Started.class::isInstance)
                    .map(each -> ((Input.Started) each).runId()).distinct().count(), "the run id is kept");
            List<Decision.ReconcileOutcome> outcomes = records.stream().flatMap(each -> each.decisions().stream())
                    .filter(Decision.ReconcileOutcome.class::isInstance).map(Decision.ReconcileOutcome.class::cast)
                    .toList();
            assertTrue(outcomes.size() >= 2, outcomes::toString);
            assertTrue(outcomes.stream().allMatch(Decision.ReconcileOutcome::clean), outcomes::toString);
            assertEquals(Optional.empty(), new Replay(() -> new ChronicleReader(home.journal()),
                    text -> new Settings(folder, ROOT, new FactoryCatalog(strategies)).recorded(text),
                    strategies).run());
            keptToItself(home);
            assertTrue(printed().contains("paper trading with paper keys at " + venue.address()), this::printed);
            assertTrue(printed().contains("UTC  the venue is up\n"), this::printed);
            neverLeaps(home, venue);
        }
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    /// The journal of a run that went by the venue's clock is taken up by nothing whose time is another.
    private void neverLeaps(RunHome home, Venue venue) throws IOException {
        Path wall = Files.writeString(folder.resolve("wall.conf"), "include \"swing.conf\"\nalpaca.clock = wall\n");
        IllegalArgumentException leaps = assertThrows(IllegalArgumentException.class,
                () -> liveRun(home, venue, wall, 1));
        assertTrue(leaps.getMessage().startsWith("alpaca.clock = wall, but the run in " + home.folder()
                + " went by alpaca.clock = venue up to 2024-08-07 00:0"), leaps::getMessage);
        longAgo = true;
        LiveRun back = liveRun(home, venue);
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, back::run);
        assertTrue(refused.getMessage().startsWith("the venue's clock says 2013-11-26 14:30:00.500 UTC, but the run in "
                + home.folder() + " has come to 2024-08-07 00:0"), refused::getMessage);
        assertFalse(back.begun());
    }

    @Test
    @Timeout(180)
    void ordersThatWaitAreAnsweredThroughTheRunFolder() throws Exception {
        configFile();
        Path file = Files.writeString(folder.resolve("asks.conf"), """
                include "swing.conf"
                phase = 3
                risk { phase3-instruments = [BTC/USD], price.quote-fresh = 1 d, price.reference-fresh = 1 d }
                risk.confirmation { above = 200, wait = 30 d }
                strategies = [
                  { name = one, kind = %1$s, symbols = [BTC/USD], timeframe = 1m, budget = 5 %% }
                  { name = two, kind = %1$s, symbols = [BTC/USD], timeframe = 1m, budget = 5 %% }
                ]
                """.formatted(EagerBuyer.class.getName()));
        try (Venue venue = venue(SPEED); RunHome home = RunHome.open(folder.resolve("home"))) {
            LiveRun run = liveRun(home, venue, file, SPEED);
            FutureTask<Boolean> running = started(run);
            List<String> waiting = waiting(home, running);
            assertEquals("approve: done\n", said(home, "approve", waiting.getFirst()).text(), this::printed);
            assertEquals("veto: done\n", said(home, "veto", waiting.getLast()).text(), this::printed);
            run.stop();
            assertTrue(running.get(), this::printed);
            assertEquals(List.of(OrderAction.PARK, OrderAction.SUBMIT), actions(home, waiting.getFirst()));
            assertEquals(List.of(OrderAction.PARK, OrderAction.REFUSE), actions(home, waiting.getLast()));
        }
    }

    /// Client order ids of two entries that wait for a person, as they are shown to one.
    private List<String> waiting(RunHome home, FutureTask<Boolean> running) {
        List<String> ids = List.of();
        long endNs = System.nanoTime() + PATIENCE_NS;
        while (ids.size() < 2) {
            assertTrue(!running.isDone() && System.nanoTime() < endNs, () -> printed() + said(home, "status").text());
            LockSupport.parkNanos(50_000_000L);
            ids = ups(home) == 0 ? ids : JsonMapper.shared().readTree(said(home, "status", "--json").text())
                    .get("parked").valueStream().map(each -> each.get("id").asString()).toList();
        }
        return ids;
    }

    private static Commands.Answer said(RunHome home, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--home", home.folder().toString()));
        if (!words[0].equals("status")) {
            all.addAll(List.of("--wait", "60"));
        }
        return Commands.said(all.toArray(String[]::new));
    }

    private static List<OrderAction> actions(RunHome home, String id) {
        return records(home).stream().flatMap(each -> each.decisions().stream())
                .filter(each -> each instanceof Decision.OrderDecision order
                        && ClientOrderId.text(order.clientOrderId()).equals(id)
                        && order.action() != OrderAction.CANCEL)
                .map(each -> ((Decision.OrderDecision) each).action()).toList();
    }

    @Test
    @Timeout(180)
    void waitsForAVenuesClockThatCannotBeReadAndStopsMeanwhileWhenAsked() throws Exception {
        clockless = true;
        try (Venue venue = venue(); RunHome home = RunHome.open(folder.resolve("home"))) {
            LiveRun first = liveRun(home, venue);
            FutureTask<Boolean> stopped = started(first);
            awaitWaiting(home, stopped);
            first.stop();
            assertTrue(stopped.get());
            assertFalse(first.begun());
            assertFalse(Files.exists(home.journal()));
            printed.reset();
            LiveRun second = liveRun(home, venue);
            FutureTask<Boolean> running = started(second);
            awaitWaiting(home, running);
            clockless = false;
            while (!running.isDone() && ups(home) == 0) {
                LockSupport.parkNanos(50_000_000L);
            }
            second.stop();
            assertTrue(running.get(), () -> printed.toString(StandardCharsets.UTF_8));
            assertEquals(1, ups(home));
        }
    }

    private void awaitWaiting(RunHome home, FutureTask<Boolean> running) {
        String wanted = "waiting: the clock at ";
        while (!running.isDone() && !printed.toString(StandardCharsets.UTF_8).contains(wanted)) {
            LockSupport.parkNanos(10_000_000L);
        }
        assertFalse(running.isDone(), () -> home.folder() + ": " + printed.toString(StandardCharsets.UTF_8));
    }

    /// Neither key nor secret stands in anything that a run leaves, nor in the address or body of a request.
    private void keptToItself(RunHome home) throws IOException {
        String everything = printed.toString(StandardCharsets.UTF_8);
        try (var files = Files.walk(home.folder())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                everything += Files.readString(file, StandardCharsets.ISO_8859_1);
            }
        }
        assertTrue(Files.exists(home.tradingLog()), "a trial tells its story at home");
        assertTrue(trace.size() > 10, "requests were traced");
        everything += trace;
        assertFalse(everything.contains("hush-hush-secret"));
        assertFalse(everything.contains("PKTEST"));
    }

    @Test
    void saysWhichKeysAreMissing() throws IOException {
        RunConfig config = load(configFile(), List.of());
        try (RunHome home = RunHome.open(folder.resolve("home"))) {
            IllegalArgumentException refused = assertThrows(IllegalArgumentException.class,
                    () -> new LiveRun(config, strategies, home, 1, Until.END, out, Map.of()));
            assertEquals("keys are missing: set ALPACA_PAPER_KEY_ID and ALPACA_PAPER_SECRET_KEY in the environment",
                    refused.getMessage());
        }
    }

    @Test
    void anInstantOfEngineTimeEndsARun() {
        assertEquals(new Until(Long.MAX_VALUE, 1_723_161_540_000_000_000L), Until.parse("2024-08-08T23:59:00Z"));
        assertEquals(Until.record(7), Until.parse("7"));
        assertThrows(IllegalArgumentException.class, () -> Until.parse("0"));
        assertThrows(IllegalArgumentException.class, () -> Until.parse("tomorrow"));
    }
}
