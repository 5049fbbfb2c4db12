package org.gradus.engine.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.gradus.engine.message.Decision;
import org.gradus.engine.message.DisabledReason;
import org.gradus.engine.message.StoppedReason;
import org.gradus.engine.state.StateVisitor;
import org.gradus.engine.strategy.BarView;
import org.gradus.engine.strategy.Declaration;
import org.gradus.engine.strategy.Signal;
import org.gradus.engine.strategy.Strategy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A strategy that throws is told by class and place in the journal, and whole to whoever asks the engine.
class ThrownStrategyTest {
    private static final AtomicInteger EVER_ANOTHER = new AtomicInteger();

    @TempDir
    private Path folder;

    @Test
    void tellsClassAndPlaceAndReplaysAlthoughTheMessageIsNeverTheSame() {
        EngineRig rig = new EngineRig(folder);
        rig.factory = (kind, jar, parameters) -> new Throwing(() -> {
            throw new IllegalStateException("call " + EVER_ANOTHER.incrementAndGet());
        });
        assertEquals("call 1", thrownIn(rig).getMessage());
        assertEquals(List.of("java.lang.IllegalStateException at ThrownStrategyTest.java:32"), disabled(rig));
        assertEquals(2, EVER_ANOTHER.get(), "the replay threw too");
    }

    @Test
    void tellsTheStrategysOwnLineAndNotThatOfTheJdk() {
        EngineRig rig = new EngineRig(folder);
        rig.factory = (kind, jar, parameters) -> new Throwing(() -> Objects.requireNonNull(null));
        assertTrue(thrownIn(rig) instanceof NullPointerException);
        assertEquals(List.of("java.lang.NullPointerException at ThrownStrategyTest.java:42"), disabled(rig));
    }

    /// Where a stack overflows hangs on the machine, so it must not be in what a replay compares.
    @Test
    void tellsNoPlaceOfAnOverflownStack() {
        EngineRig rig = new EngineRig(folder);
        rig.factory = (kind, jar, parameters) -> new Throwing(new Runnable() {
            @Override
            public void run() {
                run();
            }
        });
        thrownIn(rig);
        assertEquals(List.of("java.lang.StackOverflowError"), disabled(rig));
    }

    private static Throwable thrownIn(EngineRig rig) {
        try (SimulatedEngine engine = rig.open()) {
            EngineRig.runUntil(engine, e -> false);
            rig.stop(engine, StoppedReason.END_OF_TAPE);
            return engine.thrown(0);
        }
    }

    private static List<String> disabled(EngineRig rig) {
        List<Decision.StrategyDisabled> found = EngineRig.decisions(rig.records(), Decision.StrategyDisabled.class);
        assertEquals(List.of(DisabledReason.THREW), found.stream().map(Decision.StrategyDisabled::reason).toList());
        return found.stream().map(Decision.StrategyDisabled::thrown).toList();
    }

    /// Runs this at its third bar.
    private static final class Throwing implements Strategy {
        private final Runnable fault;
        private int bars;

        Throwing(Runnable fault) {
            this.fault = fault;
        }

        @Override
        public void declare(Declaration declaration) {
            declaration.rationale("never");
        }

        @Override
        public void evaluate(BarView bar, Signal signal) {
            if (++bars == 3) {
                fault.run();
            }
        }

        @Override
        public void visitState(StateVisitor visitor) {
            bars = visitor.visit(bars);
        }
    }
}
