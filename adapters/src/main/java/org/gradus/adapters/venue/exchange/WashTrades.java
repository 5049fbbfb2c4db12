package org.gradus.adapters.venue.exchange;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Refuses an order that could meet an open one of the same account on the other side. Groups and trailing stops are
/// exempt, as at Alpaca.
final class WashTrades {
    private WashTrades() {
    }

    static void check(Account account, OrderRequest request, @Nullable Order replaced) {
        if (request.orderClass() != OrderClass.SIMPLE || request.type() == OrderType.TRAILING_STOP) {
            return;
        }
        for (Order order : account.open()) {
            boolean opposite = order.asset.equals(request.asset()) && order.side != request.side();
            if (opposite && order != replaced && !exempt(order)) {
                check(request, order);
            }
        }
    }

    private static boolean exempt(Order order) {
        return order.orderClass != OrderClass.SIMPLE || order.type == OrderType.TRAILING_STOP;
    }

    private static void check(OrderRequest request, Order existing) {
        if (!request.type().limited() || existing.atAnyPrice()) {
            String kind = existing.type.word().replace('_', ' ');
            throw refusal(existing).with("reject_reason", "opposite side " + kind + " order exists");
        }
        BigDecimal asked = Objects.requireNonNull(request.prices().limit(), "limit");
        BigDecimal resting = Objects.requireNonNull(existing.limitPrice, "limit");
        boolean buys = request.side() == Side.BUY;
        BigDecimal buy = buys ? asked : resting;
        BigDecimal sell = buys ? resting : asked;
        if (buy.compareTo(sell) >= 0) {
            throw refusal(existing).with("buy_limit_price", Decimals.text(buy))
                .with("sell_limit_price", Decimals.text(sell)).with("reject_reason", buys
                    ? "sell order exists, buy limit price should be less than existing sell limit price"
                    : "buy order exists, sell limit price should be greater than existing buy limit price");
        }
    }

    private static Refusal refusal(Order existing) {
        return Refusal.forbidden("potential wash trade detected. use complex orders")
            .with("existing_order_id", existing.id.toString());
    }
}
