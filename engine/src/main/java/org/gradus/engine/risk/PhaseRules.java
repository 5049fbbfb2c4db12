package org.gradus.engine.risk;

import static org.gradus.engine.message.Comparison.AT_MOST;

import org.gradus.engine.domain.DenialReason;
import org.gradus.engine.message.Verdict;

/// Rules that let an order wait for a person: in phase 3 for a yes, in phase 4 for the want of a no. An order that was
/// released has its answer. Stateless; used by [RiskGate].
final class PhaseRules {
    private static final int CONFIRMED = 3;
    private static final int AUTONOMOUS = 4;

    private final RiskLimits limits;

    PhaseRules(RiskLimits limits) {
        this.limits = limits;
    }

    Verdict confirmation(Check check, Subject order) {
        return waiting(check, order, order.view.phase() == CONFIRMED, limits.confirmAbove());
    }

    Verdict veto(Check check, Subject order) {
        return waiting(check, order, order.view.phase() == AUTONOMOUS, limits.vetoAbove());
    }

    private static Verdict waiting(Check check, Subject order, boolean asked, long above) {
        if (!asked || order.draft.released) {
            return check.passesUnasked(above);
        }
        check.that(order.tradeAfter(), AT_MOST, above);
        return order.view.freeParked() > 0 ? check.orWait() : check.orDeny(DenialReason.TOO_MANY_PARKED);
    }
}
