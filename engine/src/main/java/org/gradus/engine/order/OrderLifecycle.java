package org.gradus.engine.order;

import org.gradus.engine.domain.OrderState;
import org.gradus.engine.portfolio.Fill;
import org.gradus.engine.state.StateVisitor;
import org.gradus.engine.state.Stateful;

/// Applies reports to orders by the table of [OrderState]. Reports may come late, twice or in any order: facts are
/// taken (a venue id, a time, a fill), the state only moves where the table lets it, and what contradicts is counted
/// and otherwise ignored. Owned by the decision stage.
///
/// A cancel that we asked for stays pending through acceptances and partial fills; it ends with the order, or when
/// [#cancelFailed] or the look-up of an unknown order says that the order still works.
public final class OrderLifecycle implements Stateful {
    private final OpenOrders orders;
    private final SeenExecutions executions;
    private final long[] counts = new long[ReportResult.values().length];

    public OrderLifecycle(OpenOrders orders, SeenExecutions executions) {
        this.orders = orders;
        this.executions = executions;
    }

    public ReportResult sent(long clientOrderId, long nowNs) {
        Order order = orders.find(clientOrderId);
        return counted(order == null ? ReportResult.UNKNOWN_ORDER : sent(order, nowNs));
    }

    public ReportResult notSent(long clientOrderId, long nowNs) {
        Order order = orders.find(clientOrderId);
        if (order == null) {
            return counted(ReportResult.UNKNOWN_ORDER);
        }
        boolean atVenue = order.acknowledged() || order.filled() > 0;
        return counted(end(order, OrderState.NOT_SENT, !atVenue, nowNs));
    }

    public ReportResult accepted(long clientOrderId, long venueIdHigh, long venueIdLow, long nowNs) {
        Order order = orders.find(clientOrderId);
        if (order == null) {
            return counted(ReportResult.UNKNOWN_ORDER);
        }
        if (neverLeft(order.state())) {
            return counted(ReportResult.IGNORED_ILLEGAL);
        }
        boolean known = order.acknowledged();
        if (!known) {
            order.acknowledge(venueIdHigh, venueIdLow);
        }
        return counted(proveWorking(order, known, nowNs));
    }

    /// The venue has it, and it does not work there. An order that it once worked keeps its state.
    public ReportResult held(long clientOrderId, long nowNs) {
        Order order = orders.find(clientOrderId);
        if (order == null) {
            return counted(ReportResult.UNKNOWN_ORDER);
        }
        boolean proves = order.state() == OrderState.CREATED || order.state() == OrderState.UNKNOWN;
        if (proves && !order.acknowledged() && order.filled() == 0) {
            orders.move(order, OrderState.SENT, nowNs);
            return counted(ReportResult.APPLIED);
        }
        return counted(ReportResult.DUPLICATE);
    }

    public ReportResult rejected(long clientOrderId, long nowNs) {
        Order order = orders.find(clientOrderId);
        return counted(order == null ? ReportResult.UNKNOWN_ORDER
            : end(order, OrderState.REJECTED, order.filled() == 0, nowNs));
    }

    /// Applies an execution that was not seen before to its order and marks it seen. The caller books it when the
    /// result says applied; after the order's end too, for a venue's fills are facts.
    public ReportResult filled(Fill fill, long nowNs) {
        Order order = orders.find(fill.clientOrderId);
        return counted(order == null ? ReportResult.UNKNOWN_ORDER : filled(order, fill, nowNs));
    }

    /// `cumulative` is what the venue says was filled in all.
    public ReportResult cancelled(long clientOrderId, long cumulative, long nowNs) {
        return endedAt(clientOrderId, OrderState.CANCELLED, cumulative, nowNs);
    }

    public ReportResult expired(long clientOrderId, long cumulative, long nowNs) {
        return endedAt(clientOrderId, OrderState.EXPIRED, cumulative, nowNs);
    }

    public ReportResult replaced(long clientOrderId, long replacedBy, long nowNs) {
        Order order = orders.find(clientOrderId);
        if (order == null) {
            return counted(ReportResult.UNKNOWN_ORDER);
        }
        ReportResult result = end(order, OrderState.REPLACED, true, nowNs);
        if (result == ReportResult.APPLIED) {
            order.replacedBy(replacedBy);
        }
        return counted(result);
    }

    public ReportResult unknown(long clientOrderId, long nowNs) {
        Order order = orders.find(clientOrderId);
        return counted(order == null ? ReportResult.UNKNOWN_ORDER : unknown(order, nowNs));
    }

    /// We ask the venue to cancel; false when the order cannot be cancelled, having ended or never left.
    public boolean requestCancel(Order order, long nowNs) {
        if (!order.state().mayBecome(OrderState.PENDING_CANCEL)) {
            return false;
        }
        order.cancelRequestedAt(nowNs);
        orders.move(order, OrderState.PENDING_CANCEL, nowNs);
        return true;
    }

    /// A cancel that was asked for before, and brought no answer, is asked for once more.
    public void cancelAskedAgain(Order order, long nowNs) {
        order.cancelRequestedAt(nowNs);
    }

