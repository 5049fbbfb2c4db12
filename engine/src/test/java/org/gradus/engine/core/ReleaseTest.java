package org.gradus.engine.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.gradus.engine.domain.RiskState;
import org.gradus.engine.message.CommandRefusal;
import org.gradus.engine.message.Decision;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.JournalTrouble;
import org.gradus.engine.message.Journaled;
import org.gradus.engine.message.OperatorAction;
import org.gradus.engine.message.Release;
import org.gradus.engine.message.RiskReason;
import org.junit.jupiter.api.Test;

/// A resume tells what it truly let go, and a state that stays is not told as a change.
class ReleaseTest {
    private static final int ALL = 31;

    private final CoreRig rig = new CoreRig();

    @Test
    void aResumeTellsWhatWasLatchedAndNotWhatWasAsked() {
        rig.trade("1000");
        rig.command(OperatorAction.HALT, 0);
        Journaled resumed = rig.command(OperatorAction.RESUME, ALL);
        assertEquals(List.of(new Decision.CommandOutcome(true, CommandRefusal.NONE, Release.HALT.bit())),
            CoreRig.in(resumed, Decision.CommandOutcome.class));
    }

    @Test
    void aReleaseBehindWhichAnotherCauseHaltsTellsEquityOnly() {
        rig.trade("1000");
        rig.input(new Input.JournalHealth(JournalTrouble.FORCE_FAILED, false, -1));
        rig.command(OperatorAction.HALT, 0);
        Journaled resumed = rig.command(OperatorAction.RESUME, Release.JOURNAL_FAULT.bit());
        assertEquals(List.of(), CoreRig.in(resumed, Decision.RiskStateChange.class));
        assertEquals(1, CoreRig.in(resumed, Decision.Equity.class).size());
    }

    @Test
    void theLastReleaseTellsTheChange() {
        rig.trade("1000");
        rig.reconcile("1", "0", 0);
        rig.command(OperatorAction.HALT, 0);
        assertEquals(List.of(new Decision.RiskStateChange(RiskState.HALTED, RiskState.REDUCING,
            RiskReason.OPERATOR_RESUME), new Decision.RiskStateChange(RiskState.REDUCING, RiskState.ACTIVE,
            RiskReason.OPERATOR_RESUME)), CoreRig.in(rig.command(OperatorAction.RESUME, ALL),
            Decision.RiskStateChange.class));
    }

    @Test
    void aDifferenceThatBecameAnotherBehindTheLookIsNotAccepted() {
        rig.trade("1000");
        long shown = rig.reconcile("99000", "2", 0).sequence();
        long grown = rig.reconcile("99000", "3", 0).sequence();
        Journaled refused = rig.resume(ALL, shown);
        assertEquals(List.of(new Decision.CommandOutcome(false, CommandRefusal.CHANGED_SINCE, 0)),
            CoreRig.in(refused, Decision.CommandOutcome.class));
        assertEquals(List.of(), CoreRig.in(refused, Decision.Adjustment.class));
        assertEquals(List.of(new Decision.CommandOutcome(true, CommandRefusal.NONE, Release.RECONCILIATION.bit())),
            CoreRig.in(rig.resume(ALL, grown), Decision.CommandOutcome.class));
    }

    @Test
    void aDifferenceThatIsFoundOnceMoreIsTheOneThatWasSeen() {
        rig.trade("1000");
        long shown = rig.reconcile("99000", "2", 0).sequence();
        rig.reconcile("99000", "2", 0);
        assertEquals(List.of(new Decision.CommandOutcome(true, CommandRefusal.NONE, Release.RECONCILIATION.bit())),
            CoreRig.in(rig.resume(ALL, shown), Decision.CommandOutcome.class));
    }

    @Test
    void whatLatchedBehindTheLookStaysAndTheRestGoes() {
        rig.trade("1000");
        long seen = rig.command(OperatorAction.HALT, 0).sequence();
        rig.reconcile("1", "0", 0);
        Journaled resumed = rig.resume(ALL, seen);
        assertEquals(List.of(new Decision.CommandOutcome(true, CommandRefusal.NONE, Release.HALT.bit())),
            CoreRig.in(resumed, Decision.CommandOutcome.class));
        assertEquals(RiskState.REDUCING, rig.decisions(Decision.RiskStateChange.class).getLast().toState());
    }

    @Test
    void aResumeOfNothingReleasesNothing() {
        assertEquals(List.of(new Decision.CommandOutcome(false, CommandRefusal.NOTHING_TO_RELEASE, 0)),
            CoreRig.in(rig.command(OperatorAction.RESUME, ALL), Decision.CommandOutcome.class));
    }
}
