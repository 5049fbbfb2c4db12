package org.gradus.tools.hostile;

import static org.gradus.engine.domain.FixedPoint.parse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.gradus.adapters.tape.TapeSpec;
import org.gradus.engine.domain.ClientOrderId;
import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.OperatorAction;
import org.gradus.engine.message.Release;
import org.gradus.engine.runtime.EngineConfig;
import org.gradus.engine.runtime.SimulatedEngine;
import org.gradus.engine.runtime.TestConfigs;
import org.gradus.engine.sim.FaultPlan;
import org.gradus.engine.strategy.StrategyFactory;
import org.gradus.engine.tape.MergedTape;
import org.gradus.tools.hostile.AuditedRun.Circumstances;
import org.gradus.tools.hostile.Scenes.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Exports of whole runs hold under audit: of the demo, under an operator, behind restarts, with faulty reports.
class AuditedRunsTest {
    private static final Setting MANY = Setting.USUAL.entriesPerDay(1_000);

    @TempDir
    private Path home;

    @Test
    void theDemosFirstDaysHold() {
        EngineConfig config = TestConfigs.demo();
        Supplier<MergedTape> tape = Scenes.files(config, List.of(new TapeSpec(Scenes.BITSTAMP, "BTC/USD", null)));
        AuditedRun.run(config, StrategyFactory.builtIns(), tape, home, Circumstances.NONE.until(45_000));
        AuditedRun run = AuditedRun.of(home, StrategyFactory.builtIns(), config);
        assertHolds(run);
        assertTrue(run.submitted("entry") > 10 && run.submitted("protective-stop") > 10, () -> "" + run.orders());
    }

    @Test
    void entriesThatWaitForConfirmationHold() {
        AuditedRun run = operated(MANY.phase(3), 31, engine -> { });
        assertTrue(run.orders().get("park entry") > 5 && run.submitted("entry") > 2, () -> "" + run.orders());
        assertTrue(run.holding("\"type\":\"operator-approve\"") > 5 && run.holding("confirmation-vetoed") > 0);
    }

    @Test
    void entriesThatWaitForAVetoHold() {
        AuditedRun run = operated(MANY.phase(4), 32, engine -> { });
        assertTrue(run.orders().get("park entry") > 5, () -> "" + run.orders());
        assertTrue(run.holding("veto-alert-undelivered") > 0 || run.submitted("entry") > 0);
    }

    @Test
    void haltsResumesAndFlattensHold() {
        AuditedRun run = operated(MANY, 33, haltsFlattensAndResumes());
        assertTrue(run.holding("\"to\":\"halted\"") > 2 && run.submitted("flatten") > 0, () -> "" + run.orders());
    }

    static Consumer<SimulatedEngine> haltsFlattensAndResumes() {
        int[] steps = {0};
        return engine -> {
            int step = ++steps[0];
            if (step % 400 == 200) {
                command(engine, OperatorAction.HALT, 0, step);
            } else if (step % 400 == 260) {
                command(engine, OperatorAction.FLATTEN, 0, step);
            } else if (step % 400 == 300) {
                command(engine, OperatorAction.RESUME, Release.HALT.bit() | Release.EXTREME_MARKET.bit(), step);
            }
        };
    }

    /// Runs with an operator who approves, and now and then vetoes, whatever may be parked.
    private AuditedRun operated(Setting setting, long seed, Consumer<SimulatedEngine> also) {
        EngineConfig config = Scenes.bitcoin(setting, Hostile.CHURNS, Hostile.SLICES);
        long[] order = {0};
        AuditedRun.run(config, Hostile.factory(), Scenes.choppy(config, seed), home,
                Circumstances.NONE.meanwhile(engine -> {
            also.accept(engine);
            if (setting.phase() > 2 && engine.nextSequence() % 3 == 0) {
                OperatorAction action = order[0] % 5 == 4 ? OperatorAction.VETO : OperatorAction.APPROVE;
                command(engine, action, ClientOrderId.of(42, ++order[0]), engine.nextSequence());
            }
        }));
        AuditedRun run = AuditedRun.of(home, Hostile.factory(), config);
        assertHolds(run);
        return run;
    }

    private static void command(SimulatedEngine engine, OperatorAction action, long argument, long id) {
        boolean resumes = action == OperatorAction.RESUME;
        engine.command(new Input.OperatorCommand(action, resumes ? (int) argument : 0, resumes ? 0 : argument, id,
                action.ordinal(), "tester"));
    }

    @Test
    void booksCarryOverCrashesAndChangedConfigurations() {
        EngineConfig first = Scenes.bitcoin(MANY, Hostile.CHURNS, Hostile.BUYS_WHILE_EXITING);
        EngineConfig second = Scenes.bitcoin(MANY.budget("0.04"), Hostile.CHURNS, Hostile.BUYS_WHILE_EXITING);
        EngineConfig changed = Scenes.resolvedFrom("changed", second);
        AuditedRun.run(first, Hostile.factory(), Scenes.choppy(first, 41), home,
                Circumstances.NONE.until(700).endingInACrash());
        AuditedRun.run(first, Hostile.factory(), Scenes.choppy(first, 41), home,
                Circumstances.NONE.until(1_100).endingInACrash());
        AuditedRun.run(changed, Hostile.factory(), Scenes.choppy(first, 41), home, Circumstances.NONE);
        AuditedRun run = AuditedRun.of(home, Hostile.factory(), first, changed);
        assertHolds(run);
        assertEquals(3, run.holding("\"type\":\"started\""));
        assertTrue(run.lines().stream().anyMatch(line -> line.contains("\"type\":\"started\"")
                && !line.contains("\"cash\":\"100000\"")), "no start with books of its own");
    }

    @ParameterizedTest
    @ValueSource(longs = {51, 52, 53, 54})
    void faultyReportsHold(long seed) {
        EngineConfig config = Scenes.bitcoin(MANY.market(Scenes.roughMarket(seed)), Hostile.CHURNS, Hostile.SLICES);
        FaultPlan faults = new FaultPlan(seed, 0, parse("0.2"), parse("0.3"), 5 * TestConfigs.SECOND_NS, parse("0.05"));
        AuditedRun.run(config, Hostile.factory(), Scenes.choppy(config, seed), home, Circumstances.NONE.faults(faults));
        AuditedRun run = AuditedRun.of(home, Hostile.factory(), config);
        assertHolds(run);
        assertTrue(run.holding("\"applied\":false") > 0, "no report came twice");
    }

    private static void assertHolds(AuditedRun run) {
        assertEquals(Map.of(), run.firstFindings());
    }
}
