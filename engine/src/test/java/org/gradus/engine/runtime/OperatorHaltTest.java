package org.gradus.engine.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.gradus.engine.domain.RiskState;
import org.gradus.engine.message.CommandRefusal;
import org.gradus.engine.message.Decision;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.Journaled;
import org.gradus.engine.message.NotSentReason;
import org.gradus.engine.message.OperatorAction;
import org.gradus.engine.message.OrderAction;
import org.gradus.engine.message.StoppedReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A halt by a person, through the whole engine.
class OperatorHaltTest {
    private static final Input.OperatorCommand HALT = new Input.OperatorCommand(OperatorAction.HALT, 0, 0, 5, 6,
        "ada");

    @TempDir
    private Path home;

    @Test
    void theScriptNeverResumesWhatAPersonHasHalted() {
        EngineRig rig = new EngineRig(home).resumingAfter(60 * TestConfigs.SECOND_NS);
        try (SimulatedEngine engine = rig.open()) {
            EngineRig.runUntil(engine, e -> e.nextSequence() > 100);
            engine.command(HALT);
            EngineRig.runUntil(engine, e -> false);
            rig.stop(engine, StoppedReason.END_OF_TAPE);
        }
        List<Journaled> records = rig.records();
        assertEquals(2, EngineRig.inputs(records, Input.OperatorCommand.class).size());
        assertEquals(CommandRefusal.NOTHING_TO_RELEASE, EngineRig.last(records, Decision.CommandOutcome.class,
            Decision.CommandOutcome::reason));
        assertEquals(RiskState.HALTED, EngineRig.last(records, Decision.RiskStateChange.class,
            Decision.RiskStateChange::toState));
    }

    @Test
    void anEntryThatWaitsToBeSentStaysWhenAPersonHalts() {
        EngineRig rig = new EngineRig(home.resolve("run"));
        Journaled entry = rig.records(home.resolve("undisturbed")).stream().filter(record -> record.decisions().stream()
            .anyMatch(decision -> decision instanceof Decision.OrderDecision order
                && order.action() == OrderAction.SUBMIT)).findFirst().orElseThrow();
        try (SimulatedEngine engine = rig.open()) {
            EngineRig.runUntil(engine, e -> e.nextSequence() > entry.sequence());
            engine.command(HALT);
            EngineRig.runUntil(engine, e -> e.nextSequence() > entry.sequence() + 50);
        }
        rig.runToEnd();
        Input.OrderNotSent stayed = EngineRig.inputs(rig.records(), Input.OrderNotSent.class).getFirst();
        assertEquals(NotSentReason.HALTED, stayed.reason());
        assertTrue(EngineRig.inputs(rig.records(), Input.OrderSent.class).isEmpty(), "nothing was sent");
    }
}
