package org.gradus.tools.status;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gradus.engine.domain.ClientOrderId;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.domain.Rule;
import org.gradus.engine.message.Decision;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.UnknownReason;
import org.jspecify.annotations.Nullable;

/// Orders that may still trade and entries that wait for a person, as decisions and reports make them. Owned by one
/// [StatusFold].
final class OrderTable {
    private static final long MINUTE_NS = 60_000_000_000L;

    private final Map<Long, Line> working = new TreeMap<>();
    private final Map<Long, Decision.OrderDecision> parked = new TreeMap<>();
    private final Deque<Long> submittedNs = new ArrayDeque<>();

    /// One order and how far it is.
    private static final class Line {
        private final Decision.OrderDecision order;
        private String state = "submitted";
        private boolean cancelling;
        private @Nullable UnknownReason unknown;
        private long filled;

        private Line(Decision.OrderDecision order) {
            this.order = order;
        }

        private String state() {
            return unknown != null ? "unknown" : cancelling ? "cancelling" : state;
        }
    }

    void apply(Decision.OrderDecision order, long timeNs) {
        long id = order.clientOrderId();
        switch (order.action()) {
            case SUBMIT, REPLACE -> {
                parked.remove(id);
                working.put(id, new Line(order));
                if (order.parent() == 0) {
                    submittedNs.add(timeNs);
                }
            }
            case PARK -> parked.put(id, order);
            case REFUSE -> parked.remove(id);
            case CANCEL -> {
                Line line = working.get(id);
                if (line != null) {
                    line.cancelling = true;
                }
            }
        }
        passTime(timeNs);
    }

    void passTime(long timeNs) {
        while (!submittedNs.isEmpty() && submittedNs.peek() <= timeNs - MINUTE_NS) {
            submittedNs.remove();
        }
    }

    /// Applies a report; other inputs are no matter of orders.
    void apply(Input input) {
        switch (input) {
            case Input.OrderSent in -> state(in.clientOrderId(), "sent");
            case Input.OrderAccepted in -> state(in.clientOrderId(), "working");
            case Input.OrderUnknown in -> unknown(in);
            case Input.OrderHeld in -> state(in.clientOrderId(), "held");
            case Input.OrderFilled in -> filled(in);
            case Input.OrderNotSent in -> working.remove(in.clientOrderId());
            case Input.OrderRejected in -> working.remove(in.clientOrderId());
            case Input.OrderCancelled in -> working.remove(in.clientOrderId());
            case Input.OrderExpired in -> working.remove(in.clientOrderId());
            case Input.OrderReplaced in -> working.remove(in.clientOrderId());
            default -> {
                // Says nothing about an order.
            }
        }
    }

    private void state(long id, String state) {
        Line line = working.get(id);
        if (line != null) {
            line.state = state;
            line.unknown = null;
        }
    }

    private void unknown(Input.OrderUnknown in) {
        Line line = working.get(in.clientOrderId());
        if (line != null) {
            line.unknown = in.reason();
        }
    }

    private void filled(Input.OrderFilled in) {
        Line line = working.get(in.clientOrderId());
        if (line != null) {
            line.filled = Math.max(line.filled, in.cumulative());
            if (line.filled >= line.order.quantity()) {
                working.remove(in.clientOrderId());
            }
        }
    }

    int submittedInLastMinute() {
        return submittedNs.size();
    }

    List<Status.WorkingOrder> working(JournalNames names) {
        return working.values().stream().map(line -> {
            Decision.OrderDecision order = line.order;
            return new Status.WorkingOrder(ClientOrderId.text(order.clientOrderId()), names.symbol(order.instrument()),
                order.purpose().label(), order.side().label(), order.orderType().label(),
                FixedPoint.format(order.quantity()), FixedPoint.format(line.filled), priceOrNull(order.limitPrice()),
                priceOrNull(order.stopPrice()), line.state(), line.unknown == null ? null : line.unknown.label());
        }).toList();
    }

    List<Status.Parked> parked(JournalNames names) {
        return parked.values().stream().map(order -> new Status.Parked(ClientOrderId.text(order.clientOrderId()),
            names.symbol(order.instrument()), names.strategy(order.strategy()), FixedPoint.format(order.quantity()),
            priceOrNull(order.limitPrice()), priceOrNull(order.stopPrice()),
            order.rule() == null ? Rule.CONFIRMATION.label() : order.rule().label(),
            Instant.ofEpochSecond(0, order.expiresNs()).toString())).toList();
    }

    private static @Nullable String priceOrNull(long price) {
        return price == 0 ? null : FixedPoint.format(price);
    }
}
