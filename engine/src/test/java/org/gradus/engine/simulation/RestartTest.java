package org.gradus.engine.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import org.gradus.engine.journal.MemoryJournal;
import org.gradus.engine.runtime.EngineConfig;
import org.gradus.engine.runtime.EngineConfig.Topology;
import org.gradus.engine.runtime.RecoveryFailed;
import org.gradus.engine.runtime.SimulatedEngine;
import org.gradus.engine.runtime.SimulatedRun;
import org.gradus.engine.runtime.StrategyConfig;
import org.gradus.engine.runtime.Telemetry;
import org.gradus.engine.runtime.TestConfigs;
import org.gradus.engine.sim.MarketModel;
import org.junit.jupiter.api.Test;

/// A journal is taken up under another configuration: what was decided stands, whatever would be decided now.
class RestartTest {
    private static final long FIRST_SEED = Long.getLong("gradus.restart.seed", 55_000);
    private static final int RUNS = Integer.getInteger("gradus.restart.runs",
            System.getProperty("gradus.restart.seed") == null ? 200 : 1);
    private static final Set<String> STANDING = Set.of("position", "stop at the venue", "order in flight",
            "parked order", "reducing", "halted", "limiter nearly full");

    private final Map<String, Integer> met = new ConcurrentHashMap<>();

    @Test
    void keepsPositionsStopsLimiterAndLatchesWithAnInstrumentInFrontAndOtherParameters() {
        LongStream.range(FIRST_SEED, FIRST_SEED + RUNS).parallel().forEach(this::run);
        assertTrue(RUNS < 100 || met.keySet().equals(STANDING), () -> "restarts with " + met);
    }

    private void run(long seed) {
        Simulator simulator = new Simulator(Scenario.of(seed));
        try {
            simulator.runChanged();
        } catch (RuntimeException | AssertionError broken) {
            throw new AssertionError("seed " + seed + ": " + broken.getMessage() + "\nagain: mvn -pl engine test "
                    + "-Dtest=RestartTest -DargLine=-Dgradus.restart.seed=" + seed, broken);
        }
        simulator.standing().forEach(what -> met.merge(what, 1, Integer::sum));
    }

    @Test
    void refusesAConfigurationThatLacksAStrategyOfTheJournal() {
        Scenario scenario = Scenario.of(1);
        EngineConfig config = scenario.config();
        RecoveryFailed refusal = takeUp(scenario, with(config, List.of(another(config.strategies().getLast())),
                config.market()));
        assertEquals("strategy eager-0 stands in the journal but no longer in the configuration: keep it there "
                + "(a strategy may trade no instrument), or start a new home", refusal.getMessage());
    }

    @Test
    void refusesAnotherMarketThanTheOneThatFilled() {
        Scenario scenario = Scenario.of(3);
        EngineConfig config = scenario.config();
        RecoveryFailed refusal = takeUp(scenario, with(config, config.strategies(), MarketModel.pessimistic(99)));
        assertTrue(refusal.getMessage().contains("was the market's configuration changed?"), refusal.getMessage());
    }

    private static RecoveryFailed takeUp(Scenario scenario, EngineConfig changed) {
        MemoryJournal journal = Simulator.whole(scenario);
        SimulatedRun run = new SimulatedRun(changed, TestConfigs.origin(changed, scenario.sources()), journal,
                Topology.DIRECT, scenario.faults());
        return assertThrows(RecoveryFailed.class, () -> new SimulatedEngine(run, Scenario.strategies(), scenario.tape(),
                new Telemetry(() -> 0)).close());
    }

    private static StrategyConfig another(StrategyConfig old) {
        return new StrategyConfig("another", old.kind(), "", old.symbols(), old.timeframe(), old.budget(),
                old.parameters());
    }

    private static EngineConfig with(EngineConfig old, List<StrategyConfig> strategies, MarketModel market) {
        return new EngineConfig(old.name(), old.mode(), old.phase(), old.gateway(), old.currency(), old.cash(),
                old.seed(), old.runId(), old.instruments(), old.referenceInstrument(), old.bars(), strategies,
                old.entryReach(), old.limits().withBudgets(strategies.stream().map(StrategyConfig::budget).toList()),
                market, old.ring(), old.journal(), old.operatorScript(), "other");
    }
}
