package org.gradus.adapters.venue.exchange;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// How much of an order trades at a price: what is left of it, what its owner can pay or has, and now and then a part.
/// Guarded by the lock of [Exchange].
final class FillSizes {
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final Assets assets;
    private final Funds funds;
    private final Draws draws;
    private final BigDecimal partialFills;

    FillSizes(Exchange.Parts parts) {
        this.assets = parts.market().assets();
        this.funds = parts.funds();
        this.draws = parts.draws();
        this.partialFills = parts.rules().matching().partialFills();
    }

    /// @param complete   whether this ends the order
    /// @param exhausted  whether nothing more can come: the account's means are at their end
    record Size(BigDecimal qty, boolean complete, boolean exhausted) {
    }

    /// @param chance  whether a part may be drawn
    Size of(Order order, BigDecimal price, boolean chance) {
        Size size = drawn(order, price, chance);
        return order.cutShort ? half(order, size) : size;
    }

    private Size drawn(Order order, BigDecimal price, boolean chance) {
        BigDecimal step = step(order);
        BigDecimal wanted = order.notional == null ? order.remaining()
            : Decimals.quantityFor(order.remainingNotional(), price, step);
        BigDecimal possible = Decimals.down(wanted.min(means(order, price)), step);
        if (possible.compareTo(wanted) < 0 || wanted.signum() == 0) {
            return new Size(possible, false, true);
        }
        boolean part = chance && order.timeInForce != TimeInForce.FOK && draws.chance(partialFills);
        if (part) {
            BigDecimal some = Decimals.down(wanted.multiply(draws.part()), step).max(step);
            if (some.compareTo(wanted) < 0) {
                return new Size(some, false, false);
            }
        }
        return new Size(possible, true, false);
    }

    /// At most what the market has.
    Size of(Order order, BigDecimal price, BigDecimal available) {
        Size size = upTo(order, price, available);
        return order.cutShort ? half(order, size) : size;
    }

    private static Size half(Order order, Size size) {
        BigDecimal less = Decimals.down(size.qty().multiply(HALF), step(order));
        return new Size(less, false, true);
    }

    private Size upTo(Order order, BigDecimal price, BigDecimal available) {
        BigDecimal step = step(order);
        BigDecimal left = order.notional == null ? order.remaining()
            : Decimals.quantityFor(order.remainingNotional(), price, step);
        BigDecimal wanted = Decimals.down(left.min(available), step);
        BigDecimal possible = Decimals.down(wanted.min(means(order, price)), step);
        boolean exhausted = possible.compareTo(wanted) < 0 || left.signum() == 0;
        return new Size(possible, !exhausted && possible.compareTo(left) == 0, exhausted);
    }

    /// Whole shares of an order for whole shares.
    static BigDecimal step(Order order) {
        boolean shares = !order.asset.crypto() && order.qty != null && Decimals.whole(order.qty);
        return shares ? BigDecimal.ONE : Decimals.STEP;
    }

    /// What the account can trade of it: its own hold and what is free. Stocks are bought on margin.
    private BigDecimal means(Order order, BigDecimal price) {
        boolean buy = order.side == Side.BUY;
        if (!order.asset.crypto() && order.notional == null) {
            return order.remaining();
        }
        if (!order.asset.crypto() && buy) {
            return Decimals.quantityFor(order.remainingNotional(), price, Decimals.STEP);
        }
        @Nullable Asset paid = buy ? funds.currency(order.asset) : assets.held(order.asset);
        BigDecimal free = funds.free(order.account, paid, order);
        return buy ? Decimals.quantityFor(free, price, Decimals.STEP) : free;
    }
}
