package org.gradus.engine.runtime;

import static org.gradus.engine.domain.FixedPoint.parse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.gradus.engine.codec.RecordCodec;
import org.gradus.engine.codec.Stage;
import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.journal.ChronicleReader;
import org.gradus.engine.journal.ChronicleStore;
import org.gradus.engine.journal.JournalStore;
import org.gradus.engine.journal.JournalVerifier;
import org.gradus.engine.message.Decision;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.Journaled;
import org.gradus.engine.message.StoppedReason;
import org.gradus.engine.runtime.EngineConfig.JournalConfig;
import org.gradus.engine.runtime.EngineConfig.OperatorScript;
import org.gradus.engine.runtime.EngineConfig.Topology;
import org.gradus.engine.sim.FaultPlan;
import org.gradus.engine.strategy.StrategyFactory;
import org.gradus.engine.tape.MergedTape;
import org.gradus.engine.tape.SyntheticTape;

/// A whole engine on some calm minutes of a made-up tape, with one strategy that trades whenever it is flat; a test
/// breaks what it wants to see broken.
final class EngineRig {
    private static final long MINUTE_NS = 60 * TestConfigs.SECOND_NS;
    private static final long START_NS = 1_700_006_400L * TestConfigs.SECOND_NS;

    private final Path home;
    EngineConfig config = eager();
    int minutes = 12;
    int printsPerMinute = 20;
    /// In place of so many calm minutes.
    List<SyntheticTape.Phase> phases = List.of();
    Topology topology = Topology.DIRECT;
    UnaryOperator<List<Stage>> stages = UnaryOperator.identity();
    UnaryOperator<JournalStore> store = UnaryOperator.identity();
    StrategyFactory factory = (kind, jar, parameters) -> new EagerTrader();

    EngineRig(Path home) {
        this.home = home;
    }

    private static EngineConfig eager() {
        StrategyConfig trader = new StrategyConfig("eager", "eager", "", List.of("BTC/USD"), Timeframe.M1,
            parse("0.2"), Map.of());
        return TestConfigs.with(List.of(TestConfigs.bitcoin(0)), List.of(trader), "eager");
    }

    EngineRig phase(int phase) {
        config = copy(config, phase, config.journal());
        return this;
    }

    EngineRig journal(boolean force, long freeMarkBytes, long reserveBytes) {
        config = copy(config, config.phase(), new JournalConfig(force, 1 << 20, freeMarkBytes, reserveBytes));
        return this;
    }

    EngineRig resumingAfter(long resumeAfterNs) {
        config = copy(config, config.phase(), config.journal(), new OperatorScript(resumeAfterNs));
        return this;
    }

    private static EngineConfig copy(EngineConfig c, int phase, JournalConfig journal) {
        return copy(c, phase, journal, c.operatorScript());
    }

    private static EngineConfig copy(EngineConfig c, int phase, JournalConfig journal, OperatorScript script) {
        return new EngineConfig(c.name(), c.mode(), phase, c.gateway(), c.currency(), c.cash(), c.seed(), c.runId(),
            c.instruments(), c.referenceInstrument(), c.bars(), c.strategies(), c.entryReach(),
            TestConfigs.limits(c.strategies().stream().map(StrategyConfig::budget).toList(), List.of("BTC/USD")),
            c.market(), c.ring(), journal, script, c.resolvedText());
    }

    SimulatedEngine open() {
        MergedTape tape = new MergedTape(
            List.of(new SyntheticTape(TestConfigs.crypto(0, "BTC/USD", "BTC", 8), 0, script())));
        JournalStore disk = new ChronicleStore(journal(), home.resolve("seal"), config.journal().blockBytes());
        SimulatedRun run = new SimulatedRun(config, TestConfigs.origin(config, List.of("made up")), store.apply(disk),
            topology, FaultPlan.NONE);
        return new SimulatedEngine(run, factory, tape, new Telemetry(() -> 0), stages);
    }

    private SyntheticTape.Script script() {
        return new SyntheticTape.Script(7, START_NS, parse("50000"), phases.isEmpty()
            ? List.of(new SyntheticTape.Phase("calm", minutes * MINUTE_NS, 0, parse("0.0002"), printsPerMinute, 0))
            : phases);
    }

    Path journal() {
        return home.resolve("journal");
    }

    /// Runs until the condition holds, or to the end of the tape.
    static void runUntil(SimulatedEngine engine, Predicate<SimulatedEngine> condition) {
        while (!condition.test(engine) && engine.step()) {
            // Runs on.
        }
    }

    void runToEnd() {
        try (SimulatedEngine engine = open()) {
            runUntil(engine, e -> false);
            stop(engine, StoppedReason.END_OF_TAPE);
        }
    }

    /// Stops in order, and holds the journal to what every journal must stand.
    void stop(SimulatedEngine engine, StoppedReason reason) {
        engine.stop(reason);
        agree();
    }

    /// Where a test stops the engine itself.
    void agree() {
        Replays.agree(home, text -> config, factory);
    }

    /// What an undisturbed run of the same engine writes, kept elsewhere.
    List<Journaled> records(Path elsewhere) {
        EngineRig undisturbed = new EngineRig(elsewhere);
        undisturbed.config = config;
        undisturbed.factory = factory;
        undisturbed.runToEnd();
        return undisturbed.records();
    }

    List<Journaled> records() {
        List<Journaled> records = new ArrayList<>();
        RecordCodec codec = new RecordCodec();
        try (ChronicleReader reader = new ChronicleReader(journal())) {
            while (reader.next()) {
                records.add(codec.read(reader.buffer(), reader.offset()));
            }
        }
        return records;
    }

    Optional<JournalVerifier.Fault> verify() {
        try (ChronicleReader reader = new ChronicleReader(journal())) {
            return new JournalVerifier().verify(reader, Optional.empty());
        }
    }

    static <T extends Decision> List<T> decisions(List<Journaled> records, Class<T> kind) {
        return records.stream().flatMap(record -> record.decisions().stream()).filter(kind::isInstance)
            .map(kind::cast).toList();
    }

    static <T extends Input> List<T> inputs(List<Journaled> records, Class<T> kind) {
        return records.stream().map(Journaled::input).filter(kind::isInstance).map(kind::cast).toList();
    }

    /// The newest decision of a kind, seen through a field of it.
    static <T extends Decision, F> F last(List<Journaled> records, Class<T> kind, Function<T, F> field) {
        return field.apply(decisions(records, kind).getLast());
    }
}