    /// The cancel came to nothing: the order works on, or its state is unknown where the venue never confirmed it.
    public void cancelFailed(Order order, long nowNs) {
        if (order.state() == OrderState.PENDING_CANCEL) {
            order.cancelRequestedAt(0);
            boolean atVenue = order.acknowledged() || order.filled() > 0;
            orders.move(order, atVenue ? working(order) : OrderState.UNKNOWN, nowNs);
        }
    }

    /// A parked order goes out.
    public void release(Order order, long nowNs) {
        orders.move(order, OrderState.CREATED, nowNs);
    }

    /// A parked order ends here: denied, lapsed or vetoed.
    public void refuse(Order order, long nowNs) {
        orders.move(order, OrderState.REFUSED, nowNs);
    }

    /// How many reports came to this result.
    public long count(ReportResult result) {
        return counts[result.ordinal()];
    }

    @Override
    public void visitState(StateVisitor visitor) {
        visitor.visit(counts);
    }

    /// Sending proves nothing about an order that the venue has already spoken of. A second sending is the retry of an
    /// unknown order.
    private ReportResult sent(Order order, long nowNs) {
        if (neverLeft(order.state())) {
            return ReportResult.IGNORED_ILLEGAL;
        }
        boolean again = order.sentNs() != 0;
        boolean atVenue = order.acknowledged() || order.filled() > 0;
        boolean moves = order.state().mayBecome(OrderState.SENT) && !atVenue;
        if (moves || !again) {
            order.sentAt(nowNs);
        }
        if (moves) {
            orders.move(order, OrderState.SENT, nowNs);
            return ReportResult.APPLIED;
        }
        return again ? ReportResult.DUPLICATE : ReportResult.OUT_OF_ORDER;
    }

    private ReportResult proveWorking(Order order, boolean known, long nowNs) {
        OrderState state = order.state();
        if (state == OrderState.CREATED || state == OrderState.SENT || state == OrderState.UNKNOWN) {
            order.cancelRequestedAt(0);
            orders.move(order, working(order), nowNs);
            return ReportResult.APPLIED;
        }
        return known ? ReportResult.DUPLICATE : ReportResult.OUT_OF_ORDER;
    }

    private ReportResult filled(Order order, Fill fill, long nowNs) {
        OrderState state = order.state();
        boolean possible = state != OrderState.PARKED && state != OrderState.REFUSED
            && order.isFor(fill) && fill.quantity > 0 && fill.price > 0;
        if (!possible) {
            return ReportResult.IGNORED_ILLEGAL;
        }
        if (executions.contains(fill.executionIdHigh, fill.executionIdLow)) {
            return ReportResult.DUPLICATE;
        }
        if (fill.quantity > order.remaining()) {
            return ReportResult.EXCEEDS_ORDER;
        }
        boolean late = order.reportCumulative(fill.cumulative) || state.terminal();
        order.fill(fill, nowNs);
        if (state.terminal()) {
            orders.measure(order);
        } else {
            moveByFill(order, nowNs);
        }
        executions.mark(fill.executionIdHigh, fill.executionIdLow);
        return late ? ReportResult.OUT_OF_ORDER : ReportResult.APPLIED;
    }

    private void moveByFill(Order order, long nowNs) {
        if (order.remaining() == 0) {
            orders.move(order, OrderState.FILLED, nowNs);
        } else if (order.state() == OrderState.PENDING_CANCEL) {
            orders.measure(order);
        } else {
            orders.move(order, OrderState.PARTIALLY_FILLED, nowNs);
        }
    }

    private ReportResult endedAt(long clientOrderId, OrderState last, long cumulative, long nowNs) {
        Order order = orders.find(clientOrderId);
        if (order == null) {
            return counted(ReportResult.UNKNOWN_ORDER);
        }
        ReportResult result = end(order, last, true, nowNs);
        if (result == ReportResult.APPLIED) {
            order.reportCumulative(cumulative);
            orders.measure(order);
        }
        return counted(result);
    }

    private ReportResult end(Order order, OrderState last, boolean possible, long nowNs) {
        if (order.state() == last) {
            return ReportResult.DUPLICATE;
        }
        if (!possible || !order.state().mayBecome(last)) {
            return ReportResult.IGNORED_ILLEGAL;
        }
        orders.move(order, last, nowNs);
        return ReportResult.APPLIED;
    }

    private ReportResult unknown(Order order, long nowNs) {
        OrderState state = order.state();
        if (state == OrderState.UNKNOWN) {
            return ReportResult.DUPLICATE;
        }
        if (state.mayBecome(OrderState.UNKNOWN)) {
            orders.move(order, OrderState.UNKNOWN, nowNs);
            return ReportResult.APPLIED;
        }
        return neverLeft(state) ? ReportResult.IGNORED_ILLEGAL : ReportResult.OUT_OF_ORDER;
    }

    private ReportResult counted(ReportResult result) {
        counts[result.ordinal()]++;
        return result;
    }

    private static OrderState working(Order order) {
        return order.filled() > 0 ? OrderState.PARTIALLY_FILLED : OrderState.ACCEPTED;
    }

    /// States in which no venue can know of the order; NOT_SENT was proven.
    private static boolean neverLeft(OrderState state) {
        return state == OrderState.PARKED || state == OrderState.REFUSED || state == OrderState.NOT_SENT;
    }
}
