package org.gradus.audit;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// The numbers a rule compares, counted anew for one order at one moment.
///
/// @param left  what is measured
/// @param right the bound; null where it follows from nothing in the export
record Recount(BigDecimal left, @Nullable BigDecimal right) {
    private static final int NANO_DECIMALS = 9;

    /// What the rule must have compared; null when it has nothing to measure for this order.
    static @Nullable Recount of(String rule, Fact order, World world) {
        Recount shape = ofShape(rule, order, world);
        return shape != null || order.flag("reduces") ? shape : ofEntry(rule, order, world);
    }

    private static @Nullable Recount ofShape(String rule, Fact order, World world) {
        String instrument = order.text("instrument");
        return switch (rule) {
            case "tick" -> order.has("limit_price")
                    ? new Recount(order.decimal("limit_price").remainder(world.terms.tick(instrument)),
                    BigDecimal.ZERO) : null;
            case "lot" -> new Recount(order.decimal("quantity").remainder(world.terms.lot(instrument)),
                    BigDecimal.ZERO);
            case "rate-limit" -> new Recount(BigDecimal.valueOf(world.orders.submitsBefore(world.nowNs) + 1), null);
            default -> null;
        };
    }

    private static @Nullable Recount ofEntry(String rule, Fact order, World world) {
        String id = order.text("client_order_id");
        String instrument = order.text("instrument");
        String strategy = order.text("strategy");
        BigDecimal notional = notional(order);
        return switch (rule) {
            case "stale-quote" -> age(instrument, world);
            case "price-collar" -> collar(order, world.market.of(instrument).last, world);
            case "crossed-book" -> crossed(world.market.of(instrument));
            case "minimum-notional" -> new Recount(notional, world.terms.minimumNotional(instrument));
            case "buying-power" -> buyingPower(id, notional, world);
            case "stop-loss" -> stopDistance(order, world);
            case "trade-size" -> part(world.trade(strategy, instrument, id).add(notional), "trade_size", world);
            case "total-exposure" -> part(world.total(id).add(notional), "total_exposure", world);
            case "one-asset" -> part(world.asset(instrument, id).add(notional), "one_asset", world);
            case "strategy-budget" -> budget(strategy, world.strategy(strategy, id).add(notional), world);
            default -> ofGuard(rule, order, notional, world);
        };
    }

    private static @Nullable Recount ofGuard(String rule, Fact order, BigDecimal notional, World world) {
        BigDecimal equity = world.books.equity();
        return switch (rule) {
            case "circuit-breaker" -> world.watch.latched("circuit-breaker") ? null
                    : new Recount(world.watch.drawdown(equity), world.terms.limit("circuit_breaker").negate());
            case "extreme-market" -> extreme(world);
            case "daily-entries" -> new Recount(
                    BigDecimal.valueOf(world.orders.entriesSince(Watch.dayOf(world.nowNs)) + 1),
                    BigDecimal.valueOf(world.terms.count("entries_per_day")));
            case "daily-loss" -> world.watch.dayPaused() ? null
                    : new Recount(world.watch.loss(equity), world.terms.limit("loss_per_day"));
            case "confirmation" -> waiting(3, "confirm_above", order, notional, world);
            case "veto" -> waiting(4, "veto_above", order, notional, world);
            default -> null;
        };
    }

    static BigDecimal notional(Fact order) {
        return Money.product(Orders.priceOf(order), order.decimal("quantity"));
    }

    private static @Nullable Recount age(String instrument, World world) {
        long ageNs = world.market.ageNs(instrument, world.nowNs);
        return ageNs < 0 ? null : new Recount(BigDecimal.valueOf(ageNs, NANO_DECIMALS),
                BigDecimal.valueOf(world.terms.nanos("quote_fresh_ns"), NANO_DECIMALS));
    }

    private static @Nullable Recount collar(Fact order, @Nullable BigDecimal last, World world) {
        return last == null ? null : new Recount(Orders.priceOf(order).subtract(last).abs(),
                Money.part(last, world.terms.limit("price_collar")));
    }

    private static @Nullable Recount crossed(Market.Prices prices) {
        return prices.bid == null || prices.ask == null ? null : new Recount(prices.bid, prices.ask);
    }

    private static Recount buyingPower(String id, BigDecimal notional, World world) {
        BigDecimal fee = world.terms.limit("taker_fee");
        BigDecimal held = world.orders.entryNotional(order -> true, id);
        return new Recount(notional.add(Money.feeUp(notional, fee)),
                world.books.cash.subtract(held).subtract(Money.feeUp(held, fee)));
    }

    private static @Nullable Recount stopDistance(Fact order, World world) {
        BigDecimal price = Orders.priceOf(order);
        boolean below = order.has("stop_price") && order.decimal("stop_price").compareTo(price) < 0;
        return below ? new Recount(price.subtract(order.decimal("stop_price")),
                Money.part(price, world.terms.limit("stop_loss"))) : null;
    }

    private static Recount part(BigDecimal after, String limit, World world) {
        return new Recount(after, Money.part(world.books.equity(), world.terms.limit(limit)));
    }

    private static Recount budget(String strategy, BigDecimal after, World world) {
        BigDecimal budget = world.terms.budgets.getOrDefault(strategy, BigDecimal.ZERO);
        return new Recount(after, Money.part(world.books.equity(), budget));
    }

    private static @Nullable Recount extreme(World world) {
        boolean fresh = world.reference.fresh(world.nowNs, world.terms.nanos("reference_fresh_ns"));
        return !fresh || world.watch.latched("extreme-market") ? null
                : new Recount(world.reference.move(), world.terms.limit("extreme_market"));
    }

    /// An order that has been released has its answer.
    private static @Nullable Recount waiting(int phase, String above, Fact order, BigDecimal notional, World world) {
        String id = order.text("client_order_id");
        if (world.terms.phase != phase || world.orders.parked(id) != null) {
            return null;
        }
        BigDecimal trade = world.trade(order.text("strategy"), order.text("instrument"), id).add(notional);
        return new Recount(trade, world.terms.limit(above));
    }
}
