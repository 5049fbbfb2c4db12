package org.gradus.engine.core;

import static org.gradus.engine.domain.FixedPoint.parse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.gradus.engine.domain.DenialReason;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.message.Decision;
import org.gradus.engine.message.DifferenceKind;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.OperatorAction;
import org.gradus.engine.message.Release;
import org.junit.jupiter.api.Test;

/// Reconciliations in which the venue lists its open orders: they are held against ours one by one.
class ListedOrdersTest {
    private static final long STRANGE = 0;
    private static final Decision.ReconcileOutcome.Difference FOREIGN = new Decision.ReconcileOutcome.Difference(
        DifferenceKind.OPEN_ORDER, CoreRig.BTC, 0, parse("0.01"), 0, 0, 1, 2, "");
    private static final Input.ForeignPosition TESLA = new Input.ForeignPosition("TSLA", parse("3"));

    private final CoreRig rig = new CoreRig();

    private Decision.OrderDecision restingStop() {
        rig.bought("0.01", "50000");
        Decision.OrderDecision stop = rig.lastSubmit();
        rig.accept(stop);
        return stop;
    }

    private static Input.VenueOrder order(long clientOrderId, long venueOrderId) {
        return new Input.VenueOrder(clientOrderId, 1, venueOrderId, CoreRig.BTC, parse("0.01"), 0);
    }

    private Decision.ReconcileOutcome reconcile(long... ids) {
        return reconcile(Arrays.stream(ids).mapToObj(id -> order(id, 2)).toArray(Input[]::new));
    }

    private Decision.ReconcileOutcome reconcile(Input... listed) {
        rig.input(new Input.Account(rig.core().cash(), rig.core().cash()));
        for (Input.Started.Holding held : rig.core().positions()) {
            rig.input(new Input.VenuePosition(held.instrument(), held.quantity()));
        }
        int orders = 0;
        for (Input each : listed) {
            rig.input(each);
            orders += each instanceof Input.VenueOrder ? 1 : 0;
        }
        return CoreRig.in(rig.input(new Input.Reconciled(orders)), Decision.ReconcileOutcome.class).getFirst();
    }

    @Test
    void theSameOrdersAreNoDifference() {
        assertTrue(reconcile(restingStop().clientOrderId()).clean());
    }

    @Test
    void anOrderOfNobodyIsNamed() {
        restingStop();
        long ours = rig.lastSubmit().clientOrderId();
        assertEquals(List.of(FOREIGN), reconcile(ours, STRANGE).differences());
    }

    @Test
    void anOrderOfOursThatIsNotThereIsNamed() {
        long ours = restingStop().clientOrderId();
        assertEquals(List.of(FOREIGN, new Decision.ReconcileOutcome.Difference(DifferenceKind.OPEN_ORDER, CoreRig.BTC,
                parse("0.01"), 0, ours)), reconcile(STRANGE).differences());
    }

    @Test
    void asManyOrdersAreNotTheSameOrders() {
        restingStop();
        assertFalse(reconcile(STRANGE).clean());
    }

    @Test
    void anAcceptedDifferenceIsNoNewsUntilItIsAnother() {
        long ours = restingStop().clientOrderId();
        assertFalse(reconcile(ours, STRANGE).clean());
        rig.command(OperatorAction.RESUME, Release.RECONCILIATION.bit());
        assertTrue(reconcile(ours, STRANGE).clean());
        assertTrue(reconcile(STRANGE, ours).clean(), "only its place in the list is another");
        assertFalse(reconcile(ours, STRANGE, STRANGE).clean());
    }

    @Test
    void anAcceptedOrderOfNobodySwappedForAnotherIsNews() {
        long ours = restingStop().clientOrderId();
        assertFalse(reconcile(order(ours, 7), order(STRANGE, 8)).clean());
        rig.command(OperatorAction.RESUME, Release.RECONCILIATION.bit());
        assertTrue(reconcile(order(ours, 7), order(STRANGE, 8)).clean());
        assertEquals(List.of(new Decision.ReconcileOutcome.Difference(DifferenceKind.OPEN_ORDER, CoreRig.BTC, 0,
            parse("0.01"), 0, 0, 1, 9, "")), reconcile(order(ours, 7), order(STRANGE, 9)).differences());
    }

    @Test
    void whatIsHeldAndNotTradedIsNamedAndHoldsEntries() {
        assertEquals(List.of(Decision.ReconcileOutcome.Difference.foreign("TSLA", parse("3"))),
            reconcile(TESLA).differences());
        rig.wanted = parse("0.01");
        rig.minute("50000");
        assertEquals(DenialReason.RECONCILIATION_PENDING,
            rig.decisions(Decision.OrderDecision.class).getLast().reason());
    }

    @Test
    void whatIsHeldAndNotTradedIsAcceptedByNameAndQuantity() {
        Input.ForeignPosition gold = new Input.ForeignPosition("GLD", parse("1"));
        reconcile(TESLA, gold);
        rig.command(OperatorAction.RESUME, Release.RECONCILIATION.bit());
        assertTrue(reconcile(gold, TESLA).clean());
        assertFalse(reconcile(TESLA, new Input.ForeignPosition("GLD", parse("2"))).clean(), "another quantity");
        assertTrue(reconcile(gold, TESLA).clean());
        assertFalse(reconcile(TESLA, new Input.ForeignPosition("SLV", parse("1"))).clean(), "another name");
        assertTrue(reconcile(new Input[0]).clean());
        assertFalse(reconcile(gold, TESLA).clean(), "gone and back");
    }

    @Test
    void aComparisonThatNobodyJournalsFindsTheSame() {
        long ours = restingStop().clientOrderId();
        long[] held = {rig.core().positions().getFirst().quantity()};
        long cash = rig.core().cash();
        List<Input> listed = List.of(order(ours, 2));
        assertTrue(rig.core().agrees(cash, held, listed));
        assertFalse(rig.core().agrees(cash, held, List.of(order(ours, 2), order(STRANGE, 3))));
        assertFalse(rig.core().agrees(cash, held, List.of(order(ours, 2), TESLA)));
        assertFalse(rig.core().agrees(cash, new long[] {held[0] + FixedPoint.ONE}, listed));
        assertFalse(rig.core().agrees(cash + 1, held, listed));
    }
}
