package org.gradus.engine.order;

import java.util.ArrayList;
import java.util.List;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.domain.OrderType;
import org.gradus.engine.domain.Purpose;
import org.gradus.engine.domain.Side;
import org.gradus.engine.domain.TimeInForce;
import org.gradus.engine.portfolio.Fill;
import org.gradus.engine.portfolio.StateCopy;

/// An order table with its lifecycle, fed by hand; time goes on by one nanosecond a report.
final class OrderRig {
    static final int STRATEGIES = 2;
    static final int INSTRUMENTS = 3;
    static final long TEN = 10 * FixedPoint.ONE;

    private final int capacity;
    private final int kept;
    private final OrderDraft draft = new OrderDraft();
    private final Fill fill = new Fill();
    private long nowNs = 1_000;
    OpenOrders orders;
    SeenExecutions executions;
    OrderLifecycle lifecycle;

    OrderRig(int capacity, int kept) {
        this.capacity = capacity;
        this.kept = kept;
        build();
    }

    /// Ten units at 100, an entry of strategy 0 in instrument 0.
    Order open(long id) {
        return open(id, Purpose.ENTRY, 0, 0);
    }

    Order open(long id, Purpose purpose, int strategyId, int instrumentId) {
        draft.clientOrderId = id;
        draft.purpose = purpose;
        draft.side = purpose.reduces() ? Side.SELL : Side.BUY;
        draft.orderType = OrderType.LIMIT;
        draft.timeInForce = TimeInForce.IOC;
        draft.strategyId = strategyId;
        draft.instrumentId = instrumentId;
        draft.quantity = TEN;
        draft.price = 100 * FixedPoint.ONE;
        draft.limitPrice = draft.price;
        return orders.open(draft, nowNs++);
    }

    ReportResult sent(long id) {
        return lifecycle.sent(id, nowNs++);
    }

    ReportResult notSent(long id) {
        return lifecycle.notSent(id, nowNs++);
    }

    ReportResult accepted(long id) {
        return lifecycle.accepted(id, id, 7, nowNs++);
    }

    ReportResult rejected(long id) {
        return lifecycle.rejected(id, nowNs++);
    }

    ReportResult cancelled(long id, long cumulative) {
        return lifecycle.cancelled(id, cumulative, nowNs++);
    }

    ReportResult expired(long id, long cumulative) {
        return lifecycle.expired(id, cumulative, nowNs++);
    }

    ReportResult replaced(long id, long replacedBy) {
        return lifecycle.replaced(id, replacedBy, nowNs++);
    }

    ReportResult unknown(long id) {
        return lifecycle.unknown(id, nowNs++);
    }

    boolean requestCancel(Order order) {
        return lifecycle.requestCancel(order, nowNs++);
    }

    ReportResult filled(Order order, long executionId, long quantity, long cumulative) {
        return filled(order.clientOrderId(), order.side(), order.instrumentId(), executionId, quantity, cumulative);
    }

    ReportResult filled(long id, Side side, int instrumentId, long executionId, long quantity, long cumulative) {
        fill.clientOrderId = id;
        fill.executionIdHigh = id;
        fill.executionIdLow = executionId;
        fill.instrumentId = instrumentId;
        fill.side = side;
        fill.price = 99 * FixedPoint.ONE;
        fill.quantity = quantity;
        fill.cumulative = cumulative;
        fill.fee = FixedPoint.ONE / 10;
        return lifecycle.filled(fill, nowNs++);
    }

    /// Ids of the open orders, as a walk meets them.
    List<Long> walk() {
        List<Long> ids = new ArrayList<>();
        for (Order order = orders.first(); order != null; order = orders.next(order)) {
            ids.add(order.clientOrderId());
        }
        return ids;
    }

    List<Long> walk(int instrumentId) {
        List<Long> ids = new ArrayList<>();
        for (Order o = orders.first(instrumentId); o != null; o = orders.next(o, instrumentId)) {
            ids.add(o.clientOrderId());
        }
        return ids;
    }

    long hash() {
        return StateCopy.hash(orders) * 31 * 31 + StateCopy.hash(executions) * 31 + StateCopy.hash(lifecycle);
    }

    /// Puts everything through its stored bytes into new objects.
    void restart() {
        OpenOrders oldOrders = orders;
        SeenExecutions oldExecutions = executions;
        OrderLifecycle oldLifecycle = lifecycle;
        build();
        StateCopy.into(orders, oldOrders);
        StateCopy.into(executions, oldExecutions);
        StateCopy.into(lifecycle, oldLifecycle);
    }

    private void build() {
        orders = new OpenOrders(capacity, kept, STRATEGIES, INSTRUMENTS);
        executions = new SeenExecutions(4_096);
        lifecycle = new OrderLifecycle(orders, executions);
    }
}
