package org.gradus.adapters.venue.exchange;

import java.util.ArrayDeque;
import java.util.Deque;
import org.gradus.adapters.venue.OrderUpdates;
import org.gradus.adapters.venue.VenueClock;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Stamps and renders what happens to orders, and keeps it until the call that caused it is written down. Guarded by
/// the lock of [Exchange].
final class Events {
    private final VenueClock clock;
    private final Draws draws;
    private final Changes changes;
    private final EventRenderer renderer;
    private final OrderUpdates updates;
    private final Deque<Update> waiting = new ArrayDeque<>();
    private long lastNs;

    Events(Inside inside, EventRenderer renderer, OrderUpdates updates) {
        this.clock = inside.clock;
        this.draws = inside.draws;
        this.changes = inside.changes;
        this.renderer = renderer;
        this.updates = updates;
    }

    record Inside(VenueClock clock, Draws draws, Changes changes) {
    }

    private record Update(String account, ObjectNode data) {
    }

    /// Now, but never the same instant twice: lists are paged by time.
    long stamp() {
        lastNs = Math.max(clock.nowNs(), lastNs + 1);
        return lastNs;
    }

    long lastNs() {
        return lastNs;
    }

    void notBefore(long timeNs) {
        lastNs = Math.max(lastNs, timeNs);
    }

    void tell(String name, Order order, long timeNs) {
        boolean working = name.equals("new");
        tell(new OrderEvent(name, order, timeNs, draws.ulid(timeNs), working ? draws.uuid() : null, null));
    }

    void tell(String name, Order order, long timeNs, OrderEvent.@Nullable Execution execution) {
        tell(new OrderEvent(name, order, timeNs, draws.ulid(timeNs), draws.uuid(), execution));
    }

    void publish() {
        while (!waiting.isEmpty()) {
            Update update = waiting.poll();
            updates.onUpdate(update.account, update.data);
        }
    }

    private void tell(OrderEvent event) {
        changes.of(event.order());
        waiting.add(new Update(event.order().account.key, renderer.render(event)));
    }
}
