package org.gradus.adapters.venue.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Brackets, OCO and OTO: exits that wait for their entry, and that live and die together. Guarded by the lock of
/// [Exchange].
final class Groups {
    private final OrderLife life;

    Groups(OrderLife life) {
        this.life = life;
    }

    /// The exits that an order brings, in the order take-profit, stop.
    static List<OrderRequest> exits(OrderRequest request) {
        List<OrderRequest> legs = new ArrayList<>();
        OrderRequest.Exits exits = request.exits();
        boolean oco = request.orderClass() == OrderClass.OCO;
        Side side = oco ? request.side() : request.side().opposite();
        if (!oco && exits.takeProfit() != null) {
            legs.add(leg(request, side, OrderType.LIMIT, OrderRequest.Prices.limit(exits.takeProfit())));
        }
        if (exits.stop() != null) {
            OrderType type = exits.stopLimit() == null ? OrderType.STOP : OrderType.STOP_LIMIT;
            legs.add(leg(request, side, type,
                new OrderRequest.Prices(exits.stopLimit(), exits.stop(), null, null)));
        }
        return legs;
    }

    /// After an order began to work: an OCO's stop begins with its take-profit.
    void begun(Order order) {
        if (order.orderClass == OrderClass.OCO && order.parent == null) {
            beginExits(order);
        }
    }

    private void beginExits(Order order) {
        for (Order exit : List.copyOf(order.legs)) {
            if (exit.status == OrderStatus.HELD) {
                life.begin(exit);
            }
        }
    }

    /// After an order was filled, wholly or in part.
    void filled(Order order) {
        if (order.orderClass == OrderClass.SIMPLE) {
            return;
        }
        if (!order.exit()) {
            if (order.status == OrderStatus.FILLED) {
                beginExits(order);
            }
            return;
        }
        for (Order other : exitsOf(order)) {
            if (other != order && other.open()) {
                shrink(other, order);
            }
        }
    }

    /// After an order ended without being filled: what hangs on it ends too.
    void ended(Order order) {
        if (order.orderClass == OrderClass.SIMPLE) {
            return;
        }
        Order head = order.head();
        for (Order other : order.exit() ? exitsOf(order) : head.legs) {
            if (other != order && other.open()) {
                life.cancel(other);
            }
        }
        if (head != order && head.open()) {
            life.cancel(head);
        }
    }

    private void shrink(Order other, Order filled) {
        BigDecimal left = Objects.requireNonNull(filled.qty).subtract(filled.filledQty);
        if (left.signum() <= 0) {
            life.cancel(other);
        } else {
            other.qty = left.add(other.filledQty);
            life.touched(other);
        }
    }

    private static List<Order> exitsOf(Order order) {
        Order head = order.head();
        List<Order> exits = new ArrayList<>(head.legs);
        if (head.orderClass == OrderClass.OCO) {
            exits.addFirst(head);
        }
        return exits;
    }

    private static OrderRequest leg(OrderRequest request, Side side, OrderType type, OrderRequest.Prices prices) {
        PositionIntent intent = side == Side.SELL ? PositionIntent.SELL_TO_CLOSE : PositionIntent.BUY_TO_CLOSE;
        return new OrderRequest(request.asset(), side, type, request.timeInForce(), request.qty(), null, prices, false,
            null, request.orderClass(), OrderRequest.Exits.NONE, intent);
    }
}
