package org.gradus.engine.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.gradus.engine.codec.Stage;
import org.gradus.engine.domain.RiskState;
import org.gradus.engine.egress.SendingDesk.Lane;
import org.gradus.engine.message.Decision;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.Journaled;
import org.gradus.engine.message.NotSentReason;
import org.gradus.engine.message.OperatorAction;
import org.gradus.engine.message.OrderAction;
import org.gradus.engine.message.Release;
import org.gradus.engine.message.StoppedReason;
import org.gradus.engine.runtime.EngineConfig.Topology;
import org.junit.jupiter.api.Test;

/// Halts, faults of our own, and the engine's own threads.
class LiveFaultTest {
    private static final long NAP_NS = 1_000_000L;
    private static final int MOST_NAPS = 60_000;

    private final LiveRig rig = new LiveRig();

    @Test
    void aHaltStandsBehindEveryEntryThatLeft() {
        rig.start();
        rig.minute("50000", "50010");
        rig.command(OperatorAction.HALT, 0);
        rig.pass(10);
        for (int i = 0; i < 3; i++) {
            rig.minute("50000", "50010");
        }
        rig.command(OperatorAction.RESUME, Release.HALT.bit());
        rig.minute("50000", "50010");
        rig.stop();
        List<Journaled> records = rig.records();
        boolean halted = false;
        for (Journaled record : records) {
            if (record.input() instanceof Input.OperatorCommand command) {
                halted = command.action() == OperatorAction.HALT;
            }
            assertFalse(halted && record.input() instanceof Input.OrderSent, record::toString);
        }
        assertEquals(List.of(RiskState.HALTED, RiskState.ACTIVE),
            EngineRig.decisions(records, Decision.RiskStateChange.class).stream()
                .map(Decision.RiskStateChange::toState).toList());
    }

    /// In the moment between the journal and the router, which only then tells the desk.
    @Test
    void noEntryLeavesOnceARecordThatRestrictsIsWritten() {
        TroubledStore store = new TroubledStore(rig.journal);
        rig.store = store;
        rig.start();
        rig.venue.quote("50000", "50010");
        rig.venue.trade("50000");
        for (int i = 0; i < 120 && submits() == 0; i++) {
            rig.clock.pass(LiveRig.SECOND_NS);
            while (rig.engine.step()) {
                // Its threads do nothing meanwhile: the entry waits.
            }
        }
        assertEquals(1, submits());
        List<Boolean> sent = new ArrayList<>();
        store.written = record -> sent.add(rig.engine.duties().get(Lane.ENTRIES.ordinal()).work());
        store.nearlyFull = true;
        assertFalse(rig.engine.diskSpace(0));
        store.written = record -> { };
        assertEquals(List.of(false), sent);
        rig.settle();
        assertEquals(List.of(), rig.venue.requests);
        assertEquals(List.of(NotSentReason.REDUCING),
            rig.inputs(Input.OrderNotSent.class).stream().map(Input.OrderNotSent::reason).toList());
        rig.stop();
    }

    private long submits() {
        return EngineRig.decisions(rig.records(), Decision.OrderDecision.class).stream()
            .filter(order -> order.action() == OrderAction.SUBMIT).count();
    }

    @Test
    void aFaultOfOurOwnCancelsTheEntryThatIsOpen() {
        rig.start();
        while (rig.inputs(Input.OrderAccepted.class).isEmpty()) {
            rig.venue.quote("50000", "50010");
            rig.venue.trade("50000");
            rig.pass(1);
        }
        long next = rig.engine.nextSequence();
        rig.crash();
        LiveRig again = rig;
        again.stages = stages -> {
            List<Stage> fitted = new ArrayList<>(stages);
            fitted.add(1, new StageThatThrows(next + 8));
            return fitted;
        };
        rig.venue.requests.clear();
        assertThrows(StageFailed.class, () -> {
            again.start();
            again.pass(30);
        });
        for (DutyThread.Duty duty : rig.engine.duties()) {
            duty.work();
        }
        rig.crash();
        assertEquals(List.of("CANCEL ENTRY"), rig.venue.requests);
    }

    /// The same engine with threads of its own and a ring; nothing is done by hand but the clock and the market.
    @Test
    void tradesAndStopsWithThreadsOfItsOwn() {
        rig.topology = Topology.FUSED;
        rig.open();
        rig.engine.start();
        rig.venue.connect();
        await(() -> count(Input.VenueUp.class) == 1, 0);
        await(() -> rig.venue.held() > 0, LiveRig.SECOND_NS / 4);
        await(() -> rig.venue.requests.contains("SUBMIT EXIT"), LiveRig.SECOND_NS / 4);
        rig.engine.letFinish();
        await(rig.engine::idle, 0);
        rig.engine.stop(StoppedReason.OPERATOR);
        rig.engine.close();
        rig.agree();
        assertFalse(rig.inputs(Input.OrderFilled.class).isEmpty());
        assertEquals(StoppedReason.OPERATOR, rig.inputs(Input.Stopped.class).getLast().reason());
    }

    private long count(Class<? extends Input> kind) {
        return rig.records().stream().filter(record -> kind.isInstance(record.input())).count();
    }

    private void await(BooleanSupplier condition, long stepNs) {
        for (int i = 0; !condition.getAsBoolean(); i++) {
            assertTrue(i < MOST_NAPS, "it never comes");
            rig.clock.pass(stepNs);
            if (stepNs > 0 && i % 20 == 0) {
                rig.venue.quote("50000", "50010");
                rig.venue.trade("50000");
            }
            boolean any = rig.engine.step() | rig.venue.deliver();
            if (!any) {
                LockSupport.parkNanos(NAP_NS);
            }
        }
    }
}
