package org.gradus.engine.runtime;

import static org.gradus.engine.domain.FixedPoint.parse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.gradus.engine.codec.EventSlot;
import org.gradus.engine.codec.RecordCodec;
import org.gradus.engine.codec.Stage;
import org.gradus.engine.core.DecisionStage;
import org.gradus.engine.market.MarketStage;
import org.gradus.engine.message.Derived;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.Journaled;
import org.gradus.engine.state.StateVisitor;
import org.gradus.engine.tape.SyntheticTape.Phase;
import org.gradus.engine.tape.TapeEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the source may run ahead over decides nothing: asked before every record of runs that trade, fall and jump.
class CalmTest {
    private static final long HOUR_NS = TestConfigs.HOUR_NS;

    @TempDir
    private Path home;

    @Test
    void whatIsCalledQuietDecidesNothing() {
        Watching watching = new Watching();
        for (Phase phase : restless()) {
            EngineRig rig = new EngineRig(home.resolve(phase.name()));
            rig.phases = List.of(new Phase("before", HOUR_NS / 2, 0, parse("0.0002"), 20, 0), phase,
                new Phase("after", HOUR_NS / 2, 0, parse("0.0002"), 20, 0));
            rig.stages = watching::around;
            rig.runToEnd();
        }
        assertEquals(List.of(), watching.wrong);
        assertTrue(watching.quietWhileInvested > 2_000, () -> watching.quietWhileInvested + " quiet while invested");
        assertTrue(watching.notQuiet > 1_000, () -> watching.notQuiet + " not quiet");
    }

    /// Calm hours, stray prints that are refused or, with nobody to contradict, believed, a fall through stops and one
    /// through guardrails.
    private static List<Phase> restless() {
        return List.of(new Phase("calm", 3 * HOUR_NS, 0, parse("0.0002"), 20, 0),
            new Phase("stray", HOUR_NS, 0, parse("0.0004"), 20, parse("-0.2")),
            new Phase("lonely stray", HOUR_NS / 6, 0, parse("0.0002"), 4, parse("-0.15")),
            new Phase("another", HOUR_NS / 5, 0, parse("0.0002"), 4, parse("-0.15")),
            new Phase("one more", HOUR_NS / 4, 0, parse("0.0002"), 4, parse("-0.15")),
            new Phase("slow fall", HOUR_NS, parse("-0.2"), parse("0.0008"), 20, 0),
            new Phase("wild", HOUR_NS, parse("0.1"), parse("0.003"), 20, 0),
            new Phase("crash", HOUR_NS / 60, parse("-0.6"), parse("0.002"), 60, 0));
    }

    /// Asks before the first stage, as the source would, and looks behind the second.
    private static final class Watching {
        private final RecordCodec codec = new RecordCodec();
        private final TapeEvent event = new TapeEvent();
        private final List<Journaled> wrong = new ArrayList<>();
        private CoreWatch watch;
        private boolean quiet;
        private int quietWhileInvested;
        private int notQuiet;
        private DecisionStage decision;

        private List<Stage> around(List<Stage> stages) {
            decision = (DecisionStage) stages.get(1);
            watch = new CoreWatch((MarketStage) stages.getFirst(), decision);
            List<Stage> watched = new ArrayList<>(stages);
            watched.add(0, new Probe(this::before));
            watched.add(3, new Probe(this::behind));
            return watched;
        }

        private void before(EventSlot slot) {
            watch.look();
            Input input = codec.read(slot.buffer(), 0).input();
            if (input instanceof Input.Trade trade) {
                event.from(0, 1, trade.instrument()).at(slot.timeNs(), slot.timeNs()).trade(trade.price(),
                    trade.size(), TapeEvent.AGGRESSOR_BUY);
                quiet = watch.quietAt(event);
            } else {
                quiet = input instanceof Input.TimeTick && watch.quiet();
            }
        }

        private void behind(EventSlot slot) {
            Journaled record = codec.read(slot.buffer(), 0);
            boolean closesBar = record.derived().stream().anyMatch(each -> each instanceof Derived.BarClosed);
            if (quiet && !record.decisions().isEmpty() && !closesBar) {
                wrong.add(record);
            }
            quietWhileInvested += quiet && !decision.positions().isEmpty() ? 1 : 0;
            notQuiet += quiet ? 0 : 1;
        }
    }

    private record Probe(Consumer<EventSlot> look) implements Stage {
        @Override
        public void onSlot(EventSlot slot) {
            look.accept(slot);
        }

        @Override
        public void visitState(StateVisitor visitor) {
            // Looks only.
        }
    }
}
