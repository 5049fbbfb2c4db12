package org.gradus.engine.order;

import static org.gradus.engine.order.OrderRig.TEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.gradus.engine.domain.OrderState;
import org.gradus.engine.domain.Purpose;
import org.gradus.engine.domain.Rounding;
import org.junit.jupiter.api.Test;

/// Reports of several orders, late, doubled and in any order, among cancels and restarts: never is more filled than
/// ordered, the sums fit the orders, and once every report has arrived each order stands where the venue left it.
class OrderReportsPropertyTest {
    private static final long SEED = Long.getLong("gradus.seed", 20260103L);
    private static final int RUNS = 3_000;
    private static final int ORDERS = 6;

    @Test
    void endsWhereTheVenueLeftEachOrder() {
        for (int run = 0; run < RUNS; run++) {
            new World(SEED + run).play();
        }
    }

    /// What the venue did with an order: its reports, how it ended and what was filled.
    private record History(List<Consumer<OrderRig>> reports, OrderState end, long filled) {
    }

    private static final class World {
        private final long seed;
        private final SplittableRandom random;
        private final OrderRig rig = new OrderRig(ORDERS, ORDERS);
        private final List<History> histories = new ArrayList<>();

        World(long seed) {
            this.seed = seed;
            this.random = new SplittableRandom(seed);
        }

        void play() {
            List<Consumer<OrderRig>> mail = new ArrayList<>();
            for (long id = 1; id <= ORDERS; id++) {
                Purpose purpose = Purpose.of(random.nextInt(Purpose.values().length));
                rig.open(id, purpose, random.nextInt(-1, OrderRig.STRATEGIES), random.nextInt(OrderRig.INSTRUMENTS));
                histories.add(history(id));
                mail.addAll(histories.getLast().reports());
            }
            int doubled = random.nextInt(mail.size());
            for (int i = 0; i < doubled; i++) {
                mail.add(mail.get(random.nextInt(mail.size())));
            }
            while (!mail.isEmpty()) {
                mail.remove(random.nextInt(mail.size())).accept(rig);
                disturb();
                check();
            }
            for (int i = 0; i < ORDERS; i++) {
                Order order = rig.orders.find(i + 1);
                assertEquals(histories.get(i).end(), order.state(), named(order));
                assertEquals(histories.get(i).filled(), order.filled(), named(order));
                assertEquals(0, order.missing(), named(order));
            }
            assertEquals(List.of(), rig.walk(), "seed " + seed);
        }

        private History history(long id) {
            List<Consumer<OrderRig>> reports = new ArrayList<>();
            if (random.nextInt(4) == 0) {
                reports.add(r -> r.unknown(id));
            }
            int kind = random.nextInt(10);
            if (kind == 0) {
                reports.add(r -> r.notSent(id));
                return new History(reports, OrderState.NOT_SENT, 0);
            }
            reports.add(r -> r.sent(id));
            if (kind == 1) {
                reports.add(r -> r.rejected(id));
                return new History(reports, OrderState.REJECTED, 0);
            }
            reports.add(r -> r.accepted(id));
            long filled = fills(id, reports, kind < 5);
            OrderState end = filled == TEN ? OrderState.FILLED
                : random.nextBoolean() ? OrderState.CANCELLED : OrderState.EXPIRED;
            if (end == OrderState.CANCELLED) {
                reports.add(r -> r.cancelled(id, filled));
            } else if (end == OrderState.EXPIRED) {
                reports.add(r -> r.expired(id, filled));
            }
            return new History(reports, end, filled);
        }

        private long fills(long id, List<Consumer<OrderRig>> reports, boolean whole) {
            long filled = 0;
            int count = random.nextInt(whole ? 1 : 0, 4);
            for (int i = 1; i <= count; i++) {
                long left = TEN - filled;
                long quantity = whole && i == count ? left : random.nextLong(left - 10) + 1;
                filled += quantity;
                long cumulative = filled;
                int execution = i;
                reports.add(r -> r.filled(r.orders.find(id), execution, quantity, cumulative));
            }
            return filled;
        }

        private void disturb() {
            int choice = random.nextInt(20);
            Order order = rig.orders.find(random.nextInt(ORDERS) + 1);
            if (choice == 0) {
                long before = rig.hash();
                rig.restart();
                assertEquals(before, rig.hash(), named(order));
            } else if (choice == 1) {
                rig.requestCancel(order);
            } else if (choice == 2) {
                assertEquals(ReportResult.EXCEEDS_ORDER, rig.filled(order, -random.nextInt(9) - 1, TEN + 1, 0));
            }
        }

        private void check() {
            List<Order> orders = IntStream.rangeClosed(1, ORDERS).mapToObj(id -> rig.orders.find(id)).toList();
            for (Order order : orders) {
                assertTrue(order.filled() >= 0 && order.filled() <= order.quantity(), named(order));
            }
            List<Order> open = orders.stream().filter(o -> !o.state().terminal()).toList();
            assertEquals(open.stream().map(Order::clientOrderId).toList(), rig.walk(), "seed " + seed);
            assertEquals(open.size(), rig.orders.size(), "seed " + seed);
            long total = 0;
            for (int instrument = 0; instrument < OrderRig.INSTRUMENTS; instrument++) {
                int id = instrument;
                List<Order> here = open.stream().filter(o -> o.instrumentId() == id).toList();
                assertEquals(here.stream().map(Order::clientOrderId).toList(), rig.walk(id), "seed " + seed);
                List<Order> all = orders.stream().filter(o -> o.instrumentId() == id).toList();
                assertEquals(notional(all), rig.orders.entryNotionalOfInstrument(id), "seed " + seed);
                assertEquals(missingSells(all), rig.orders.missingSells(id), "seed " + seed);
                total += notional(all);
                for (int s = -1; s < OrderRig.STRATEGIES; s++) {
                    int strategy = s;
                    assertEquals(notional(all.stream().filter(o -> o.strategyId() == strategy).toList()),
                        rig.orders.entryNotional(strategy, id), "seed " + seed);
                }
            }
            assertEquals(total, rig.orders.entryNotional(), "seed " + seed);
            for (int s = -1; s < OrderRig.STRATEGIES; s++) {
                int strategy = s;
                assertEquals(notional(orders.stream().filter(o -> o.strategyId() == strategy).toList()),
                    rig.orders.entryNotionalOfStrategy(strategy), "seed " + seed);
            }
        }

        private static long notional(List<Order> orders) {
            return orders.stream().filter(o -> !o.purpose().reduces())
                .mapToLong(o -> Rounding.money(o.price(), o.state().terminal() ? o.missing() : o.remaining())).sum();
        }

        private static long missingSells(List<Order> orders) {
            return orders.stream().filter(o -> o.purpose().reduces() && o.state().terminal())
                .mapToLong(Order::missing).sum();
        }

        private String named(Order order) {
            return "order " + order.clientOrderId() + ", -Dgradus.seed=" + seed;
        }
    }
}
