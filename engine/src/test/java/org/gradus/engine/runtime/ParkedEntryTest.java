package org.gradus.engine.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.gradus.engine.domain.DenialReason;
import org.gradus.engine.message.CommandRefusal;
import org.gradus.engine.message.Decision;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.Journaled;
import org.gradus.engine.message.OperatorAction;
import org.gradus.engine.message.OrderAction;
import org.gradus.engine.message.StoppedReason;
import org.gradus.engine.message.Verdict;
import org.gradus.engine.strategy.BarView;
import org.gradus.engine.strategy.Declaration;
import org.gradus.engine.strategy.Signal;
import org.gradus.engine.strategy.Strategy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An entry above the phase's limit waits for a person, through the whole engine.
class ParkedEntryTest {
    private static final int CONFIRMED = 3;
    private static final int AUTONOMOUS = 4;
    private static final int LONGER_THAN_THE_WAIT = 70;

    @TempDir
    private Path home;

    @Test
    void anApprovalReleasesTheEntryAndItIsCheckedAgain() {
        EngineRig rig = new EngineRig(home.resolve("run")).phase(CONFIRMED);
        long id = commandTheFirstParked(rig, OperatorAction.APPROVE, 0);
        Journaled released = answer(rig);
        assertEquals(List.of(OrderAction.SUBMIT), actions(released, id));
        Decision.Checks checks = EngineRig.decisions(List.of(released), Decision.Checks.class).getFirst();
        assertEquals(id, checks.clientOrderId());
        assertTrue(checks.rules().stream().allMatch(check -> check.verdict() == Verdict.PASS), "all pass");
        assertTrue(EngineRig.inputs(rig.records(), Input.OrderSent.class).stream()
            .anyMatch(in -> in.clientOrderId() == id));
    }

    @Test
    void aVetoEndsTheEntry() {
        EngineRig rig = new EngineRig(home.resolve("run")).phase(CONFIRMED);
        long id = commandTheFirstParked(rig, OperatorAction.VETO, 0);
        assertEquals(List.of(OrderAction.REFUSE), actions(answer(rig), id));
        assertEquals(DenialReason.CONFIRMATION_VETOED, reason(answer(rig)));
    }

    @Test
    void aFlattenEndsWhatIsParked() {
        EngineRig rig = new EngineRig(home.resolve("run")).phase(CONFIRMED);
        long id = commandTheFirstParked(rig, OperatorAction.FLATTEN, 0);
        assertEquals(List.of(OrderAction.REFUSE), actions(answer(rig), id));
        assertEquals(DenialReason.CONFIRMATION_VETOED, reason(answer(rig)));
    }

    @Test
    void anUnknownOrderIsNothingToApprove() {
        EngineRig rig = new EngineRig(home.resolve("run")).phase(CONFIRMED);
        commandTheFirstParked(rig, OperatorAction.APPROVE, 1);
        assertEquals(CommandRefusal.NOTHING_PARKED, EngineRig.last(rig.records(), Decision.CommandOutcome.class,
            Decision.CommandOutcome::reason));
    }

    @Test
    void theSameCommandTwiceIsCarriedOutOnce() {
        EngineRig rig = new EngineRig(home.resolve("run")).phase(CONFIRMED);
        try (SimulatedEngine engine = rig.open()) {
            EngineRig.runUntil(engine, e -> e.nextSequence() > 50);
            for (int i = 0; i < 2; i++) {
                engine.command(new Input.OperatorCommand(OperatorAction.HALT, 0, 0, 5, 6, "ada"));
            }
            rig.stop(engine, StoppedReason.OPERATOR);
        }
        assertEquals(List.of(CommandRefusal.NONE, CommandRefusal.SEEN_BEFORE),
            EngineRig.decisions(rig.records(), Decision.CommandOutcome.class).stream()
                .map(Decision.CommandOutcome::reason).toList());
    }

    @Test
    void silenceIsNoConfirmation() {
        assertFirstRefusal(CONFIRMED, DenialReason.CONFIRMATION_EXPIRED);
    }

    @Test
    void silenceIsNoConsentWhenTheAnnouncementReachedNobody() {
        assertFirstRefusal(AUTONOMOUS, DenialReason.VETO_ALERT_UNDELIVERED);
    }

    private void assertFirstRefusal(int phase, DenialReason expected) {
        EngineRig rig = new EngineRig(home.resolve("run")).phase(phase);
        rig.minutes = LONGER_THAN_THE_WAIT;
        rig.runToEnd();
        List<Decision.OrderDecision> orders = EngineRig.decisions(rig.records(), Decision.OrderDecision.class);
        long id = orders.getFirst().clientOrderId();
        assertEquals(OrderAction.PARK, orders.getFirst().action());
        assertEquals(expected, orders.stream().filter(o -> o.clientOrderId() == id).toList().getLast().reason());
    }

    @Test
    void theEntryOfAStrategyThatIsDisabledMeanwhileIsNotReleased() {
        EngineRig rig = new EngineRig(home.resolve("run")).phase(CONFIRMED);
        rig.factory = (kind, jar, parameters) -> new EagerTraderThatThrows();
        long id = commandTheFirstParked(rig, OperatorAction.APPROVE, 0);
        assertEquals(List.of(OrderAction.REFUSE), actions(answer(rig), id));
        assertEquals(DenialReason.STRATEGY_DISABLED, reason(answer(rig)));
    }

    /// Throws at the bar after its entry.
    private static final class EagerTraderThatThrows implements Strategy {
        private final EagerTrader eager = new EagerTrader();

        @Override
        public void declare(Declaration declaration) {
            eager.declare(declaration);
        }

        @Override
        public void evaluate(BarView bar, Signal signal) {
            if (bar.entryPending()) {
                throw new IllegalStateException("a fault of the strategy");
            }
            eager.evaluate(bar, signal);
        }
    }

    /// Runs until the bar after the first entry was parked has closed, gives the command, and goes on to the end.
    ///
    /// @param other the order to name instead of the parked one; 0 for that one
    /// @return the parked order
    private long commandTheFirstParked(EngineRig rig, OperatorAction action, long other) {
        List<Journaled> undisturbed = rig.records(home.resolve("undisturbed"));
        Journaled parked = undisturbed.stream().filter(record -> !EngineRig.decisions(List.of(record),
            Decision.OrderDecision.class).isEmpty()).findFirst().orElseThrow();
        Decision.OrderDecision order = EngineRig.decisions(List.of(parked), Decision.OrderDecision.class).getFirst();
        assertEquals(OrderAction.PARK, order.action());
        try (SimulatedEngine engine = rig.open()) {
            EngineRig.runUntil(engine, e -> e.nowNs() > parked.timeNs() + 70 * TestConfigs.SECOND_NS);
            engine.command(new Input.OperatorCommand(action, 0, other == 0 ? order.clientOrderId() : other, 7, 8,
                "ada"));
            EngineRig.runUntil(engine, e -> false);
            rig.stop(engine, StoppedReason.END_OF_TAPE);
        }
        return order.clientOrderId();
    }

    private static Journaled answer(EngineRig rig) {
        return rig.records().stream().filter(record -> record.input() instanceof Input.OperatorCommand).findFirst()
            .orElseThrow();
    }

    private static List<OrderAction> actions(Journaled record, long id) {
        return EngineRig.decisions(List.of(record), Decision.OrderDecision.class).stream()
            .filter(order -> order.clientOrderId() == id).map(Decision.OrderDecision::action).toList();
    }

    private static DenialReason reason(Journaled record) {
        return EngineRig.decisions(List.of(record), Decision.OrderDecision.class).getFirst().reason();
    }
}
