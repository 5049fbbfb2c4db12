package org.gradus.engine.risk;

import static org.gradus.engine.message.Comparison.ABOVE;
import static org.gradus.engine.message.Comparison.AT_MOST;
import static org.gradus.engine.message.Comparison.BELOW;

import org.gradus.engine.domain.DenialReason;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.message.Verdict;

/// Rules that ask the guards which remember. They read the guards and never move them. Used by [RiskGate].
final class GuardRules {
    private final RiskLimits limits;
    private final Guardrails guards;

    GuardRules(RiskLimits limits, Guardrails guards) {
        this.limits = limits;
        this.guards = guards;
    }

    /// The present drawdown denies; once it has recovered, the one that tripped goes on denying until somebody has
    /// looked at it.
    Verdict circuitBreaker(Check check, Subject order) {
        CircuitBreaker breaker = guards.circuitBreaker();
        long bound = -limits.circuitBreaker();
        check.that(breaker.drawdown(order.equity), ABOVE, bound);
        if (breaker.latched() && check.holds()) {
            return check.that(breaker.trippedDrawdown(), ABOVE, bound).orDeny(DenialReason.CIRCUIT_BREAKER_LATCHED);
        }
        return check.orDeny(DenialReason.CIRCUIT_BREAKER);
    }

    Verdict extremeMarket(Check check, Subject order) {
        ExtremeMarket market = guards.extremeMarket();
        check.that(market.move(), AT_MOST, limits.extremeMarket());
        if (market.latched() && check.holds()) {
            return check.that(market.trippedMove(), AT_MOST, limits.extremeMarket())
                .orDeny(DenialReason.EXTREME_MARKET_LATCHED);
        }
        if (!market.latched() && market.missing(order.nowNs)) {
            return check.that(market.ageNs(order.nowNs), AT_MOST, limits.referenceFreshNs()).notEvaluable()
                .orDeny(DenialReason.REFERENCE_MISSING);
        }
        return check.orDeny(DenialReason.EXTREME_MARKET);
    }

    Verdict dailyEntries(Check check) {
        DailyCaps caps = guards.dailyCaps();
        return check.that((caps.entries() + 1) * FixedPoint.ONE, AT_MOST, caps.entryLimit() * FixedPoint.ONE)
            .orDeny(DenialReason.DAILY_ENTRIES);
    }

    Verdict dailyLoss(Check check, Subject order) {
        DailyCaps caps = guards.dailyCaps();
        if (!caps.measurable()) {
            return check.that(FixedPoint.ONE, BELOW, caps.lossLimit()).notEvaluable().orDeny(DenialReason.DAILY_LOSS);
        }
        return check.that(caps.loss(order.equity), BELOW, caps.lossLimit()).orDeny(DenialReason.DAILY_LOSS);
    }

    /// This submission and those before it against the limit; shown is the count before it, beside the whole limit.
    /// What an entry may not use is left out of the compared limit only when that denies it.
    Verdict rateLimit(Check check, Subject order) {
        RateLimiter limiter = guards.rateLimiter();
        int used = limiter.used(order.nowNs);
        if (order.draft.reduces() || used >= limiter.limit() || used < limiter.entryLimit()) {
            return counted(check, used, limiter.limit(), limiter.limit()).orDeny(DenialReason.RATE_LIMIT);
        }
        return counted(check, used, limiter.entryLimit(), limiter.limit()).orDeny(DenialReason.RATE_LIMIT_RESERVED);
    }

    private static Check counted(Check check, int before, int bound, int limit) {
        return check.that((before + 1) * FixedPoint.ONE, AT_MOST, bound * FixedPoint.ONE)
            .shownAs(before * FixedPoint.ONE, limit * FixedPoint.ONE);
    }
}
