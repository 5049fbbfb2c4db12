package org.gradus.tools.launch;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.gradus.adapters.strategy.UserStrategies;
import org.gradus.tools.config.FactoryCatalog;
import org.gradus.tools.config.RunConfig;
import org.gradus.tools.config.Settings;
import org.gradus.tools.run.RunHome;
import org.gradus.tools.run.RunReport;
import org.gradus.tools.run.TapeRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `gradus run`: the headless engine over a tape and the simulated market.
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

    @Option(names = "--speed", paramLabel = "N|max", description = "times real time, or max (default)",
            defaultValue = "max")
    private String speed;

    @Option(names = "--until", paramLabel = "N", description = "stop after record N; a later run goes on from there",
            defaultValue = "9223372036854775807")
    private long until;

    @Option(names = "--set", paramLabel = "key=value",
            description = "overrides a key of the configuration; may be repeated")
    private List<String> sets = List.of();

    @Option(names = "--json", description = "the summary as one JSON object; progress goes to standard error")
    private boolean json;

    @Override
    public Integer call() {
        if (until < 1) {
            throw new IllegalArgumentException("--until " + until + ": expected a record number from 1");
        }
        try (StopOnSignal signals = new StopOnSignal()) {
            int code = run(signals);
            signals.exitCode(code);
            return code;
        }
    }

    private int run(StopOnSignal signals) {
        UserStrategies strategies = strategies();
        RunConfig run = settings(strategies).load(config, sets, tapes);
        Path folder = home != null ? home : Path.of("var", run.engine().name());
        double times = speed();
        try (RunHome opened = RunHome.open(folder)) {
            TapeRun tapeRun = new TapeRun(run, strategies, opened, times, until, json ? System.err : System.out);
            signals.stops(tapeRun::stop);
            boolean inOrder = tapeRun.run();
            boolean whole = new RunReport(opened, tapeRun).print(System.out, json);
            return inOrder && whole ? Gradus.OK : Gradus.FAILED;
        }
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
        if (speed.equals("max")) {
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
