package org.gradus.audit;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// Cash, positions and profit, computed anew from fills, fees and cash flows. Each strategy keeps a position of its own
/// in each instrument at **average cost**: what is added adds its amount, what is taken takes its share of the cost.
/// The sell that covers all holders is given out in the order of the strategies, each up to what it holds.
final class Books {
    /// Holds what no strategy bought.
    static final String SUPERVISOR = "";

    /// One holder's part of one instrument.
    static final class Holding {
        BigDecimal quantity = BigDecimal.ZERO;
        BigDecimal cost = BigDecimal.ZERO;
        BigDecimal realised = BigDecimal.ZERO;

        /// Takes `delta` in for the signed amount paid.
        private void trade(BigDecimal delta, BigDecimal amount) {
            BigDecimal after = quantity.add(delta);
            boolean adds = quantity.signum() == 0 || quantity.signum() == delta.signum();
            if (adds) {
                cost = cost.add(amount);
            } else {
                BigDecimal closed = after.signum() == 0 ? cost : Money.share(cost, delta.negate(), quantity);
                realised = realised.subtract(amount).subtract(closed);
                cost = cost.subtract(closed);
            }
            quantity = after;
        }
    }

    /// A fill that counts.
    record Fill(String instrument, boolean buy, BigDecimal price, BigDecimal quantity, BigDecimal fee,
            boolean feeInAsset) {
    }

    BigDecimal cash;
    BigDecimal cashFlows = BigDecimal.ZERO;
    BigDecimal fees = BigDecimal.ZERO;
    BigDecimal startingEquity;
    private final Map<String, Map<String, Holding>> holdings = new LinkedHashMap<>();
    private final Map<String, BigDecimal> marks = new HashMap<>();

    Books(Fact started) {
        cash = started.decimal("cash");
        startingEquity = cash;
        for (Fact position : started.list("positions")) {
            String instrument = position.text("instrument");
            BigDecimal cost = Money.product(position.decimal("average_price"), position.decimal("quantity"));
            holding(instrument, SUPERVISOR).trade(position.decimal("quantity"), cost);
            marks.put(instrument, position.decimal("average_price"));
            startingEquity = startingEquity.add(cost);
        }
    }

    Holding holding(String instrument, String holder) {
        return holdings.computeIfAbsent(instrument, key -> new LinkedHashMap<>())
                .computeIfAbsent(holder, key -> new Holding());
    }

    void apply(Fill fill, String holder, Iterable<String> strategies) {
        if (!holder.equals(SUPERVISOR)) {
            book(fill, holder, fill.quantity(), fill.fee(), Money.product(fill.price(), fill.quantity()));
            return;
        }
        BigDecimal left = fill.quantity();
        for (String strategy : strategies) {
            BigDecimal held = holding(fill.instrument(), strategy).quantity.max(BigDecimal.ZERO).min(left);
            if (held.signum() > 0) {
                left = left.subtract(held);
                bookShare(fill, strategy, held, left);
            }
        }
        if (left.signum() > 0) {
            bookShare(fill, SUPERVISOR, left, BigDecimal.ZERO);
        }
    }

    /// Running sums, so that the shares add up to the whole.
    private void bookShare(Fill fill, String holder, BigDecimal quantity, BigDecimal left) {
        BigDecimal upTo = fill.quantity().subtract(left);
        BigDecimal before = upTo.subtract(quantity);
        BigDecimal notional = Money.product(fill.price(), fill.quantity());
        BigDecimal fee = running(fill.fee(), upTo, before, fill.quantity());
        book(fill, holder, quantity, fee, running(notional, upTo, before, fill.quantity()));
    }

    private static BigDecimal running(BigDecimal whole, BigDecimal upTo, BigDecimal before, BigDecimal quantity) {
        return Money.share(whole, upTo, quantity).subtract(Money.share(whole, before, quantity));
    }

    private void book(Fill fill, String holder, BigDecimal quantity, BigDecimal fee, BigDecimal notional) {
        BigDecimal feeMoney = fill.feeInAsset() ? Money.product(fill.price(), fee) : fee;
        BigDecimal delta = fill.buy() ? quantity : quantity.negate();
        BigDecimal amount = fill.buy() ? notional : notional.negate();
        if (fill.feeInAsset()) {
            delta = delta.subtract(fee);
            amount = amount.subtract(feeMoney);
        }
        holding(fill.instrument(), holder).trade(delta, amount);
        fees = fees.add(feeMoney);
        cash = cash.subtract(amount).subtract(feeMoney);
    }

    /// What the operator accepted of the venue's books: quantity comes or goes at its mark.
    ///
    /// @return the worth, which counts as a cash flow
    BigDecimal adjust(String instrument, String holder, BigDecimal delta) {
        BigDecimal worth = Money.product(mark(instrument), delta);
        holding(instrument, holder).trade(delta, worth);
        cashFlows = cashFlows.add(worth);
        return worth;
    }

    void cashFlow(BigDecimal amount) {
        cash = cash.add(amount);
        cashFlows = cashFlows.add(amount);
    }

    void mark(String instrument, BigDecimal price) {
        marks.put(instrument, price);
    }

    BigDecimal mark(String instrument) {
        return marks.getOrDefault(instrument, BigDecimal.ZERO);
    }

    BigDecimal quantity(String instrument) {
        return holdings.getOrDefault(instrument, Map.of()).values().stream().map(each -> each.quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal value(String instrument) {
        BigDecimal quantity = quantity(instrument);
        return quantity.signum() == 0 ? BigDecimal.ZERO : Money.product(mark(instrument), quantity);
    }

    BigDecimal value(String strategy, String instrument) {
        BigDecimal quantity = holding(instrument, strategy).quantity;
        return quantity.signum() == 0 ? BigDecimal.ZERO : Money.product(mark(instrument), quantity);
    }

    BigDecimal equity() {
        BigDecimal equity = cash;
        for (String instrument : holdings.keySet()) {
            equity = equity.add(value(instrument));
        }
        return equity;
    }

    BigDecimal exposure() {
        BigDecimal exposure = BigDecimal.ZERO;
        for (String instrument : holdings.keySet()) {
            exposure = exposure.add(value(instrument).abs());
        }
        return exposure;
    }

    BigDecimal realised() {
        return sum(true);
    }

    BigDecimal open() {
        return equity().subtract(cash).subtract(sum(false));
    }

    private BigDecimal sum(boolean realised) {
        return holdings.values().stream().flatMap(map -> map.values().stream())
                .map(each -> realised ? each.realised : each.cost)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /// The mark of every instrument held.
    Map<String, BigDecimal> openMarks() {
        Map<String, BigDecimal> open = new LinkedHashMap<>();
        for (String instrument : holdings.keySet()) {
            if (quantity(instrument).signum() != 0) {
                open.put(instrument, mark(instrument));
            }
        }
        return open;
    }
}
