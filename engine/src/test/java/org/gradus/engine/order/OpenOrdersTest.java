package org.gradus.engine.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.gradus.engine.domain.BrokenInvariant;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.domain.Purpose;
import org.junit.jupiter.api.Test;

class OpenOrdersTest {
    private static final long SEED = Long.getLong("gradus.seed", 20260104L);

    @Test
    void givesNothingBackWhenFull() {
        OrderRig rig = new OrderRig(2, 2);
        rig.open(1);
        rig.open(2);
        assertNull(rig.open(3));
        assertEquals(0, rig.orders.free());
        rig.cancelled(1, 0);
        assertNotNull(rig.open(3));
        assertEquals(List.of(2L, 3L), rig.walk());
    }

    @Test
    void usesAnIdOnce() {
        OrderRig rig = new OrderRig(2, 2);
        rig.open(1);
        assertThrows(BrokenInvariant.class, () -> rig.open(1));
    }

    @Test
    void findsEndedOrdersUntilLaterOnesPushThemOut() {
        OrderRig rig = new OrderRig(2, 2);
        for (long id = 1; id <= 3; id++) {
            rig.open(id);
            rig.cancelled(id, 0);
        }
        assertNull(rig.orders.find(1));
        assertEquals(List.of(2L, 3L),
            List.of(rig.orders.find(2).clientOrderId(), rig.orders.find(3).clientOrderId()));
    }

    @Test
    void handsOutAnOrderWithoutTracesOfItsLastUse() {
        OrderRig rig = new OrderRig(1, 1);
        Order used = rig.open(1);
        used.inPlaceOf(8);
        rig.sent(1);
        rig.accepted(1);
        rig.requestCancel(used);
        rig.filled(used, 1, FixedPoint.ONE, FixedPoint.ONE);
        rig.replaced(1, 2);
        rig.open(2);
        rig.cancelled(2, 0);
        OrderRig fresh = new OrderRig(1, 1);
        rig.orders = orderOf(rig, 3);
        fresh.orders = orderOf(fresh, 3);
        assertEquals(visible(fresh.orders.find(3)), visible(rig.orders.find(3)));
    }

    @Test
    void walksOnWhenOrdersEndOnTheWay() {
        OrderRig rig = new OrderRig(8, 8);
        for (long id = 1; id <= 5; id++) {
            rig.open(id, Purpose.ENTRY, 0, (int) id % 2);
        }
        List<Long> met = new ArrayList<>();
        for (Order order = rig.orders.first(); order != null; order = rig.orders.next(order)) {
            met.add(order.clientOrderId());
            rig.cancelled(order.clientOrderId(), 0);
            rig.cancelled(order.clientOrderId() + 1, 0);
        }
        assertEquals(List.of(1L, 3L, 5L), met);
    }

    @Test
    void findsWhatAPlainMapFinds() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int run = 0; run < 200; run++) {
            OrderRig rig = new OrderRig(random.nextInt(1, 40), random.nextInt(1, 40));
            Map<Long, Boolean> open = new LinkedHashMap<>();
            long stride = random.nextBoolean() ? 1 : 1L << random.nextInt(50);
            for (int i = 1; i <= 400; i++) {
                step(rig, open, i * stride, random);
                assertEquals(List.copyOf(open.keySet()), rig.walk(), "-Dgradus.seed=" + SEED);
            }
        }
    }

    private static void step(OrderRig rig, Map<Long, Boolean> open, long id, SplittableRandom random) {
        if (rig.open(id) != null) {
            open.put(id, true);
        }
        while (!open.isEmpty() && (rig.orders.free() == 0 || random.nextInt(3) == 0)) {
            long ending = open.keySet().stream().skip(random.nextInt(open.size())).findFirst().orElseThrow();
            rig.cancelled(ending, 0);
            open.remove(ending);
            assertEquals(ending, rig.orders.find(ending).clientOrderId(), "-Dgradus.seed=" + SEED);
        }
        for (long each : open.keySet()) {
            assertEquals(each, rig.orders.find(each).clientOrderId(), "-Dgradus.seed=" + SEED);
        }
        assertNull(rig.orders.find(-id));
        if (random.nextInt(20) == 0) {
            rig.restart();
        }
    }

    private static OpenOrders orderOf(OrderRig rig, long id) {
        rig.open(id);
        return rig.orders;
    }

    private static List<Object> visible(Order order) {
        return List.of(order.clientOrderId(), order.acknowledged(), order.venueOrderIdHigh(), order.venueOrderIdLow(),
            order.state(), order.filled(), order.missing(), order.filledNotional(), order.averageFillPrice(),
            order.fees(), order.sentNs(), order.cancelRequestedNs(), order.parent(), order.replaces(),
            order.replacedBy());
    }
}
