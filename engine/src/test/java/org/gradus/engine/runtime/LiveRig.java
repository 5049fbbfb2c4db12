package org.gradus.engine.runtime;

import static org.gradus.engine.domain.FixedPoint.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.gradus.engine.codec.RecordCodec;
import org.gradus.engine.codec.RecordSource;
import org.gradus.engine.codec.Stage;
import org.gradus.engine.core.Tolerance;
import org.gradus.engine.domain.Mode;
import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.egress.SendingRules;
import org.gradus.engine.journal.JournalStore;
import org.gradus.engine.journal.MemoryJournal;
import org.gradus.engine.message.Gateway;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.Journaled;
import org.gradus.engine.message.OperatorAction;
import org.gradus.engine.message.StoppedReason;
import org.gradus.engine.risk.RiskLimits;
import org.gradus.engine.runtime.EngineConfig.InstrumentConfig;
import org.gradus.engine.runtime.EngineConfig.JournalConfig;
import org.gradus.engine.runtime.EngineConfig.Topology;
import org.gradus.engine.strategy.StrategyFactory;
import org.jspecify.annotations.Nullable;

/// A live engine at a venue in memory, with a clock that the test moves; what the engine's threads would do is done in
/// turn on the test's own.
final class LiveRig implements AutoCloseable {
    static final long SECOND_NS = TestConfigs.SECOND_NS;
    private static final long START_NS = 1_700_006_400L * SECOND_NS;
    private static final int MOST_ROUNDS = 100_000;

    final HandClock clock = new HandClock(START_NS);
    final MemoryJournal journal = new MemoryJournal();
    final EngineConfig config;
    final MemoryVenue venue;
    StrategyFactory factory = (kind, jar, parameters) -> new EagerTrader();
    JournalStore store = journal;
    UnaryOperator<List<Stage>> stages = UnaryOperator.identity();
    Topology topology = Topology.DIRECT;
    private final LiveRules rules = LiveRules.of(SendingRules.of(9, 4, 10 * SECOND_NS));
    private long commands;
    @Nullable LiveEngine engine;

    LiveRig() {
        this(1, false);
    }

    /// @param forced whether records with orders are forced to disk
    LiveRig(int phase, boolean forced) {
        this(config(TestConfigs.bitcoin(0), phase, forced));
    }

    private LiveRig(EngineConfig config) {
        this.config = config;
        venue = new MemoryVenue(clock, config.instruments().stream()
            .map(EngineConfig.InstrumentConfig::instrument).toList(), config.cash());
    }

    /// Trades whole shares, whose entries take their stops along.
    static LiveRig ofShares() {
        InstrumentConfig shares = new InstrumentConfig(TestConfigs.share(0, "AAPL", 8), List.of());
        return new LiveRig(config(shares, 1, false).withEntryRest(3 * SECOND_NS));
    }

    private static EngineConfig config(InstrumentConfig traded, int phase, boolean forced) {
        List<String> symbols = List.of(traded.instrument().symbol());
        StrategyConfig trader = new StrategyConfig("eager", "eager", "", symbols, Timeframe.M1, parse("0.2"),
            Map.of());
        EngineConfig c = TestConfigs.with(List.of(traded), List.of(trader), "live");
        RiskLimits limits = TestConfigs.limits(List.of(trader.budget()), symbols);
        JournalConfig journal = new JournalConfig(forced, c.journal().blockBytes(), 0, 0);
        return new EngineConfig(c.name(), Mode.PAPER, phase, Gateway.ALPACA, c.currency(), c.cash(), c.seed(),
            c.runId(), c.instruments(), c.referenceInstrument(), c.bars(), c.strategies(), c.entryReach(), 0, limits,
            c.market(), c.ring(), journal, c.operatorScript(), new Tolerance(parse("0.01"), 2), c.resolvedText());
    }

    /// Starts an engine, the first or the next, and connects it.
    LiveRig start() {
        open();
        venue.connect();
        settle();
        return this;
    }

    /// Starts an engine whose stream has not come up.
    LiveRig open() {
        RunSetup run = new RunSetup(config, TestConfigs.origin(config, List.of("memory")), store, topology);
        engine = new LiveEngine(run, rules, clock, instruments -> venue.asVenue(), factory, new Telemetry(() -> 0),
            stages);
        venue.start(engine.door(), engine.feedState(0));
        return this;
    }

    /// Everybody works until nobody has anything to do at this time.
    void settle() {
        boolean any = true;
        for (int round = 0; any; round++) {
            if (round > MOST_ROUNDS) {
                throw new IllegalStateException("there is no end to it");
            }
            any = round();
        }
    }

    private boolean round() {
        boolean any = engine.step();
        for (DutyThread.Duty duty : engine.duties()) {
            any |= duty.work();
        }
        return venue.deliver() | any;
    }

    /// Time passes in steps of a second, and everybody works at each.
    void pass(int seconds) {
        for (int i = 0; i < seconds; i++) {
            clock.pass(SECOND_NS);
            settle();
        }
    }

    boolean passUntil(BooleanSupplier condition, int seconds) {
        for (int i = 0; i < seconds && !condition.getAsBoolean(); i++) {
            pass(1);
        }
        return condition.getAsBoolean();
    }

    /// A quote and a print, then the rest of a minute.
    void minute(String bid, String ask) {
        venue.quote(bid, ask);
        venue.trade(bid);
        pass(60);
    }

    void command(OperatorAction action, int releases) {
        command(action, releases, 0);
    }

    void command(OperatorAction action, int releases, long clientOrderId) {
        engine.command(new Input.OperatorCommand(action, releases, clientOrderId, 5, ++commands, "ada"));
    }

    void stop() {
        engine.stop(StoppedReason.OPERATOR);
        engine.close();
        agree();
    }

    /// Ends the engine as a crash does, if it ever came to be.
    void crash() {
        if (engine != null) {
            engine.close();
        }
        agree();
    }

    void agree() {
        Replays.agree(journal::read, config, factory);
    }

    List<Journaled> records() {
        List<Journaled> records = new ArrayList<>();
        RecordCodec codec = new RecordCodec();
        try (RecordSource reader = journal.read()) {
            while (reader.next()) {
                records.add(codec.read(reader.buffer(), reader.offset()));
            }
        }
        return records;
    }

    <T extends Input> List<T> inputs(Class<T> kind) {
        return EngineRig.inputs(records(), kind);
    }

    @Override
    public void close() {
        engine.close();
    }
}
