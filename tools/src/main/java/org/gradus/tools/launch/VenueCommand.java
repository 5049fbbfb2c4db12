package org.gradus.tools.launch;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.gradus.adapters.venue.DataPlan;
import org.gradus.adapters.venue.Keys;
import org.gradus.adapters.venue.exchange.VenueRules;
import org.gradus.adapters.venue.exchange.VenueSwitch;
import org.gradus.adapters.venue.fault.FaultScript;
import org.gradus.adapters.venue.market.MadeQuotes;
import org.gradus.adapters.venue.market.TapeNames;
import org.gradus.adapters.venue.market.TapeTime;
import org.gradus.adapters.venue.server.TradingSide;
import org.gradus.adapters.venue.server.Venue;
import org.gradus.adapters.venue.server.VenueSettings;
import org.gradus.adapters.venue.stream.StreamRules;
import org.gradus.tools.config.Unit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `gradus venue`: an Alpaca-compatible venue on loopback, moved by tapes, until it is told to stop.
@Command(name = "venue",
        description = "Serves Alpaca's trading and market data on loopback, from tapes, until it is stopped.",
        mixinStandardHelpOptions = true)
final class VenueCommand implements Callable<Integer> {
    private static final String DEMO_TAPE = "adapters/target/tapes/bitstamp_trades_from_20131125_usd.csv";
    private static final int PORT_MAX = 65_535;

    @Option(names = "--tape", paramLabel = "FILE", arity = "1..*",
            description = "tapes to play, each FILE or SYMBOL=FILE (default: the demo's trades as BTC/USD)")
    private List<String> tapes = List.of();

    @Option(names = "--history", paramLabel = "FILE", arity = "1..*",
            description = "bars of before the tapes, each FILE or SYMBOL=FILE")
    private List<String> history = List.of();

    @Option(names = "--port", paramLabel = "P", description = "on 127.0.0.1; 0 for any (default: 8484)",
            defaultValue = "8484")
    private int port;

    @Option(names = "--clock", paramLabel = "wall|tape",
            description = "wall: the tape is moved to now; tape: its own times (default: wall)", defaultValue = "wall")
    private String clock;

    @Option(names = "--speed", paramLabel = "N", description = "the venue's time runs N times as fast (default: 1)",
            defaultValue = "1")
    private double speed;

    @Option(names = "--warm-up", paramLabel = "DURATION",
            description = "how much of the tape is past at the start (default: a day and 100 bars, or a quarter of it)")
    private @Nullable String warmUp;

    @Option(names = "--half-spread", paramLabel = "RATIO",
            description = "from a trade to the quotes made around it, where the tape has none (default: 0.01 %%)",
            defaultValue = "0.01 %")
    private String halfSpread;

    @ArgGroup(exclusive = false, multiplicity = "0..*")
    private final List<VenueKeys.Pair> pairs = new ArrayList<>();

    @Option(names = "--cash", paramLabel = "USD", description = "what an account begins with (default: 100000)",
            defaultValue = "100000")
    private BigDecimal cash;

    @Option(names = "--budget", paramLabel = "N",
            description = "requests a minute and key, of trading and of data; the service has 200 (default: any)",
            defaultValue = "0")
    private int budget;

    @Option(names = "--model", paramLabel = "paper|pessimistic",
            description = "how orders meet the market: as Alpaca's paper engine, or as the demo's (default: paper)",
            defaultValue = "paper")
    private String model;

    @Option(names = "--seed", paramLabel = "N", description = "of ids and partial fills (default: 1)",
            defaultValue = "1")
    private long seed;

    @Option(names = "--rule", paramLabel = "NAME=VALUE",
            description = "changes a rule of the exchange, such as taker-fee=0.002; see docs/venue-exchange.md")
    private List<String> changedRules = List.of();

    @Option(names = "--text-updates", description = "order updates in text frames instead of binary ones")
    private boolean textUpdates;

    @Option(names = "--many-connections", description = "more than one connection a key and data stream")
    private boolean manyConnections;

    @Option(names = "--symbols-max", paramLabel = "N",
            description = "symbols of trades, quotes and books a connection may hear; the free plan has 30",
            defaultValue = "2147483647")
    private int symbolsMax;

    @Option(names = "--plan", paramLabel = "basic|plus",
            description = "market data to be seen: basic, the free plan, has no sip stream, none of the last 15 "
            + "minutes of it, and few symbols (default: plus)", defaultValue = "plus")
    private String plan;

