package org.gradus.engine.order;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.portfolio.AllocationMeter;
import org.junit.jupiter.api.Test;

class OrderAllocationTest {
    private static final int ORDERS = 200_000;
    private static final long ONE = FixedPoint.ONE;

    private final OrderRig rig = new OrderRig(64, 256);
    private final ClientOrderIds ids = new ClientOrderIds(1);
    private long walked;

    @Test
    void allocatesNothingFromDecisionToEnd() {
        assertEquals(0, AllocationMeter.bytesOf(this::liveAndEnd));
    }

    /// Five reports an order: a million operations, with every table full and going round.
    private void liveAndEnd() {
        for (int i = 0; i < ORDERS; i++) {
            Order order = rig.open(ids.next());
            long id = order.clientOrderId();
            rig.sent(id);
            rig.accepted(id);
            rig.filled(order, 1, ONE, ONE);
            rig.filled(order, 2, 2 * ONE, 3 * ONE);
            rig.requestCancel(order);
            for (Order each = rig.orders.first(); each != null; each = rig.orders.next(each)) {
                walked++;
            }
            rig.cancelled(id, 3 * ONE);
            rig.filled(order, 2, 2 * ONE, 3 * ONE);
        }
    }
}
