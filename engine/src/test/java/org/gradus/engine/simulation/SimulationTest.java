package org.gradus.engine.simulation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// Thousands of short lives of the whole engine, each drawn from its seed. `-Dgradus.simulation.runs=N` for more of
/// them,
/// `-Dgradus.simulation.seed=S` for one again.
class SimulationTest {
    private static final long FIRST_SEED = Long.getLong("gradus.simulation.seed", 20240101);
    private static final int RUNS = Integer.getInteger("gradus.simulation.runs",
            System.getProperty("gradus.simulation.seed") == null ? 2_000 : 1);

    private static final Set<String> OUTSIDE = Set.of("VenueDown", "VenueUp", "CashFlow", "CorporateAction", "FeedGap",
            "AlertDelivered");

    private final LongAdder records = new LongAdder();
    private final LongAdder fills = new LongAdder();
    private final LongAdder repeated = new LongAdder();
    private final LongAdder woken = new LongAdder();
    private final LongAdder crashes = new LongAdder();
    private final LongAdder quiet = new LongAdder();

    private final Map<String, Integer> outside = new ConcurrentHashMap<>();

    @Test
    void noFaultAndNoCrashBreaksAnInvariant() {
        LongStream.range(FIRST_SEED, FIRST_SEED + RUNS).parallel().forEach(this::run);
        System.out.println(RUNS + " simulated runs from seed " + FIRST_SEED + ": " + records + " records, " + fills
                + " fills, " + repeated + " told again, " + woken + " stops woken, " + crashes
                + " crashes");
        assertTrue(RUNS < 100 || fills.sum() > 10L * RUNS && repeated.sum() > RUNS / 2 && crashes.sum() > RUNS
                && woken.sum() > RUNS / 10,
                "the runs are lively");
        assertTrue(RUNS < 100 || outside.keySet().equals(OUTSIDE)
                && outside.values().stream().allMatch(count -> count > RUNS / 40),
                () -> "from outside came " + outside);
        assertTrue(quiet.sum() >= RUNS * 9L / 10, "nearly all runs end with nothing on its way");
    }

    private void run(long seed) {
        Simulator simulator = new Simulator(Scenario.of(seed));
        try {
            simulator.run();
        } catch (RuntimeException | AssertionError broken) {
            throw new AssertionError("seed " + seed + ": " + broken.getMessage() + "\nagain: mvn -pl engine test "
                    + "-Dtest=SimulationTest -DargLine=-Dgradus.simulation.seed=" + seed, broken);
        }
        simulator.outsideEvents().forEach((kind, count) -> outside.merge(kind, count, Integer::sum));
        records.add(simulator.records());
        fills.add(simulator.fills());
        repeated.add(simulator.repeated());
        woken.add(simulator.woken());
        crashes.add(simulator.crashes());
        quiet.add(simulator.quiet() ? 1 : 0);
    }
}
