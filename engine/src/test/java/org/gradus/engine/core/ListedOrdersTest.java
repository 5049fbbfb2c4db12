package org.gradus.engine.core;

import static org.gradus.engine.domain.FixedPoint.parse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
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

    private final CoreRig rig = new CoreRig();

    private Decision.OrderDecision restingStop() {
        rig.bought("0.01", "50000");
        Decision.OrderDecision stop = rig.lastSubmit();
        rig.accept(stop);
        return stop;
    }

    private Decision.ReconcileOutcome reconcile(long... ids) {
        rig.input(new Input.Account(rig.core().cash(), rig.core().cash()));
        for (Input.Started.Holding held : rig.core().positions()) {
            rig.input(new Input.VenuePosition(held.instrument(), held.quantity()));
        }
        for (long id : ids) {
            rig.input(new Input.VenueOrder(id, 1, 2, CoreRig.BTC, parse("0.01"), 0));
        }
        return CoreRig.in(rig.input(new Input.Reconciled(ids.length)), Decision.ReconcileOutcome.class).getFirst();
    }

    @Test
    void theSameOrdersAreNoDifference() {
        assertTrue(reconcile(restingStop().clientOrderId()).clean());
    }

    @Test
    void anOrderOfNobodyIsNamed() {
        restingStop();
        long ours = rig.lastSubmit().clientOrderId();
        assertEquals(List.of(new Decision.ReconcileOutcome.Difference(DifferenceKind.OPEN_ORDER, CoreRig.BTC, 0,
            parse("0.01"))), reconcile(ours, STRANGE).differences());
    }

    @Test
    void anOrderOfOursThatIsNotThereIsNamed() {
        long ours = restingStop().clientOrderId();
        assertEquals(List.of(new Decision.ReconcileOutcome.Difference(DifferenceKind.OPEN_ORDER, CoreRig.BTC, 0,
            parse("0.01")), new Decision.ReconcileOutcome.Difference(DifferenceKind.OPEN_ORDER, CoreRig.BTC,
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
    void aComparisonThatNobodyJournalsFindsTheSame() {
        long ours = restingStop().clientOrderId();
        long[] held = {rig.core().positions().getFirst().quantity()};
        long cash = rig.core().cash();
        assertTrue(rig.core().agrees(cash, held, new long[] {ours}));
        assertFalse(rig.core().agrees(cash, held, new long[] {ours, STRANGE}));
        assertFalse(rig.core().agrees(cash, new long[] {held[0] + FixedPoint.ONE}, new long[] {ours}));
        assertFalse(rig.core().agrees(cash + 1, held, new long[] {ours}));
    }
}
