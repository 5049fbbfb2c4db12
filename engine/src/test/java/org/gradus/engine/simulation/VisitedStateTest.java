package org.gradus.engine.simulation;

import static org.gradus.engine.domain.FixedPoint.parse;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradus.engine.architecture.StateFields;
import org.gradus.engine.codec.Stage;
import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.ingress.Ingress;
import org.gradus.engine.journal.MemoryJournal;
import org.gradus.engine.runtime.Assembly;
import org.gradus.engine.runtime.EngineConfig;
import org.gradus.engine.runtime.EngineConfig.Topology;
import org.gradus.engine.runtime.SimulatedEngine;
import org.gradus.engine.runtime.SimulatedRun;
import org.gradus.engine.runtime.Telemetry;
import org.gradus.engine.runtime.TestConfigs;
import org.gradus.engine.sim.FaultPlan;
import org.gradus.engine.strategy.StrategyFactory;
import org.gradus.engine.tape.MergedTape;
import org.gradus.engine.tape.SyntheticTape;
import org.junit.jupiter.api.Test;

/// Whatever of the door and of the stages changes while they run is shown to a state visitor: nothing can be left out
/// of a hash, a saved state or a loaded one.
class VisitedStateTest {
    private static final long FIRST_SEED = 61;
    private static final int RUNS = 12;
    /// What a record leaves behind and the next one overwrites before it reads it.
    private static final Set<String> SCRATCH = Set.of("DecisionStage.books.guardrails.gate.subject",
            "DecisionStage.books.portfolio.split", "DecisionStage.desk.checks", "DecisionStage.desk.draft",
            "DecisionStage.desk.leg",
            "DecisionStage.calm", "DecisionStage.log.openedAt", "DecisionStage.reports.fill",
            "DecisionStage.reports.booked", "DecisionStage.strategies.signal",
            "MarketStage.instrumentId", "Ingress.recorded");
    /// What the door belongs to, not what belongs to the door.
    private static final Set<String> SURROUNDINGS = Set.of("Ingress.sink", "Ingress.arrivals");
    /// Places in the journal: each start of an engine is a record more.
    private static final Set<String> PLACES = Set.of("DecisionStage.books.record",
            "DecisionStage.books.latches.sinceRecord");
    /// Sums of what is visited, made anew when a state is loaded.
    private static final Set<String> DERIVED = Set.of("DecisionStage.books.orders.entries",
            "DecisionStage.books.orders.missingSells", "DecisionStage.books.orders.first.entryNotional",
            "DecisionStage.books.orders.first.missingSell", "DecisionStage.books.portfolio.costBasis",
            "DecisionStage.books.portfolio.exposure", "DecisionStage.books.portfolio.fees",
            "DecisionStage.books.portfolio.realised", "DecisionStage.books.portfolio.sums",
            "DecisionStage.books.portfolio.value");
    /// Derived too, but laid out in the order of what happened: indexes, places that are free, and each order's part in
    /// the sums above.
    private static final Set<String> LAYOUT = Set.of("DecisionStage.books.commands.slots",
            "DecisionStage.books.seen.slots", "DecisionStage.books.orders.pool", "DecisionStage.books.orders.index");
    private static final List<String> PARTS = List.of(".entryNotional", ".missingSell");

    private final StateFields fields = new StateFields(VisitedStateTest::holdsState, VisitedStateTest::needsNoVisit);

    private static boolean needsNoVisit(String path) {
        return Stream.of(SCRATCH, SURROUNDINGS, PLACES, DERIVED, LAYOUT).flatMap(Set::stream).anyMatch(path::startsWith)
                || path.startsWith("DecisionStage.books.orders.") && PARTS.stream().anyMatch(path::endsWith);
    }

    /// Flyweights over the slot point at one record only.
    private static boolean holdsState(Class<?> type) {
        return type.getName().startsWith("org.gradus.engine.") && !type.getName().startsWith("org.gradus.engine.codec.")
                && !type.getName().startsWith("org.gradus.engine.state.");
    }

    @Test
    void aVisitShowsWhateverChangesInDoorStagesStrategiesAndIndicators() {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + RUNS; seed++) {
            simulate(Scenario.of(seed));
        }
        playTheStrategies();
        assertEquals(Set.of(), fields.unvisited());
        Set<String> lively = Set.of("DecisionStage.books.venueUp", "DecisionStage.books.commands.highs",
                "DecisionStage.books.guardrails.dailyCaps.paused", "DecisionStage.keeper.stops.pauses.notBeforeNs",
                "DecisionStage.keeper.stops.pauses.failures",
                "DecisionStage.books.guardrails.parkedOrders.places[]ParkedOrder.alertDelivered",
                "DecisionStage.strategies.bindings[]Binding.strategyBollingerSqueeze.barsSinceSqueeze");
        assertEquals(Set.of(), lively.stream().filter(path -> !fields.visited().contains(path))
                .collect(Collectors.toSet()), "too little happens");
    }

    private void simulate(Scenario scenario) {
        int[] moment = {0};
        fields.begin();
        new Simulator(scenario, engine -> {
            if (moment[0]++ % 75 == 0) {
                look(engine);
                derivedAnew(engine, new Assembly(scenario.config(), Scenario.strategies()));
            }
        }).whole();
    }

    private void playTheStrategies() {
        EngineConfig config = TestConfigs.with(List.of(TestConfigs.bitcoin(0)),
                TestConfigs.strategies(List.of("BTC/USD"), Timeframe.M1), "");
        SimulatedRun run = new SimulatedRun(config, TestConfigs.origin(config, List.of("made up")), new MemoryJournal(),
                Topology.DIRECT, FaultPlan.NONE);
        fields.begin();
        try (MergedTape tape = new MergedTape(List.of(hours(config)));
             SimulatedEngine engine = new SimulatedEngine(run, StrategyFactory.builtIns(), tape,
                     new Telemetry(() -> 0))) {
            for (int step = 0; engine.step(); step++) {
                if (step % 1_000 == 0) {
                    look(engine);
                }
            }
        }
    }

    private void look(SimulatedEngine engine) {
        for (Stage stage : engine.statefulStages()) {
            fields.look(stage.getClass().getSimpleName(), stage);
        }
        fields.look("Ingress", door(engine));
    }

    private void derivedAnew(SimulatedEngine engine, Assembly loaded) {
        Stage decision = engine.statefulStages().getLast();
        SavedStateTest.load(loaded.decision(), SavedStateTest.save(decision));
        assertEquals(fields.values("DecisionStage", decision, DERIVED),
                fields.values("DecisionStage", loaded.decision(), DERIVED));
    }

    private static Ingress door(SimulatedEngine engine) {
        try {
            Field field = SimulatedEngine.class.getDeclaredField("ingress");
            field.setAccessible(true);
            return (Ingress) field.get(engine);
        } catch (ReflectiveOperationException renamed) {
            throw new AssertionError(renamed);
        }
    }

    private static SyntheticTape hours(EngineConfig config) {
        List<SyntheticTape.Phase> phases = new ArrayList<>();
        for (String drift : List.of("0.03", "-0.025", "0.01", "-0.012", "0.04", "-0.04")) {
            phases.add(new SyntheticTape.Phase("hour", 2 * TestConfigs.HOUR_NS, parse(drift), parse("0.0008"), 20, 0));
        }
        return new SyntheticTape(config.instruments().getFirst().instrument(), 0, new SyntheticTape.Script(11,
                1_700_000_000L * TestConfigs.SECOND_NS, parse("30000"), phases));
    }
}
