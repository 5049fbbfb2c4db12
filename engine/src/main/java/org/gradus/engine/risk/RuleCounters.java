package org.gradus.engine.risk;

import org.gradus.engine.domain.Rule;
import org.gradus.engine.message.Verdict;
import org.gradus.engine.state.StateVisitor;
import org.gradus.engine.state.Stateful;

/// How often each rule was asked and what it answered: that no limit was broken is proven by evaluations, not by
/// silence. Owned by the decision stage.
public final class RuleCounters implements Stateful {
    private final long[] evaluations = new long[CheckList.CAPACITY];
    private final long[] denials = new long[CheckList.CAPACITY];
    private final long[] waits = new long[CheckList.CAPACITY];
    private final long[] nearMisses = new long[CheckList.CAPACITY];
    private final long[] notEvaluable = new long[CheckList.CAPACITY];

    void count(Check check) {
        if (!check.applies()) {
            return;
        }
        int rule = check.rule().code();
        evaluations[rule] += check.evaluable() ? 1 : 0;
        notEvaluable[rule] += check.evaluable() ? 0 : 1;
        denials[rule] += check.verdict() == Verdict.DENY ? 1 : 0;
        waits[rule] += check.verdict() == Verdict.WAIT ? 1 : 0;
        nearMisses[rule] += check.nearMiss() ? 1 : 0;
    }

    /// An order that waited came to nothing: its time ran out, or the operator said no.
    public void denied(Rule rule) {
        denials[rule.code()]++;
    }

    /// Comparisons made; a rule that did not apply or could not be evaluated made none.
    public long evaluations(Rule rule) {
        return evaluations[rule.code()];
    }

    /// Denials, those for want of a number included.
    public long denials(Rule rule) {
        return denials[rule.code()];
    }

    public long waits(Rule rule) {
        return waits[rule.code()];
    }

    /// Passes that used more than nine tenths of the limit.
    public long nearMisses(Rule rule) {
        return nearMisses[rule.code()];
    }

    /// Denials because a number the rule needs was missing.
    public long notEvaluable(Rule rule) {
        return notEvaluable[rule.code()];
    }

    @Override
    public void visitState(StateVisitor visitor) {
        visitor.visit(evaluations);
        visitor.visit(denials);
        visitor.visit(waits);
        visitor.visit(nearMisses);
        visitor.visit(notEvaluable);
    }
}
