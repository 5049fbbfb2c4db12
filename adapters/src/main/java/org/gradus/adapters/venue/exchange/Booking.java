package org.gradus.adapters.venue.exchange;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Books fills: moves money and positions, takes the fee out of what is received, and writes it down. Guarded by the
/// lock of [Exchange].
final class Booking {
    private final Assets assets;
    private final Tickers tickers;
    private final VenueRules rules;
    private final Draws draws;
    private final Events events;
    private final Changes changes;

    Booking(Exchange.Parts parts) {
        this.assets = parts.market().assets();
        this.tickers = parts.market().tickers();
        this.rules = parts.rules();
        this.draws = parts.draws();
        this.events = parts.events();
        this.changes = parts.changes();
    }

    /// @param complete  whether the order ends with it
    void execute(Order order, BigDecimal price, BigDecimal qty, boolean complete) {
        BigDecimal rate = !order.asset.crypto() ? rules.fees().stock()
            : order.rested ? rules.fees().maker() : rules.fees().taker();
        long timeNs = events.stamp();
        order.filledQty = order.filledQty.add(qty);
        order.filledValue = order.filledValue.add(price.multiply(qty));
        order.status = complete ? OrderStatus.FILLED
            : order.status == OrderStatus.PENDING_CANCEL ? order.status : OrderStatus.PARTIALLY_FILLED;
        order.updatedNs = timeNs;
        order.filledNs = timeNs;
        BigDecimal leaves = complete || order.qty == null ? BigDecimal.ZERO : order.remaining();
        changes.add(order.account, new Activity.Fill(draws.activityId(timeNs), timeNs, order.id, order.asset.symbol(),
            order.side, price, qty, order.filledQty, leaves, complete));
        BigDecimal fee = settle(order, price, qty, rate);
        Position position = order.account.at(assets.held(order.asset));
        BigDecimal shown = rules.unconfirmed().positionNetOfFee() ? position.qty : position.qty.add(fee);
        order.account.forgetEmpty();
        events.tell(complete ? "fill" : "partial_fill", order, timeNs,
            new OrderEvent.Execution(price, qty, shown));
    }

    /// Returns the fee in units of what was bought; zero when it was money.
    private BigDecimal settle(Order order, BigDecimal price, BigDecimal qty, BigDecimal rate) {
        BigDecimal money = Decimals.money(price, qty);
        Position position = order.account.at(assets.held(order.asset));
        boolean inCoin = order.asset.crypto() && order.side == Side.BUY;
        BigDecimal fee = Decimals.fee(inCoin ? qty : money, rate);
        BigDecimal moneyFee = inCoin ? BigDecimal.ZERO : fee;
        BigDecimal coinFee = inCoin ? fee : BigDecimal.ZERO;
        if (order.side == Side.BUY) {
            pay(order, money.add(moneyFee).negate());
            position.change(qty.subtract(coinFee), price);
        } else {
            pay(order, money.subtract(moneyFee));
            position.change(qty.negate(), price);
        }
        if (fee.signum() != 0) {
            changes.add(order.account, new Activity.Fee(draws.activityId(order.filledNs), order.filledNs, order.id,
                assets.held(order.asset).positionSymbol(), coinFee, moneyFee, price));
        }
        return coinFee;
    }

    private void pay(Order order, BigDecimal money) {
        String currency = order.asset.currency();
        if (currency.equals("USD")) {
            order.account.cash = order.account.cash.add(money);
            return;
        }
        Asset coin = assets.listing(currency + "/USD");
        @Nullable BigDecimal price = tickers.of(coin).price();
        order.account.at(coin).change(money, Objects.requireNonNullElse(price, BigDecimal.ONE));
    }
}
