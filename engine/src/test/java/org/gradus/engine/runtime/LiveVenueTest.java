package org.gradus.engine.runtime;

import static org.gradus.engine.domain.FixedPoint.parse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.gradus.engine.domain.Purpose;
import org.gradus.engine.egress.VenueOrderView;
import org.gradus.engine.message.Decision;
import org.gradus.engine.message.DifferenceKind;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.NotSentReason;
import org.gradus.engine.message.OperatorAction;
import org.gradus.engine.message.OrderAction;
import org.gradus.engine.message.Release;
import org.gradus.engine.message.RiskReason;
import org.gradus.engine.message.UnknownReason;
import org.gradus.engine.message.VenueDownReason;
import org.gradus.engine.runtime.MemoryVenue.Fate;
import org.junit.jupiter.api.Test;

/// What a live engine does when the venue, or the way to it, is not well.
class LiveVenueTest {
    private static final int LONG_S = 120;

    private final LiveRig rig = new LiveRig();

    private List<VenueDownReason> downs() {
        return rig.inputs(Input.VenueDown.class).stream().map(Input.VenueDown::reason).toList();
    }

    private int ups() {
        return rig.inputs(Input.VenueUp.class).size();
    }

    private List<Decision.ReconcileOutcome> outcomes() {
        return EngineRig.decisions(rig.records(), Decision.ReconcileOutcome.class);
    }

    private List<Decision.OrderDecision> submits(Purpose purpose) {
        return EngineRig.decisions(rig.records(), Decision.OrderDecision.class).stream()
            .filter(order -> order.action() == OrderAction.SUBMIT && order.purpose() == purpose).toList();
    }

    /// Runs until something is held under a stop that rests at the venue.
    private void untilProtected() {
        for (int i = 0; i < 10 && rig.venue.held() == 0; i++) {
            rig.minute("50000", "50010");
        }
        assertTrue(rig.venue.held() > 0);
        assertEquals(1, rig.venue.open().size());
    }

    @Test
    void aDroppedStreamIsDownUntilTheBooksWereCompared() {
        rig.start();
        rig.venue.drop();
        rig.pass(5);
        assertEquals(List.of(VenueDownReason.NOT_CONNECTED, VenueDownReason.STREAM_DROPPED), downs());
        assertEquals(1, ups());
        rig.venue.connect();
        rig.pass(2);
        assertEquals(2, ups());
        assertEquals(List.of(true, true), outcomes().stream().map(Decision.ReconcileOutcome::clean).toList());
        rig.stop();
    }

    @Test
    void whatKeepsTheVenueDownIsToldWhenItIsNoLongerWhatTookItDown() {
        rig.start();
        rig.venue.drop();
        rig.venue.restDown = true;
        rig.pass(LONG_S);
        assertEquals(List.of(VenueDownReason.NOT_CONNECTED, VenueDownReason.STREAM_DROPPED), downs());
        rig.venue.connect();
        assertTrue(rig.passUntil(() -> downs().size() == 3, LONG_S));
        assertEquals(VenueDownReason.REST_FAILING, downs().getLast());
        rig.venue.restDown = false;
        assertTrue(rig.passUntil(() -> ups() == 2, LONG_S));
        assertEquals(3, downs().size());
        rig.stop();
    }

    @Test
    void nothingIsEnteredWhileTheVenueIsDown() {
        rig.start();
        rig.minute("50000", "50010");
        int before = submits(Purpose.ENTRY).size();
        rig.venue.restDown = true;
        assertTrue(rig.passUntil(() -> downs().contains(VenueDownReason.REST_FAILING), LONG_S));
        for (int i = 0; i < 8; i++) {
            rig.minute("50000", "50010");
        }
        assertEquals(before, submits(Purpose.ENTRY).size());
        rig.venue.restDown = false;
        assertTrue(rig.passUntil(() -> ups() == 2, LONG_S));
        rig.stop();
    }

    @Test
    void aClockTooFarFromOursIsDown() {
        rig.start();
        rig.venue.skewNs = 3 * LiveRig.SECOND_NS;
        assertTrue(rig.passUntil(() -> downs().contains(VenueDownReason.CLOCK_SKEW), LONG_S));
        rig.venue.skewNs = 0;
        assertTrue(rig.passUntil(() -> ups() == 2, LONG_S));
        rig.stop();
    }

    @Test
    void anUnansweredOrderThatArrivedIsFoundAndNotSentAgain() {
        rig.start();
        List<Long> orders = new ArrayList<>();
        rig.venue.fate = command -> {
            orders.add(command.clientOrderId);
            return orders.size() == 1 ? Fate.UNANSWERED : Fate.SERVED;
        };
        rig.venue.losesReports = true;
        rig.minute("50000", "50010");
        rig.venue.losesReports = false;
        rig.minute("50000", "50010");
        assertEquals(List.of(new Input.OrderUnknown(orders.getFirst(), UnknownReason.TIMEOUT)),
            rig.inputs(Input.OrderUnknown.class));
        assertTrue(rig.inputs(Input.OrderFilled.class).stream()
            .anyMatch(fill -> fill.clientOrderId() == orders.getFirst()));
        assertEquals(orders.size(), orders.stream().distinct().count(), "no order is sent twice");
        rig.stop();
    }

