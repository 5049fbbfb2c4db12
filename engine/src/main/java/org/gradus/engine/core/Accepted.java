package org.gradus.engine.core;

import org.gradus.engine.state.StateVisitor;
import org.gradus.engine.state.Stateful;

/// A set of things that only the venue has or lacks, as one number, and the set that the operator accepted: once
/// accepted it is no news until it changes. 0 stands for none. Owned by [VenueDifference].
final class Accepted implements Stateful {
    private long present;
    private long accepted;

    /// @return whether it is not what was found before
    boolean found(long print) {
        boolean other = print != present;
        present = print;
        accepted = print == 0 ? 0 : accepted;
        return other;
    }

    void accept() {
        accepted = present;
    }

    /// Whether what was found last is no news.
    boolean holds() {
        return present == accepted;
    }

    /// Whether this would be none.
    boolean holds(long print) {
        return print == 0 || print == accepted;
    }

    @Override
    public void visitState(StateVisitor visitor) {
        present = visitor.visit(present);
        accepted = visitor.visit(accepted);
    }
}
