package org.gradus.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.runtime.EngineConfig;
import org.gradus.engine.runtime.StrategyConfig;
import org.gradus.tools.config.FactoryCatalog;
import org.gradus.tools.config.RunConfig;
import org.gradus.tools.config.Settings;
import org.gradus.tools.launch.GradusCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `gradus bench`: how fast this build is on this machine. What the figures mean stands in docs/performance.md.
@Command(name = "bench", description = "Measures throughput on the demo tape and latency from tick to order.",
        mixinStandardHelpOptions = true)
public final class BenchCommand implements GradusCommand {
    static final String DEMO = "config/demo.conf";
    /// Bars of a minute pass in milliseconds here: no day may end the trading.
    private static final List<String> UNCAPPED = List.of("risk.daily.entries=1000000");

    @Option(names = "--jmh", paramLabel = "REGEX", arity = "0..1", fallbackValue = ".*",
            description = "run the JMH benchmarks whose name matches instead")
    private String jmh;

    @Option(names = "--json", description = "one JSON object instead of words")
    private boolean json;

    @Option(names = "--passes", paramLabel = "N", defaultValue = "20", description = "over the demo tape (default: 20)")
    private int passes;

    @Option(names = "--rate", paramLabel = "N", defaultValue = "100000",
            description = "ticks a second of the open-loop runs (default: 100000)")
    private int ticksPerSecond;

    @Option(names = "--bursts", paramLabel = "N", defaultValue = "6000",
            description = "of a millisecond in each open-loop run, at most; a third warms up (default: 6000)")
    private int bursts;

    @Option(names = "--home", paramLabel = "DIR",
            description = "folder for the journals; they are deleted again (default: the system's temporary folder)")
    private Path home = Path.of(System.getProperty("java.io.tmpdir"));

    @Override
    public Integer call() {
        if (jmh != null) {
            return JmhRun.run(jmh, json);
        }
        if (passes < 1 || ticksPerSecond < 1_000 || bursts < 10) {
            throw new IllegalArgumentException("expected --passes ≥ 1, --rate ≥ 1000 and --bursts ≥ 10");
        }
        BenchReport report = json ? BenchReport.json(System.out) : BenchReport.words(System.out);
        try (Scratch scratch = Scratch.in(home)) {
            report.machine(scratch.root());
            throughput(report, scratch);
            latency(report, scratch);
        }
        report.end();
        return 0;
    }

    private void throughput(BenchReport report, Scratch scratch) {
        for (String topology : List.of("fused", "direct")) {
            RunConfig config = settings().load(DEMO, List.of("ring.topology=" + topology), List.of());
            report.throughput(topology, new DemoThroughput(config, scratch).run(passes, report::pass));
        }
    }

    private void latency(BenchReport report, Scratch scratch) {
        EngineConfig config = turning(settings().load(DEMO, UNCAPPED, List.of()).engine());
        Latencies direct = new TickToOrder(config, ticksPerSecond, bursts, false).run(scratch.folder("direct"));
        scratch.clear();
        Latencies fused = new TickToOrder(config, ticksPerSecond, bursts, true).run(scratch.folder("fused"));
        report.latency(ticksPerSecond, direct, fused);
    }

    /// The demo's engine with one more strategy, which turns its position over at every bar.
    private static EngineConfig turning(EngineConfig demo) {
        List<StrategyConfig> strategies = new ArrayList<>(demo.strategies());
        strategies.add(new StrategyConfig(TurnStrategy.KIND, TurnStrategy.KIND, "",
                List.of(demo.instruments().getFirst().instrument().symbol()), Timeframe.M1,
                FixedPoint.parse("0.02"), Map.of()));
        return new EngineConfig(demo.name(), demo.mode(), demo.phase(), demo.gateway(), demo.currency(), demo.cash(),
                demo.seed(), demo.runId(), demo.instruments(), demo.referenceInstrument(), demo.bars(), strategies,
                demo.entryReach(), demo.limits().withBudgets(strategies.stream().map(StrategyConfig::budget).toList()),
                demo.market(), demo.ring(), demo.journal(), demo.operatorScript(), demo.resolvedText());
    }

    static Settings settings() {
        return new Settings(Path.of(""), Path.of(System.getProperty("gradus.root", ".")),
                new FactoryCatalog(TurnStrategy.factory()));
    }
}
