package org.gradus.engine.runtime;

import static org.gradus.engine.domain.FixedPoint.parse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.gradus.engine.domain.DenialReason;
import org.gradus.engine.domain.RiskState;
import org.gradus.engine.message.Decision;
import org.gradus.engine.message.Derived;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.Journaled;
import org.gradus.engine.message.NotSentReason;
import org.gradus.engine.message.OperatorAction;
import org.gradus.engine.message.OrderAction;
import org.gradus.engine.message.RiskReason;
import org.gradus.engine.message.Verdict;
import org.junit.jupiter.api.Test;

/// A live engine and those who look after it: the operator, the script that plays one, the disk and the day's roll.
class LiveOperatorTest {
    private static final int CONFIRMED = 3;
    private static final int AUTONOMOUS = 4;
    private static final int DAY_S = 86_400;
    private static final int WAIT_MINUTES = 60;

    private static List<Decision.OrderDecision> orders(LiveRig rig, OrderAction action) {
        return EngineRig.decisions(rig.records(), Decision.OrderDecision.class).stream()
            .filter(order -> order.action() == action).toList();
    }

    /// Runs until an entry waits for a person.
    private static long untilParked(LiveRig rig) {
        rig.start();
        for (int i = 0; i < 5 && orders(rig, OrderAction.PARK).isEmpty(); i++) {
            rig.minute("50000", "50010");
        }
        return orders(rig, OrderAction.PARK).getFirst().clientOrderId();
    }

    /// What became of a parked entry, in the record that decided it.
    private static Decision.OrderDecision answered(LiveRig rig, long id) {
        return EngineRig.decisions(rig.records(), Decision.OrderDecision.class).stream()
            .filter(order -> order.clientOrderId() == id && order.action() != OrderAction.PARK).findFirst()
            .orElseThrow();
    }

    @Test
    void anApprovedEntryIsCheckedAgainAndSent() {
        LiveRig rig = new LiveRig(CONFIRMED, false);
        long id = untilParked(rig);
        assertEquals(List.of(), rig.venue.requests, "it waits");
        rig.venue.quote("50000", "50010");
        rig.command(OperatorAction.APPROVE, 0, id);
        rig.pass(2);
        rig.stop();
        Journaled record = rig.records().stream().filter(each -> each.input() instanceof Input.OperatorCommand)
            .findFirst().orElseThrow();
        Decision.Checks checks = EngineRig.decisions(List.of(record), Decision.Checks.class).getFirst();
        assertEquals(id, checks.clientOrderId());
        assertTrue(checks.rules().stream().allMatch(check -> check.verdict() == Verdict.PASS), checks::toString);
        assertEquals(OrderAction.SUBMIT, answered(rig, id).action());
        assertTrue(rig.venue.requests.contains("SUBMIT ENTRY"), rig.venue.requests::toString);
        assertTrue(rig.inputs(Input.OrderSent.class).stream().anyMatch(sent -> sent.clientOrderId() == id));
    }

    @Test
    void aVetoedEntryIsNotSent() {
        LiveRig rig = new LiveRig(CONFIRMED, false);
        long id = untilParked(rig);
        rig.command(OperatorAction.VETO, 0, id);
        rig.pass(2);
        rig.stop();
        assertEquals(DenialReason.CONFIRMATION_VETOED, answered(rig, id).reason());
        assertEquals(List.of(), rig.venue.requests);
    }

    @Test
    void silenceIsNoTrade() {
        assertSilence(CONFIRMED, DenialReason.CONFIRMATION_EXPIRED);
        assertSilence(AUTONOMOUS, DenialReason.VETO_ALERT_UNDELIVERED);
    }

