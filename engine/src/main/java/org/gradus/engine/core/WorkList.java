package org.gradus.engine.core;

import org.gradus.engine.state.StateVisitor;
import org.gradus.engine.state.Stateful;

/// What waits for room in a slot, for the rate limit or for time: instruments whose position needs tending, and
/// evaluations due. Bounded by what exists, drained by every input in a fixed order. Owned by the decision stage.
final class WorkList implements Stateful {
    private long instruments;
    private final long[] evaluations;
    private int due;
    /// Whose turn it is: who wants to be asked again waits until everybody else has been.
    private int turn;

    WorkList(int bindings) {
        evaluations = new long[(bindings + Long.SIZE - 1) / Long.SIZE];
    }

    boolean empty() {
        return instruments == 0 && due == 0;
    }

    void add(int instrumentId) {
        instruments |= 1L << instrumentId;
    }

    void done(int instrumentId) {
        instruments &= ~(1L << instrumentId);
    }

    long instruments() {
        return instruments;
    }

    void addEvaluation(int binding) {
        long bit = 1L << binding;
        if ((evaluations[binding >> 6] & bit) == 0) {
            evaluations[binding >> 6] |= bit;
            due++;
        }
    }

    void evaluated(int binding) {
        evaluations[binding >> 6] &= ~(1L << binding);
        due--;
        turn = due == 0 ? 0 : turn;
    }

    /// The binding to evaluate next; -1 when none is due.
    int nextInTurn() {
        int next = nextEvaluation(turn);
        return next >= 0 ? next : nextEvaluation(0);
    }

    /// The binding has had its turn.
    void tookTurn(int binding) {
        turn = due == 0 ? 0 : binding + 1;
    }

    boolean due(int binding) {
        return nextEvaluation(binding) == binding;
    }

    /// The first binding with an evaluation due at or after `from`; -1 when there is none.
    int nextEvaluation(int from) {
        if (due == 0) {
            return -1;
        }
        for (int word = from >> 6; word < evaluations.length; word++) {
            long bits = word == from >> 6 ? evaluations[word] & (-1L << from) : evaluations[word];
            if (bits != 0) {
                return (word << 6) + Long.numberOfTrailingZeros(bits);
            }
        }
        return -1;
    }

    @Override
    public void visitState(StateVisitor visitor) {
        instruments = visitor.visit(instruments);
        visitor.visit(evaluations);
        due = visitor.visit(due);
        turn = visitor.visit(turn);
    }
}
