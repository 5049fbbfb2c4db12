package org.gradus.engine.simulation;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.agrona.concurrent.UnsafeBuffer;
import org.gradus.engine.codec.RecordCodec;
import org.gradus.engine.codec.RecordHeader;
import org.gradus.engine.journal.MemoryJournal;
import org.gradus.engine.journal.Story;
import org.gradus.engine.message.Decision;
import org.gradus.engine.message.Hash256;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.Journaled;
import org.gradus.engine.message.OperatorAction;
import org.gradus.engine.message.OrderAction;
import org.gradus.engine.message.StoppedReason;
import org.gradus.engine.runtime.EngineConfig;
import org.gradus.engine.runtime.EngineConfig.Topology;
import org.gradus.engine.runtime.JournalScan;
import org.gradus.engine.runtime.Numbering;
import org.gradus.engine.runtime.Replays;
import org.gradus.engine.runtime.SimulatedEngine;
import org.gradus.engine.runtime.SimulatedRun;
import org.gradus.engine.runtime.StageFailed;
import org.gradus.engine.runtime.Telemetry;
import org.gradus.engine.runtime.TestConfigs;
import org.gradus.engine.sim.AccountView;
import org.gradus.engine.sim.StatelessRandom;
import org.gradus.engine.state.StateHasher;

/// Drives the real core through one scenario twice: once to its end without a break, once with crashes behind records
/// drawn from the seed. Both must hold every invariant, and tell the same story.
final class Simulator {
    private static final int MOST_CRASHES = 4;
    private static final OperatorAction[] ACTIONS = OperatorAction.values();

    private final Scenario first;
    private Scenario scenario;
    private final Outside outside;
    private final Consumer<SimulatedEngine> onlooker;
    private final Map<String, Integer> outsideEvents = new TreeMap<>();
    private final RecordCodec codec = new RecordCodec();
    private int fills;
    private int crashes;
    private int repeated;
    private int woken;
    private long records;
    private boolean quiet;
    private List<String> standing = List.of();

    Simulator(Scenario scenario) {
        this(scenario, engine -> { });
    }

    /// @param onlooker looks at the engine between two events; it must leave everything as it is
    Simulator(Scenario scenario, Consumer<SimulatedEngine> onlooker) {
        this.onlooker = onlooker;
        first = scenario;
        this.scenario = scenario;
        outside = new Outside(scenario);
    }

    void run() {
        MemoryJournal whole = new MemoryJournal();
        long wholeHash = play(whole, new Random(0), 0);
        MemoryJournal broken = new MemoryJournal();
        Random random = new Random(scenario.seed());
        crashes = random.nextInt(MOST_CRASHES + 1);
        long brokenHash = play(broken, random, crashes);
        Optional<String> difference = Story.of(whole.read()).difference(Story.of(broken.read()));
        hold(difference.isEmpty(), "a crash changes nothing of the story: " + difference.orElse(""));
        hold(wholeHash == brokenHash, "the state after crashes is the state without");
        Replays.agree(crashes == 0 ? whole::read : broken::read, scenario.config(), Scenario.strategies());
    }

    /// Crashes once and starts again with another configuration: another story, but the books, the limits and the ids
    /// must go on.
    void runChanged() {
        MemoryJournal journal = new MemoryJournal();
        Random random = new Random(first.seed());
        int crashAt = 2 + random.nextInt(1_000);
        journal.crashAfter(crashAt);
        try (SimulatedEngine engine = engine(journal)) {
            drive(engine, new HashSet<>(), journal);
            return;
        } catch (StageFailed failed) {
            mustBeCrash(failed);
            standing = audit(journal).standing();
            scenario = first.changed();
        }
        crashes = 2;
        play(journal, random, 1);
        Replays.agree(journal::read, text -> text.equals(first.config().resolvedText()) ? first.config()
                : scenario.config(), Scenario.strategies());
    }

    /// The journal of the scenario without a break.
    static MemoryJournal whole(Scenario scenario) {
        return new Simulator(scenario).whole();
    }

    MemoryJournal whole() {
        return played(new Random(0), 0);
    }

    /// The journal of the scenario with crashes at records drawn from its seed.
    static MemoryJournal crashed(Scenario scenario) {
        return new Simulator(scenario).played(new Random(scenario.seed()), MOST_CRASHES);
    }

    private MemoryJournal played(Random random, int crashesLeft) {
        MemoryJournal journal = new MemoryJournal();
        play(journal, random, crashesLeft);
        Replays.agree(journal::read, scenario.config(), Scenario.strategies());
        return journal;
    }

    /// @return the hash of the stages' state at the end
    private long play(MemoryJournal journal, Random random, int crashesLeft) {
        Set<Long> attended = new HashSet<>();
        int left = crashesLeft;
        while (true) {
            journal.crashAfter(left-- > 0 ? journal.records().size() + 1L + random.nextInt(600) : 0);
            try (SimulatedEngine engine = engine(journal)) {
                drive(engine, attended, journal);
                journal.crashAfter(0);
                return finish(engine, journal);
            } catch (StageFailed failed) {
                mustBeCrash(failed);
            }
        }
    }

    /// Nothing that the engine does once it is dead is written; the next start takes the journal up.
    private static void mustBeCrash(StageFailed failed) {
        if (!(failed.getCause() instanceof MemoryJournal.Crash)) {
            throw failed;
        }
    }

