package org.gradus.engine.risk;

import org.gradus.engine.order.OrderDraft;
import static org.gradus.engine.message.Comparison.AT_MOST;
import static org.gradus.engine.message.Comparison.BELOW;

import org.gradus.engine.domain.DenialReason;
import org.gradus.engine.domain.Rounding;
import org.gradus.engine.message.Verdict;

/// Rules that measure what the books hold once the order is in them against equity, and the room they leave. Slicing an
/// order passes nothing, because working and parked parts are in the books already. Stateless; used by [RiskGate] and
/// [PositionSizer].
final class ExposureRules {
    private final RiskLimits limits;
    private final long[] budgets;

    ExposureRules(RiskLimits limits) {
        this.limits = limits;
        this.budgets = limits.strategyBudgets().stream().mapToLong(Long::longValue).toArray();
    }

    /// The phase may cap a trade lower than equity does; then its cap is what is compared and shown.
    Verdict tradeSize(Check check, Subject order) {
        long cap = order.view.phaseTradeCap();
        long after = order.tradeAfter();
        if (order.equity > 0 && cap < Rounding.fraction(order.equity, limits.tradeSize())) {
            // Rounded like the value, so that the two compare as the exact numbers do.
            return check.that(after, AT_MOST, cap)
                .shownAs(Rounding.ratioUp(after, order.equity), Rounding.ratioUp(cap, order.equity))
                .orDeny(DenialReason.TRADE_TOO_LARGE);
        }
        return part(check, after, order.equity, limits.tradeSize(), DenialReason.TRADE_TOO_LARGE);
    }

    Verdict totalExposure(Check check, Subject order) {
        long after = Capped.add(order.view.totalNotional(), order.notional);
        return part(check, after, order.equity, limits.totalExposure(), DenialReason.EXPOSURE_TOO_LARGE);
    }

    Verdict oneAsset(Check check, Subject order) {
        long after = Capped.add(order.view.assetNotional(order.draft.instrumentId), order.notional);
        return part(check, after, order.equity, limits.oneAsset(), DenialReason.ASSET_TOO_LARGE);
    }

    Verdict strategyBudget(Check check, Subject order) {
        long after = Capped.add(order.view.strategyNotional(order.draft.strategyId), order.notional);
        return part(check, after, order.equity, budget(order.draft.strategyId), DenialReason.BUDGET_EXCEEDED);
    }

    /// The largest notional that all four rules still let into the books; zero or less when there is no room.
    long room(OrderDraft draft, RiskView view) {
        long equity = view.equity();
        if (equity <= 0) {
            return 0;
        }
        long trade = Math.min(view.phaseTradeCap(), Rounding.fraction(equity, limits.tradeSize()))
            - view.tradeNotional(draft.strategyId, draft.instrumentId);
        long total = Rounding.fraction(equity, limits.totalExposure()) - view.totalNotional();
        long asset = Rounding.fraction(equity, limits.oneAsset()) - view.assetNotional(draft.instrumentId);
        long budget = Rounding.fraction(equity, budget(draft.strategyId)) - view.strategyNotional(draft.strategyId);
        return Math.min(Math.min(trade, total), Math.min(asset, budget));
    }

    /// A strategy that nobody gave a budget has none.
    private long budget(int strategyId) {
        return strategyId >= 0 && strategyId < budgets.length ? budgets[strategyId] : 0;
    }

    private static Verdict part(Check check, long after, long equity, long limit, DenialReason reason) {
        if (equity <= 0) {
            // No notional is a part of nothing: not even zero lies below it.
            return check.that(after, BELOW, equity).shownAs(Rounding.ratioUp(after, 0), limit).notEvaluable()
                .orDeny(reason);
        }
        return check.that(after, AT_MOST, Rounding.fraction(equity, limit))
            .shownAs(Rounding.ratioUp(after, equity), limit)
            .orDeny(reason);
    }
}
