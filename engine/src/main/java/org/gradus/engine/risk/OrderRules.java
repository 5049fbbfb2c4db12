package org.gradus.engine.risk;

import static org.gradus.engine.message.Comparison.ABOVE;
import static org.gradus.engine.message.Comparison.AT_LEAST;
import static org.gradus.engine.message.Comparison.AT_MOST;
import static org.gradus.engine.message.Comparison.BELOW;
import static org.gradus.engine.message.Comparison.EQUAL;

import org.gradus.engine.domain.DenialReason;
import org.gradus.engine.domain.Rounding;
import org.gradus.engine.domain.Side;
import org.gradus.engine.message.Verdict;

/// Rules about the order itself: its steps, its size, its cost and its stop. Stateless; used by [RiskGate].
final class OrderRules {
    private final RiskLimits limits;

    OrderRules(RiskLimits limits) {
        this.limits = limits;
    }

    Verdict tick(Check check, Subject order) {
        if (order.draft.limitPrice == 0) {
            return check.passesUnasked(0);
        }
        return check.that(order.draft.limitPrice % order.instrument.tick(), EQUAL, 0).orDeny(DenialReason.OFF_TICK);
    }

    Verdict lot(Check check, Subject order) {
        return check.that(order.draft.quantity % order.instrument.lot(), EQUAL, 0).orDeny(DenialReason.OFF_LOT);
    }

    Verdict minimumNotional(Check check, Subject order) {
        return check.that(order.notional, AT_LEAST, order.instrument.minimumNotional())
            .orDeny(DenialReason.BELOW_MINIMUM_NOTIONAL);
    }

    Verdict buyingPower(Check check, Subject order) {
        long cost = Capped.add(order.notional, Rounding.feeUp(order.notional, limits.takerFee()));
        return check.that(cost, AT_MOST, order.view.buyingPower()).orDeny(DenialReason.INSUFFICIENT_BUYING_POWER);
    }

    /// Shows the quantity against the largest one, or the first of its other bounds that it breaks. The bounds on the
    /// notional are for entries: a position that has grown beyond them must still be able to leave.
    Verdict quantityRange(Check check, Subject order) {
        long quantity = order.draft.quantity;
        if (quantity <= 0) {
            return check.that(quantity, ABOVE, 0).orDeny(DenialReason.QUANTITY_NOT_POSITIVE);
        }
        if (quantity > order.instrument.maximumQuantity() || order.draft.reduces()) {
            return check.that(quantity, AT_MOST, order.instrument.maximumQuantity())
                .orDeny(DenialReason.QUANTITY_TOO_LARGE);
        }
        if (order.notional == Long.MAX_VALUE) {
            return check.that(order.notional, BELOW, Long.MAX_VALUE).notEvaluable()
                .orDeny(DenialReason.NOTIONAL_OVERFLOW);
        }
        if (order.notional > limits.maximumOrderNotional()) {
            return check.that(order.notional, AT_MOST, limits.maximumOrderNotional())
                .orDeny(DenialReason.QUANTITY_TOO_LARGE);
        }
        return check.that(quantity, AT_MOST, order.instrument.maximumQuantity())
            .orDeny(DenialReason.QUANTITY_TOO_LARGE);
    }

    Verdict stopLoss(Check check, Subject order) {
        long price = order.draft.price;
        long stop = order.draft.stopPrice;
        if (stop <= 0) {
            return check.that(stop, ABOVE, 0).orDeny(DenialReason.STOP_MISSING);
        }
        check.that(stop, order.draft.side == Side.BUY ? BELOW : ABOVE, price);
        if (!check.holds()) {
            return check.orDeny(DenialReason.STOP_WRONG_SIDE);
        }
        // Both prices are positive here, and a distance is a whole number: it is at most the exact bound when it is at
        // most its floor.
        long distance = Math.abs(price - stop);
        return check.that(distance, AT_MOST, Rounding.fraction(price, limits.stopLoss()))
            .shownAs(Rounding.ratioUp(distance, price), limits.stopLoss())
            .orDeny(DenialReason.STOP_TOO_FAR);
    }
}
