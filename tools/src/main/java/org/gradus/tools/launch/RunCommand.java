package org.gradus.tools.launch;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.gradus.adapters.strategy.UserStrategies;
import org.gradus.tools.config.FactoryCatalog;
import org.gradus.tools.config.RunConfig;
import org.gradus.tools.config.Settings;
import org.gradus.tools.run.EngineRun;
import org.gradus.tools.run.FirstStart;
import org.gradus.tools.run.LiveRun;
import org.gradus.tools.run.RunHome;
import org.gradus.tools.run.RunReport;
import org.gradus.tools.run.TapeRun;
import org.gradus.tools.run.Until;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `gradus run`: the headless engine, over a tape at the simulated market or at a venue.
@Command(name = "run",
        description = "Runs the engine as configured, from the beginning or from where its journal ends.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    @Parameters(paramLabel = "CONFIG", description = "HOCON file, e.g. config/demo.conf")
    private String config;

    @Option(names = "--home", paramLabel = "DIR", converter = HomeFolder.class,
            description = "run folder with journal and log (default: var/<config name>)")
    private Path home;

    @Option(names = "--tape", paramLabel = "FILE", arity = "1..*",
            description = "files instead of the configured tapes, each FILE or SYMBOL=FILE; behind CONFIG")
    private List<String> tapes = List.of();

    @Option(names = "--speed", paramLabel = "N|max",
            description = "times real time, or max (default); at a venue, how fast its clock runs")
    private @Nullable String speed;

    @Option(names = "--until", paramLabel = "N|TIME",
            description = "stop after record N, or at an instant of engine time such as 2024-08-08T23:59:00Z; a later "
                    + "run goes on from there")
    private @Nullable String until;

    @Option(names = "--set", paramLabel = "key=value",
            description = "overrides a key of the configuration; may be repeated")
    private List<String> sets = List.of();

    @Option(names = "--json", description = "the summary as one JSON object; progress goes to standard error")
    private boolean json;

    @Override
    public Integer call() {
        Until stop = until == null ? Until.END : Until.parse(until);
        try (StopOnSignal signals = new StopOnSignal()) {
            int code = run(signals, stop);
            signals.exitCode(code);
            return code;
        }
    }

    private int run(StopOnSignal signals, Until stop) {
        UserStrategies strategies = strategies();
        RunConfig run = settings(strategies).load(config, sets, tapes);
        Path folder = home != null ? home : Path.of("var", run.engine().name());
        boolean live = run.alpaca() != null;
        double times = live ? venueSpeed(run) : speed();
        try (RunHome opened = RunHome.open(folder)) {
            PrintStream out = json ? System.err : System.out;
            EngineRun engineRun = live ? liveRun(run, strategies, opened, times, stop, out)
                : new TapeRun(run, strategies, opened, times, stop, out);
            signals.stops(engineRun::stop);
            boolean inOrder = engineRun.run();
            boolean whole = !engineRun.begun() || new RunReport(opened, engineRun).print(System.out, json);
            return inOrder && whole ? Gradus.OK : Gradus.FAILED;
        }
    }

    private EngineRun liveRun(RunConfig run, UserStrategies strategies, RunHome opened, double times, Until stop,
            PrintStream out) {
        RunConfig complete = FirstStart.complete(run, opened, System.getenv(), out, settled -> {
            List<String> all = new ArrayList<>(sets);
            all.addAll(settled);
            return settings(strategies).load(config, all, tapes);
        });
        return new LiveRun(complete, strategies, opened, times, stop, out, System.getenv());
    }

    /// Engine time goes by the venue's clock then, whose speed nobody else can tell.
    private double venueSpeed(RunConfig run) {
        if (speed == null) {
            return 1;
        }
        double times = speed();
        if (times == Double.POSITIVE_INFINITY || !run.alpaca().venueClock() && times != 1) {
            throw new IllegalArgumentException("--speed " + speed + ": at a venue, expected how fast its clock runs, "
                    + "with alpaca.clock = venue");
        }
        return times;
    }

    static UserStrategies strategies() {
        return new UserStrategies(Path.of(""), root());
    }

    static Settings settings(UserStrategies strategies) {
        return new Settings(Path.of(""), root(), new FactoryCatalog(strategies));
    }

    private static Path root() {
        return Path.of(System.getProperty("gradus.root", "."));
    }

    private double speed() {
        if (speed == null || speed.equals("max")) {
            return Double.POSITIVE_INFINITY;
        }
        try {
            double times = Double.parseDouble(speed);
            if (times > 0) {
                return times;
            }
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("--speed " + speed + ": expected a number above 0, or max");
        }
        throw new IllegalArgumentException("--speed " + speed + ": expected a number above 0, or max");
    }
}
