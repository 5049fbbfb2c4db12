package org.gradus.engine.risk;

import org.gradus.engine.domain.DenialReason;
import org.gradus.engine.domain.Rule;
import org.gradus.engine.message.Comparison;
import org.gradus.engine.message.Verdict;

/// One line of a [CheckList]: a rule, the two exact numbers it compared, and the verdict. The verdict is always the
/// outcome of exactly the comparison that is shown, because nothing but that comparison makes it. Reused; owned by the
/// decision stage.
public final class Check {
    private Rule rule = Rule.VENUE;
    private Comparison op = Comparison.EQUAL;
    private Verdict verdict = Verdict.PASS;
    private DenialReason reason = DenialReason.NONE;
    private long left;
    private long right;
    private long value;
    private long limit;
    private boolean applies;
    private boolean evaluable;

    public Rule rule() {
        return rule;
    }

    public Comparison op() {
        return op;
    }

    public Verdict verdict() {
        return verdict;
    }

    /// `NONE` unless the verdict is a denial.
    public DenialReason reason() {
        return reason;
    }

    public long left() {
        return left;
    }

    public long right() {
        return right;
    }

    /// The left number as a ratio where the rule is one, rounded against the order; else the left number itself.
    public long value() {
        return value;
    }

    public long limit() {
        return limit;
    }

    /// False when the rule had nothing to look at, so that its pass proves nothing.
    public boolean applies() {
        return applies;
    }

    /// False when a number the rule needs was missing: such a check denies.
    public boolean evaluable() {
        return evaluable;
    }

    /// Passed, but used more than nine tenths of the limit. Equalities have no near, and prices of a book lie near each
    /// other always.
    public boolean nearMiss() {
        if (verdict != Verdict.PASS || !applies || rule == Rule.CROSSED_BOOK) {
            return false;
        }
        return switch (op) {
            case AT_MOST, BELOW -> left > right - right / 10;
            case AT_LEAST -> left - left / 10 < right;
            case ABOVE -> left < right - right / 10;
            case EQUAL -> false;
        };
    }

    Check about(Rule asked) {
        rule = asked;
        applies = true;
        evaluable = true;
        return this;
    }

    /// The comparison that decides; shown as it is unless [#shownAs] follows.
    Check that(long leftNumber, Comparison comparison, long rightNumber) {
        // The least long stands for a missing number in the journal.
        left = Math.max(leftNumber, -Long.MAX_VALUE);
        op = comparison;
        // The largest long stands for "at least this much", see Capped, so as a bound it must not let itself pass.
        right = comparison == Comparison.AT_MOST ? Math.min(rightNumber, Long.MAX_VALUE - 1) : rightNumber;
        value = left;
        limit = right;
        return this;
    }

    Check shownAs(long shownValue, long shownLimit) {
        value = shownValue;
        limit = shownLimit;
        return this;
    }

    Check notEvaluable() {
        evaluable = false;
        return this;
    }

    Verdict orDeny(DenialReason why) {
        return settle(holds() ? Verdict.PASS : Verdict.DENY, why);
    }

    Verdict orWait() {
        return settle(holds() ? Verdict.PASS : Verdict.WAIT, DenialReason.NONE);
    }

    /// The rule does not apply to this order: a pass of nothing against the limit.
    Verdict passesUnasked(long unusedLimit) {
        applies = false;
        return that(0, Comparison.AT_MOST, Math.max(0, unusedLimit)).settle(Verdict.PASS, DenialReason.NONE);
    }

    boolean holds() {
        return switch (op) {
            case AT_MOST -> left <= right;
            case BELOW -> left < right;
            case AT_LEAST -> left >= right;
            case ABOVE -> left > right;
            case EQUAL -> left == right;
        };
    }

    private Verdict settle(Verdict outcome, DenialReason why) {
        verdict = outcome;
        reason = outcome == Verdict.DENY ? why : DenialReason.NONE;
        return outcome;
    }
}