    private SimulatedEngine engine(MemoryJournal journal) {
        SimulatedRun run = new SimulatedRun(scenario.config(), TestConfigs.origin(scenario.config(),
                scenario.sources()),
                journal, Topology.DIRECT, scenario.faults());
        return new SimulatedEngine(run, Scenario.strategies(), scenario.tape(), new Telemetry(() -> 0));
    }

    private void drive(SimulatedEngine engine, Set<Long> attended, MemoryJournal journal) {
        do {
            long nowNs = engine.nowNs();
            if (!attended.contains(nowNs)) {
                interfere(engine, journal);
                attended.add(nowNs);
                onlooker.accept(engine);
            }
        } while (engine.step());
    }

    /// What the operator does at a moment depends on the moment only, so that a restart does not change it.
    private void interfere(SimulatedEngine engine, MemoryJournal journal) {
        StatelessRandom random = new StatelessRandom(scenario.seed());
        long nowNs = engine.nowNs();
        happen(engine, journal);
        if (!random.chance(scenario.operator(), nowNs, 1)) {
            return;
        }
        OperatorAction action = ACTIONS[(int) random.below(ACTIONS.length, nowNs, 2)];
        long parked = action == OperatorAction.APPROVE || action == OperatorAction.VETO ? lastParked(nowNs, journal)
                : 0;
        Hash256 id = new Hash256(nowNs, 1, 0, 0);
        if (!given(id, journal)) {
            engine.command(new Input.OperatorCommand(action, (int) random.below(16, nowNs, 3), parked, id.first(),
                    id.second(), "simulation"));
        }
    }

    private void happen(SimulatedEngine engine, MemoryJournal journal) {
        long nowNs = engine.nowNs();
        Input input = outside.at(engine, () -> lastParked(nowNs, journal));
        if (input != null && !entered(input, nowNs, journal)) {
            engine.enter(input);
            outsideEvents.merge(input.getClass().getSimpleName(), 1, Integer::sum);
        }
    }

    private boolean entered(Input input, long timeNs, MemoryJournal journal) {
        return journal.records().reversed().stream().map(this::read).takeWhile(each -> each.timeNs() >= timeNs)
                .anyMatch(each -> each.timeNs() == timeNs && each.input().equals(input));
    }

    /// A crash may have come behind the command, before the operator saw it done.
    private boolean given(Hash256 id, MemoryJournal journal) {
        return journal.records().reversed().stream()
                .takeWhile(bytes -> RecordHeader.timeNs(new UnsafeBuffer(bytes), 0) >= id.first())
                .anyMatch(bytes -> read(bytes).input() instanceof Input.OperatorCommand command
                        && command.commandIdHigh() == id.first());
    }

    /// What was parked in the last minute.
    private long lastParked(long nowNs, MemoryJournal journal) {
        for (byte[] bytes : journal.records().reversed()) {
            if (RecordHeader.timeNs(new UnsafeBuffer(bytes), 0) < nowNs - 60_000_000_000L) {
                return 0;
            }
            for (Decision decision : read(bytes).decisions()) {
                if (decision instanceof Decision.OrderDecision order && order.action() == OrderAction.PARK) {
                    return order.clientOrderId();
                }
            }
        }
        return 0;
    }

    private long finish(SimulatedEngine engine, MemoryJournal journal) {
        hold(engine.market().lateCommands() == 0, "no command is handed over late");
        engine.stop(StoppedReason.END_OF_TAPE);
        Audit audit = audit(journal);
        quiet = engine.market().nextReportNs() == Long.MAX_VALUE;
        if (quiet) {
            agrees(audit, engine.market().account());
        }
        fills = audit.fills();
        repeated = audit.repeated();
        woken = audit.woken();
        records = journal.records().size();
        StateHasher hasher = new StateHasher();
        engine.statefulStages().forEach(stage -> stage.visitState(hasher));
        return hasher.hash();
    }

    private Audit audit(MemoryJournal journal) {
        List<JournalScan.Epoch> epochs = JournalScan.of(journal.read()).epochs();
        EngineConfig numbered = new Numbering(epochs).apply(scenario.config());
        hold(epochs.stream().allMatch(epoch -> epoch.runId() == first.config().runId()), "the run id stays");
        Audit audit = new Audit(numbered);
        journal.records().forEach(bytes -> audit.record(read(bytes)));
        return audit;
    }

    private void agrees(Audit audit, AccountView venue) {
        hold(audit.cash() == venue.cash(), "our cash is the venue's when all is told");
        for (int i = 0; i < scenario.config().instruments().size(); i++) {
            hold(audit.position(i) == venue.position(i), "our position is the venue's when all is told");
        }
        hold(audit.openOrders() == venue.openOrders(), "our open orders are the venue's");
    }

    private Journaled read(byte[] bytes) {
        return codec.read(new UnsafeBuffer(bytes), 0);
    }

    private static void hold(boolean holds, String rule) {
        if (!holds) {
            throw new AssertionError(rule);
        }
    }

    int fills() {
        return fills;
    }

    int woken() {
        return woken;
    }

    int repeated() {
        return repeated;
    }

    int crashes() {
        return crashes;
    }

    /// What came from neither tape nor market nor operator, by kind.
    Map<String, Integer> outsideEvents() {
        return outsideEvents;
    }

    /// Whether nothing was on its way any more when the tape ended.
    boolean quiet() {
        return quiet;
    }

    /// What the restart with a changed configuration had to take over.
    List<String> standing() {
        return standing;
    }

    long records() {
        return records;
    }
}