    @Test
    void anOrderThatNeverArrivedIsNotSentAfterTheGrace() {
        rig.start();
        List<Long> orders = new ArrayList<>();
        rig.venue.fate = command -> {
            orders.add(command.clientOrderId);
            return orders.size() == 1 ? Fate.LOST : Fate.SERVED;
        };
        rig.minute("50000", "50010");
        rig.pass(40);
        assertEquals(List.of(new Input.OrderNotSent(orders.getFirst(), NotSentReason.VENUE_DOWN)),
            rig.inputs(Input.OrderNotSent.class));
        rig.stop();
    }

    @Test
    void aCancelIsAskedForUntilTheVenueHasTakenIt() {
        rig.start();
        untilProtected();
        List<Long> cancels = new ArrayList<>();
        rig.venue.fate = command -> {
            if (command.action == OrderAction.CANCEL) {
                cancels.add(command.clientOrderId);
                return cancels.size() <= 3 ? Fate.LOST : Fate.SERVED;
            }
            return Fate.SERVED;
        };
        for (int i = 0; i < 5; i++) {
            rig.minute("50000", "50010");
        }
        assertTrue(cancels.size() >= 4, cancels::toString);
        assertFalse(submits(Purpose.EXIT).isEmpty());
        rig.stop();
    }

    @Test
    void fillsThatTheStreamLostAreFoundBeforeTheBooksAreSaidToDiffer() {
        rig.start();
        rig.venue.losesReports = true;
        rig.minute("50000", "50010");
        rig.minute("50000", "50010");
        rig.pass(LONG_S);
        assertTrue(rig.venue.held() > 0);
        assertFalse(rig.inputs(Input.OrderFilled.class).isEmpty());
        assertTrue(outcomes().stream().allMatch(Decision.ReconcileOutcome::clean), outcomes()::toString);
        rig.stop();
    }

    @Test
    void cashThatNobodyCanExplainLeavesItReducingUntilItAgreesAgain() {
        rig.start();
        rig.venue.extraCash = parse("5");
        assertTrue(rig.passUntil(() -> outcomes().stream().anyMatch(each -> !each.clean()), LONG_S));
        assertEquals(new Decision.ReconcileOutcome.Difference(DifferenceKind.CASH, -1, parse("100000"),
            parse("100005")), outcomes().getLast().differences().getFirst());
        rig.venue.extraCash = 0;
        rig.pass(LONG_S);
        List<RiskReason> reasons = EngineRig.decisions(rig.records(), Decision.RiskStateChange.class).stream()
            .map(Decision.RiskStateChange::reason).toList();
        assertEquals(List.of(RiskReason.RECONCILIATION, RiskReason.RECONCILED), reasons);
        rig.stop();
    }

    @Test
    void theOperatorMayAcceptADifference() {
        rig.start();
        rig.venue.extraCash = parse("5");
        assertTrue(rig.passUntil(() -> outcomes().stream().anyMatch(each -> !each.clean()), LONG_S));
        rig.command(OperatorAction.RESUME, Release.RECONCILIATION.bit());
        rig.pass(LONG_S);
        assertTrue(outcomes().getLast().clean());
        rig.stop();
    }

    @Test
    void aCentOfRoundingIsNoDifference() {
        rig.start();
        rig.venue.extraCash = parse("0.01");
        rig.pass(LONG_S);
        assertTrue(outcomes().stream().allMatch(Decision.ReconcileOutcome::clean));
        rig.stop();
    }

    @Test
    void aStopThatTheVenueEndedIsPlacedAgain() {
        rig.start();
        untilProtected();
        long first = rig.venue.open().getFirst();
        rig.venue.end(first, VenueOrderView.State.EXPIRED);
        assertTrue(rig.passUntil(() -> !rig.venue.open().isEmpty(), LONG_S));
        assertFalse(rig.venue.open().contains(first));
        rig.stop();
    }

    @Test
    void whatOthersDoHasTheBooksComparedSoonButNotAgainAndAgain() {
        rig.start();
        rig.pass(6);
        int before = outcomes().size();
        rig.venue.tellOfOthers();
        rig.pass(2);
        assertEquals(before + 1, outcomes().size());
        for (int second = 0; second < 20; second++) {
            rig.venue.tellOfOthers();
            rig.pass(1);
        }
        assertTrue(outcomes().size() >= before + 3 && outcomes().size() <= before + 5, outcomes()::toString);
        rig.stop();
    }
}
