package org.gradus.engine.runtime;

import static org.gradus.engine.domain.FixedPoint.parse;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gradus.engine.codec.RecordHeader;
import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.journal.ChronicleReader;
import org.gradus.engine.message.Decision;
import org.gradus.engine.message.Derived;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.Journaled;
import org.gradus.engine.runtime.EngineConfig.Topology;
import org.gradus.engine.state.StateVisitor;
import org.gradus.engine.strategy.BarView;
import org.gradus.engine.strategy.Declaration;
import org.gradus.engine.strategy.Signal;
import org.gradus.engine.strategy.Strategy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Many strategies that decide at one bar fill a slot. The rest is decided before engine time moves on, though the tape
/// has nothing for half a minute.
class DecidedInItsSecondTest {
    private static final int STRATEGIES = 30;
    /// Not each of them, for the time it takes; no divisor of how many a bar needs.
    private static final int STRIDE = 11;

    @TempDir
    private Path home;

    @Test
    void everyStrategyIsAskedInTheSecondItsBarClosesIn() {
        EngineRig rig = crowd(home.resolve("run"), Topology.DIRECT);
        rig.runToEnd();
        List<Journaled> records = rig.records();
        assertTrue(EngineRig.inputs(records, Input.Continued.class).size() > 10, "slots were full");
        assertEquals(0, evaluationsBehindTheirBar(records));
    }

    @Test
    void theTopologiesGoOnAlike() {
        EngineRig direct = crowd(home.resolve("direct"), Topology.DIRECT);
        EngineRig fused = crowd(home.resolve("fused"), Topology.FUSED);
        direct.runToEnd();
        fused.runToEnd();
        assertSame(direct, fused);
    }

    @Test
    void aRestartInBetweenGoesOnAlike() {
        EngineRig whole = crowd(home.resolve("whole"), Topology.DIRECT);
        whole.runToEnd();
        List<Journaled> expected = decided(whole.records());
        List<Journaled> records = whole.records();
        List<Journaled> continued = records.stream().filter(each -> each.input() instanceof Input.Continued).toList();
        for (int i = 0; i < continued.size(); i += STRIDE) {
            assertRestartedAlike(expected, continued.get(i).sequence());
        }
    }

    private void assertRestartedAlike(List<Journaled> expected, long sequence) {
        EngineRig rig = crowd(home.resolve("cut-" + sequence), Topology.DIRECT);
        try (SimulatedEngine engine = rig.open()) {
            EngineRig.runUntil(engine, e -> e.nextSequence() >= sequence);
        }
        rig.runToEnd();
        List<Journaled> got = decided(rig.records());
        assertEquals(expected.size(), got.size(), () -> "cut before " + sequence);
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.get(i).decisions(), got.get(i).decisions());
            assertEquals(expected.get(i).timeNs(), got.get(i).timeNs());
        }
    }

    private static List<Journaled> decided(List<Journaled> records) {
        return records.stream().filter(record -> !record.decisions().isEmpty()
            && !(record.input() instanceof Input.Started) && !(record.input() instanceof Input.Seal)
            && !(record.input() instanceof Input.Reconciled)).toList();
    }

    private static void assertSame(EngineRig one, EngineRig other) {
        try (ChronicleReader left = new ChronicleReader(one.journal());
             ChronicleReader right = new ChronicleReader(other.journal())) {
            while (left.next()) {
                assertTrue(right.next());
                assertArrayEquals(bytes(left), bytes(right));
            }
        }
    }

    private static byte[] bytes(ChronicleReader reader) {
        byte[] bytes = new byte[RecordHeader.length(reader.buffer(), reader.offset())];
        reader.buffer().getBytes(reader.offset(), bytes);
        return bytes;
    }

    private static int evaluationsBehindTheirBar(List<Journaled> records) {
        long barNs = 0;
        int behind = 0;
        for (Journaled record : records) {
            boolean closes = record.derived().stream().anyMatch(each -> each instanceof Derived.BarClosed bar
                && bar.timeframe() == Timeframe.M1);
            barNs = closes ? record.timeNs() : barNs;
            boolean evaluates = record.decisions().stream().anyMatch(each -> each instanceof Decision.Evaluation);
            behind += evaluates && second(record.timeNs()) != second(barNs) ? 1 : 0;
        }
        return behind;
    }

    private static long second(long timeNs) {
        return Math.floorDiv(timeNs, TestConfigs.SECOND_NS);
    }

    private static EngineRig crowd(Path home, Topology topology) {
        List<StrategyConfig> strategies = new ArrayList<>();
        for (int i = 0; i < STRATEGIES; i++) {
            strategies.add(new StrategyConfig("eager-" + i, "eager", "", List.of("BTC/USD"), Timeframe.M1,
                parse("0.006"), Map.of()));
        }
        EngineRig rig = new EngineRig(home);
        rig.config = TestConfigs.with(List.of(TestConfigs.bitcoin(0)), strategies, "crowd");
        rig.factory = (kind, jar, parameters) -> new Undaunted();
        rig.printsPerMinute = 2;
        rig.topology = topology;
        return rig;
    }

    /// Wants to enter at every bar with a stop too far away: no order is sent whose reports would drain what waits.
    private static final class Undaunted implements Strategy {
        @Override
        public void declare(Declaration declaration) {
            declaration.rationale("always");
        }

        @Override
        public void evaluate(BarView bar, Signal signal) {
            signal.enter(1, 0.09);
        }

        @Override
        public void visitState(StateVisitor visitor) {
            // None.
        }
    }
}
