package org.gradus.engine.core;

import static org.gradus.engine.domain.FixedPoint.parse;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.gradus.engine.domain.DenialReason;
import org.gradus.engine.domain.Purpose;
import org.gradus.engine.message.Decision;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.Journaled;
import org.gradus.engine.message.OperatorAction;
import org.gradus.engine.message.OrderAction;
import org.gradus.engine.message.RejectReason;
import org.gradus.engine.message.Release;
import org.junit.jupiter.api.Test;

/// An order that is not ours rests at the venue, and an entry of ours would meet it.
class ForeignOrderTest {
    private final CoreRig rig = new CoreRig();

    private Journaled enter() {
        rig.wanted = parse("2");
        return rig.minute("1000");
    }

    private static List<Decision.OrderDecision> orders(Journaled record) {
        return CoreRig.in(record, Decision.OrderDecision.class);
    }

    private void reject(Decision.OrderDecision order) {
        rig.input(new Input.OrderSent(order.clientOrderId()));
        rig.input(new Input.OrderRejected(order.clientOrderId(), RejectReason.WASH_TRADE, "opposite side"));
    }

    @Test
    void noEntryIsTriedAgainBeforeTheBooksAreCompared() {
        reject(orders(enter()).getFirst());
        Decision.OrderDecision denied = orders(enter()).getFirst();
        assertEquals(OrderAction.REFUSE, denied.action());
        assertEquals(DenialReason.FOREIGN_ORDER, denied.reason());
        rig.reconcile("100000", "0", 0);
        assertEquals(OrderAction.SUBMIT, orders(enter()).getFirst().action());
    }

    private void compare(Input... listed) {
        rig.input(new Input.Account(parse("100000"), parse("100000")));
        for (Input each : listed) {
            rig.input(each);
        }
        rig.input(new Input.Reconciled(listed.length));
    }

    @Test
    void noEntryGoesBesideOneThatIsAccepted() {
        Input strange = new Input.VenueOrder(0, 1, 2, CoreRig.BTC, parse("0.01"), 0);
        compare(strange);
        rig.command(OperatorAction.RESUME, Release.RECONCILIATION.bit());
        compare(strange);
        assertEquals(DenialReason.FOREIGN_ORDER, orders(enter()).getFirst().reason());
        compare();
        assertEquals(OrderAction.SUBMIT, orders(enter()).getFirst().action());
    }

    @Test
    void aStopThatMeetsItIsPlacedAgainAsEver() {
        rig.bought("2", "1000");
        Decision.OrderDecision stop = rig.lastSubmit();
        assertEquals(Purpose.PROTECTIVE_STOP, stop.purpose());
        reject(stop);
        rig.pass(6_000_000_000L).tick();
        Decision.OrderDecision again = rig.lastSubmit();
        assertEquals(Purpose.PROTECTIVE_STOP, again.purpose());
        assertEquals(OrderAction.SUBMIT, orders(rig.records().getLast()).getFirst().action());
    }
}