    @Option(names = "--faults", paramLabel = "FILE",
            description = "a script of what shall go wrong; docs/venue.md tells what it may say")
    private @Nullable Path faults;

    @Option(names = "--state", paramLabel = "DIR",
            description = "keeps accounts, orders and the clock there, so that a venue that was killed goes on")
    private @Nullable Path state;

    @Option(names = "--json", description = "only one line of JSON when it is ready; the rest goes to standard error")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        Keys keys = VenueKeys.of(pairs, System.getenv());
        VenueSettings settings = settings(keys);
        CountDownLatch stopped = new CountDownLatch(1);
        try (StopOnSignal signals = new StopOnSignal();
                Venue venue = new Venue(settings, TradingSide.Maker.exchange(rules()), says())) {
            signals.exitCode(Gradus.OK);
            signals.stops(stopped::countDown);
            VenueNotice notice = new VenueNotice(venue, keys);
            if (!json) {
                System.out.print(notice.text());
            }
            System.out.println(notice.json());
            StandardOutput.requireWritten();
            stopped.await();
            return Gradus.OK;
        }
    }

    private Consumer<String> says() {
        return text -> System.err.println("gradus: " + text);
    }

    private VenueRules rules() {
        VenueRules rules = VenueRules.paper(seed);
        VenueRules.Model how = switch (model) {
            case "paper" -> VenueRules.Model.PAPER;
            case "pessimistic" -> VenueRules.Model.PESSIMISTIC;
            default -> throw new IllegalArgumentException("--model " + model + ": expected paper or pessimistic");
        };
        rules = rules.with(new VenueRules.Matching(how, rules.matching().partialFills()));
        for (String changed : changedRules) {
            rules = VenueSwitch.set(rules, changed);
        }
        return rules;
    }

    private VenueSettings settings(Keys keys) {
        require(port >= 0 && port <= PORT_MAX, "--port " + port + ": expected 0 to " + PORT_MAX);
        require(budget >= 0, "--budget " + budget + ": expected a number of requests");
        require(cash.signum() > 0, "--cash " + cash + ": expected an amount above 0");
        require(symbolsMax > 0, "--symbols-max " + symbolsMax + ": expected a number above 0");
        return new VenueSettings(keys, cash, playback(), budget,
                new StreamRules(!manyConnections, symbolsMax, StreamRules.USUAL.authTimeoutMs(), textUpdates,
                        dataPlan()), script(), port, state);
    }

    private DataPlan dataPlan() {
        return switch (plan) {
            case "basic" -> DataPlan.BASIC;
            case "plus" -> DataPlan.PLUS;
            default -> throw new IllegalArgumentException("--plan " + plan + ": expected basic or plus");
        };
    }

    private FaultScript script() {
        if (faults == null) {
            return FaultScript.NONE;
        }
        try {
            return FaultScript.parse(Files.readString(faults));
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("--faults " + faults + ": cannot be read: " + unreadable, unreadable);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(faults + ", " + wrong.getMessage(), wrong);
        }
    }

    private VenueSettings.Playback playback() {
        require(speed > 0 && speed < Double.POSITIVE_INFINITY, "--speed " + speed + ": expected a number above 0");
        require(clock.equals("wall") || clock.equals("tape"), "--clock " + clock + ": expected wall or tape");
        List<String> played = tapes.isEmpty() ? List.of("BTC/USD=" + demoTape()) : tapes;
        long warmUpNs = warmUp == null ? TapeTime.USUAL : parsed("--warm-up", warmUp, Unit.DURATION, "12 h");
        BigDecimal ratio = BigDecimal.valueOf(parsed("--half-spread", halfSpread, Unit.RATIO, "0.01 %"), 9);
        return new VenueSettings.Playback(TapeNames.read(played), TapeNames.read(history), clock.equals("wall"), speed,
                warmUpNs, new MadeQuotes(ratio, MadeQuotes.USUAL.size()));
    }

    private static Path demoTape() {
        Path tape = Path.of(System.getProperty("gradus.root", ".")).resolve(DEMO_TAPE);
        require(Files.isRegularFile(tape), "the demo's tape is missing, " + tape + ": build it, or give --tape");
        return tape;
    }

    private static long parsed(String option, String text, Unit unit, String example) {
        try {
            long value = unit.parse(text.strip());
            require(value >= 0, option + " " + text + ": expected nothing below 0");
            return value;
        } catch (NumberFormatException | ArithmeticException unreadable) {
            throw new IllegalArgumentException(option + " " + text + ": expected something like " + example);
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