    private static void assertSilence(int phase, DenialReason expected) {
        LiveRig rig = new LiveRig(phase, false);
        long id = untilParked(rig);
        rig.clock.pass((WAIT_MINUTES - 1) * 60 * LiveRig.SECOND_NS);
        rig.pass(1);
        assertEquals(1, orders(rig, OrderAction.PARK).stream().filter(order -> order.clientOrderId() == id).count());
        rig.minute("50000", "50010");
        rig.pass(1);
        rig.stop();
        assertEquals(expected, answered(rig, id).reason());
        assertEquals(List.of(), rig.venue.requests);
    }

    @Test
    void anEntryWhoseRecordCouldNotBeForcedStaysAndThatIsTold() {
        LiveRig rig = new LiveRig(1, true);
        rig.store = TroubledStore.refusing(rig.journal);
        rig.start();
        for (int i = 0; i < 4; i++) {
            rig.minute("50000", "50010");
        }
        rig.stop();
        assertEquals(List.of(), rig.venue.requests);
        assertEquals(List.of(NotSentReason.OUR_FAULT),
            rig.inputs(Input.OrderNotSent.class).stream().map(Input.OrderNotSent::reason).toList());
        assertEquals(1, rig.inputs(Input.JournalHealth.class).size());
        assertEquals(RiskReason.JOURNAL_FAULT, EngineRig.last(rig.records(), Decision.RiskStateChange.class,
            Decision.RiskStateChange::reason));
        assertEquals(DenialReason.JOURNAL_FAULT, orders(rig, OrderAction.REFUSE).getLast().reason());
    }

    @Test
    void theDayIsSealedAtItsRollAndTheRunGoesOn() {
        LiveRig rig = new LiveRig();
        rig.start();
        for (int i = 0; i < 4; i++) {
            rig.minute("50000", "50010");
        }
        int fills = rig.inputs(Input.OrderFilled.class).size();
        assertTrue(fills > 0);
        long day = rig.clock.nowNs() / LiveRig.SECOND_NS / DAY_S;
        rig.clock.pass((day + 1) * DAY_S * LiveRig.SECOND_NS - 5 * LiveRig.SECOND_NS - rig.clock.nowNs());
        rig.pass(10);
        Journaled seal = rig.records().stream().filter(each -> each.input() instanceof Input.Seal).findFirst()
            .orElseThrow();
        assertEquals((day + 1) * DAY_S * LiveRig.SECOND_NS, seal.timeNs());
        assertTrue(seal.derived().stream().anyMatch(Derived.StageHash.class::isInstance), seal::toString);
        for (int i = 0; i < 8; i++) {
            rig.minute("50000", "50010");
        }
        rig.stop();
        assertTrue(rig.inputs(Input.OrderFilled.class).size() > fills, "it trades on");
        assertEquals(2, rig.inputs(Input.Seal.class).size(), "one for the day, one at the stop");
    }

    @Test
    void theScriptedOperatorResumesWhenItsTimeHasCome() {
        LiveRig rig = new LiveRig();
        rig.start();
        rig.venue.extraCash = parse("100");
        assertTrue(rig.passUntil(() -> !changes(rig).isEmpty(), 180));
        assertEquals(List.of(RiskState.REDUCING), changes(rig));
        long trippedNs = rig.engine.nowNs();
        rig.clock.pass((DAY_S - 10) * LiveRig.SECOND_NS);
        rig.pass(1);
        assertEquals(List.of(), rig.inputs(Input.OperatorCommand.class));
        rig.pass(20);
        rig.stop();
        Journaled resumed = rig.records().stream().filter(each -> each.input() instanceof Input.OperatorCommand)
            .findFirst().orElseThrow();
        assertTrue(resumed.timeNs() >= trippedNs + DAY_S * LiveRig.SECOND_NS);
        assertEquals("script", ((Input.OperatorCommand) resumed.input()).principal());
        assertEquals(List.of(RiskState.REDUCING, RiskState.ACTIVE), changes(rig));
    }

    private static List<RiskState> changes(LiveRig rig) {
        return EngineRig.decisions(rig.records(), Decision.RiskStateChange.class).stream()
            .map(Decision.RiskStateChange::toState).toList();
    }
}
