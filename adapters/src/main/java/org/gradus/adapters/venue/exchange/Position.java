package org.gradus.adapters.venue.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// What an account holds of an asset; negative when it owes it. Guarded by the lock of [Exchange].
public final class Position {
    /// Costs have twice the decimals of money, so that an average of one price is that price.
    private static final int COST_SCALE = 2 * Decimals.SCALE;

    public final Asset asset;
    BigDecimal qty = BigDecimal.ZERO;
    /// What it has cost, without fees; negative for a short position.
    BigDecimal cost = BigDecimal.ZERO;

    /// The same with what was held at the last session's end at its price of then.
    BigDecimal dayCost = BigDecimal.ZERO;

    Position(Asset asset) {
        this.asset = asset;
    }

    /// A change at a price: what grows the position adds its cost, what shrinks it takes its share of the cost away.
    void change(BigDecimal quantity, BigDecimal price) {
        BigDecimal after = qty.add(quantity);
        cost = costAfter(cost, quantity, price);
        dayCost = costAfter(dayCost, quantity, price);
        qty = after;
    }

    private BigDecimal costAfter(BigDecimal before, BigDecimal quantity, BigDecimal price) {
        BigDecimal after = qty.add(quantity);
        if (qty.signum() * quantity.signum() >= 0) {
            return before.add(price.multiply(quantity));
        }
        if (after.signum() != qty.signum()) {
            return price.multiply(after);
        }
        return before.multiply(after).divide(qty, COST_SCALE, RoundingMode.HALF_EVEN);
    }

    public BigDecimal qty() {
        return qty;
    }

    public BigDecimal cost() {
        return money(cost);
    }

    public BigDecimal dayCost() {
        return money(dayCost);
    }

    private static BigDecimal money(BigDecimal cost) {
        return cost.setScale(Decimals.SCALE, RoundingMode.HALF_EVEN);
    }

    public BigDecimal averagePrice() {
        return qty.signum() == 0 ? BigDecimal.ZERO : cost.divide(qty, Decimals.SCALE, RoundingMode.HALF_EVEN);
    }
}
